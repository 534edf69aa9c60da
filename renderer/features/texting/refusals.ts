import type { AppError, ErrorCode } from '../../../shared/errors.ts';

/** What the answer to a press says of the press. */
export type AnswerMeaning =
  /** This contact, or these words, will not do; everybody else may be texted. */
  | 'not-texted'
  /** Nobody of this action can be texted for now. */
  | 'halted'
  /** The store could not take it and says nothing of the press: the same one is asked again. */
  | 'unanswered';

const halting: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'actions/not-published',
  'actions/paused',
  'actions/ended',
  'numbers/none',
]);

/**
 * What a failed `outbox/send-initial` means. A bug passes over one contact instead of holding up all others; repeating the
 * press by hand is safe, since it keeps its intent.
 */
export function meaningOf({ code, kind }: AppError): AnswerMeaning {
  if (halting.has(code)) return 'halted';
  return kind === 'wait' || kind === 'setup' ? 'unanswered' : 'not-texted';
}

/** Whoever was not texted for this can be with other words. */
export function canBeReworded({ code }: AppError): boolean {
  return code === 'outbox/empty-text' || code === 'outbox/too-long' || code === 'outbox/unfilled-variable';
}
