/**
 * Why a text cannot leave, whoever is texted: it is empty, a variable of the script is still in it, or it is longer than
 * the carrier takes. Takes the text as it leaves (`smartEncode`, trimmed); says nothing of contacts, hours or numbers.
 */
import { type AppError, appError } from '../errors.ts';
import { maxBodyLength } from './segments.ts';

export type Unsendable = AppError<'outbox/empty-text' | 'outbox/too-long' | 'outbox/unfilled-variable'>;

/** A variable of the script language, whole or broken off: it would reach the contact as it stands. */
const variablePattern = /##\{\{[^}]{0,60}\}{0,2}/u;

/** The first reason; null when the text may leave. */
export function whyUnsendable(body: string): Unsendable | null {
  if (body === '') return appError('outbox/empty-text');
  const variable = variablePattern.exec(body)?.[0];
  if (variable !== undefined) return appError('outbox/unfilled-variable', { variable });
  if (body.length <= maxBodyLength) return null;
  return appError('outbox/too-long', { length: body.length, longest: maxBodyLength });
}
