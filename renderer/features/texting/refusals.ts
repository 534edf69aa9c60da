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

/** The contact is not on the desk any more, and others of the batch may not be either. */
export function isGone({ code }: AppError): boolean {
  return code === 'assignments/not-yours';
}

const ofWords: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'outbox/empty-text',
  'outbox/too-long',
  'outbox/unfilled-variable',
  'outbox/own-words',
]);

/** Whoever was not texted for this can be with other words: their texter's, or the script's. */
export function canBeReworded({ code }: AppError): boolean {
  return ofWords.has(code);
}

/** Whether whoever was not texted for this is on the desk still, and comes again with the next batch. */
export function comesAgain(error: AppError): boolean {
  return error.kind !== 'refused' || canBeReworded(error);
}
