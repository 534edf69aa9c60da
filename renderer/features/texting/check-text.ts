import { countSegments, maxBodyLength } from '../../../shared/domain/segments.ts';
import { smartEncode } from '../../../shared/domain/smart-encoding.ts';
import { type AppError, appError } from '../../../shared/errors.ts';

export interface CheckedText {
  readonly segments: number;
  readonly length: number;
  /** Why these words cannot be sent; null when they can. */
  readonly error: AppError | null;
}

/** A changed text as it would leave: with look-alikes replaced, counted, and judged before it is pressed. */
export function checkText(text: string): CheckedText {
  const body = smartEncode(text.trim());
  return { segments: countSegments(body).segments, length: body.length, error: errorOf(body) };
}

function errorOf(body: string): AppError | null {
  if (body === '') return appError('outbox/empty-text');
  const variable = /##\{\{[^}]{0,60}\}{0,2}/u.exec(body)?.[0];
  if (variable !== undefined) return appError('outbox/unfilled-variable', { variable });
  if (body.length > maxBodyLength) {
    return appError('outbox/too-long', { length: body.length, longest: maxBodyLength });
  }
  return null;
}
