import { maxBodyLength } from '../../../shared/domain/segments.ts';
import { measureText, type TextMeasure } from '../../../shared/domain/text-measure.ts';
import { type AppError, appError } from '../../../shared/errors.ts';

export interface CheckedText {
  readonly measure: TextMeasure;
  /** Why these words cannot be sent; null when they can. */
  readonly error: AppError | null;
}

/** A changed text as it would leave: measured, and judged before it is pressed. */
export function checkText(text: string): CheckedText {
  const measure = measureText(text);
  return { measure, error: errorOf(measure) };
}

function errorOf({ body, tooLongBy }: TextMeasure): AppError | null {
  if (body === '') return appError('outbox/empty-text');
  const variable = /##\{\{[^}]{0,60}\}{0,2}/u.exec(body)?.[0];
  if (variable !== undefined) return appError('outbox/unfilled-variable', { variable });
  return tooLongBy > 0 ? appError('outbox/too-long', { length: body.length, longest: maxBodyLength }) : null;
}
