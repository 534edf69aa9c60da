import type { Output } from '../../shared/contract/index.ts';

/** What an outbox says of itself while it has nothing to send and nothing is in its way. */
export const outboxAtRest: Output<'outbox/read-status'> = {
  queued: 0,
  waiting: {},
  sending: 0,
  uncertain: 0,
  needsPerson: 0,
  line: 'up',
  heldBy: null,
};
