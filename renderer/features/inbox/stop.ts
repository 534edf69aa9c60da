import { appError } from '../../../shared/errors.ts';
import type { ReadConversation } from './api.ts';

export type Stop = NonNullable<ReadConversation['stop']>;

/** Nothing mends these: nobody writes to the contact there again. Of the others an answer can be written and waits for its sending. */
const forGood: ReadonlySet<Stop> = new Set<Stop>([
  'outbox/opted-out',
  'outbox/blocked-phone',
  'outbox/unreachable-phone',
  'actions/ended',
]);

export interface ConversationStop {
  readonly error: ReturnType<typeof appError<Stop>>;
  readonly isForGood: boolean;
}

/** Why an answer would be refused, known before anybody writes one; null where it would not be. */
export function stopOf({ stop }: Pick<ReadConversation, 'stop'>): ConversationStop | null {
  return stop === null ? null : { error: appError(stop), isForGood: forGood.has(stop) };
}
