import type { Output } from '../../shared/contract/index.ts';

type Performance = Output<'results/read-performance'>;

/** Where nobody of an action's contacts stands yet. */
export const nobody: Performance['progress'] = {
  sent: 0,
  waiting: 0,
  withdrawn: 0,
  stopped: 0,
  refused: 0,
  claimed: 0,
  unassigned: 0,
};

/** The figures of an action that nothing has come of. */
export const noPerformance: Performance = {
  contacts: 0,
  progress: nobody,
  initialMessages: 0,
  replied: 0,
  followUps: 0,
  optOuts: { inWords: 0, byHand: 0 },
  needsAttention: 0,
  delivered: 0,
  carrierErrors: 0,
  carrierFiltering: 0,
  safeguards: {},
  waiting: 0,
  withdrawn: 0,
};
