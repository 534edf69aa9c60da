import { measureText, type TextMeasure } from '../../../shared/domain/text-measure.ts';
import { type Unsendable, whyUnsendable } from '../../../shared/domain/unsendable.ts';

export interface CheckedText {
  readonly measure: TextMeasure;
  /** Why these words cannot be sent; null when they can. */
  readonly error: Unsendable | null;
}

/** A changed text as it would leave: measured, and judged before it is pressed. */
export function checkText(text: string): CheckedText {
  const measure = measureText(text);
  return { measure, error: whyUnsendable(measure.body) };
}
