import type { Contract, OutputOf } from '../../shared/contract/index.ts';
import type { MessageState } from '../../shared/domain/message-state.ts';
import { question, type Reader } from '../store/index.ts';
import { countAssignments, countHeard, countMessages, countOptOuts, findAction } from './queries.ts';

/** In which column a text that failed with a carrier's code counts; null in none. The carrier's room knows. */
export type BucketOf = (code: number) => 'safeguard' | 'twilio' | 'carrier-filtering' | null;

export type Performance = OutputOf<Contract['results/read-performance']>;

/** What is counted in the store; null when there is no such action. All of it is of one moment. */
export const countPerformance = question(
  'results/count-performance',
  (reader: Reader, { actionId }: { actionId: number }) =>
    findAction(reader, actionId) === undefined
      ? null
      : {
          assignments: countAssignments(reader, actionId),
          messages: countMessages(reader, actionId),
          heard: countHeard(reader, actionId),
          optOuts: countOptOuts(reader, actionId),
        },
);

export type Counts = NonNullable<ReturnType<typeof countPerformance.answer>>;
type MessageCount = Counts['messages'][number];

/** Decided and not yet with the carrier. */
const waitingStates: ReadonlySet<MessageState> = new Set(['queued', 'sending', 'uncertain', 'needs-person']);
/** What the carrier says of a text that it took and that did not arrive. */
const failedStatuses: ReadonlySet<string | null> = new Set(['failed', 'undelivered', 'canceled']);
const arrivedStatuses: ReadonlySet<string | null> = new Set(['delivered', 'read']);
/** Why a safeguard stops a text. One that was withdrawn for another reason was a person's or the action's doing. */
const safeguardReasons: ReadonlySet<string | null> = new Set(['opted-out', 'blocked', 'unreachable']);

/** Whether the carrier said no, at once or later. */
function hasFailed({ state, status }: MessageCount): boolean {
  return state === 'refused' || (state === 'handed-over' && failedStatuses.has(status));
}

function isStopped({ state, reason }: MessageCount): boolean {
  return state === 'blocked' || (state === 'cancelled' && safeguardReasons.has(reason));
}

/**
 * The counts as a person reads them. Each text is in one of: with the carrier (`initialMessages`, `followUps`), refused,
 * stopped, `waiting`, or withdrawn; and each contact in one of: `remaining`, texted, left out.
 */
export function performanceOf({ assignments, messages, heard, optOuts }: Counts, bucketOf: BucketOf): Performance {
  const sum = <Row extends { readonly count: number }>(rows: readonly Row[], counts: (row: Row) => boolean): number =>
    rows.reduce((total, row) => total + (counts(row) ? row.count : 0), 0);
  /** A failure without a code is the network's. */
  const bucket = ({ code }: MessageCount) => (code === null ? 'twilio' : bucketOf(code));
  const failed = messages.filter(hasFailed);

  const safeguards: Record<string, number> = {};
  const stop = (reason: string, count: number): void => {
    safeguards[reason] = (safeguards[reason] ?? 0) + count;
  };
  // Left out before there was a text, stopped before it left, or stopped at the carrier.
  for (const { state, reason, count } of assignments) if (state === 'left-out') stop(reason ?? 'unknown', count);
  for (const row of messages) if (isStopped(row)) stop(row.reason ?? 'unknown', row.count);
  for (const row of failed) if (bucket(row) === 'safeguard') stop(`carrier-${row.code}`, row.count);

  const isTaken = ({ state }: MessageCount): boolean => state === 'handed-over';
  return {
    contacts: sum(assignments, () => true),
    initialMessages: sum(messages, (row) => row.kind === 'initial' && isTaken(row)),
    replied: heard.replied,
    followUps: sum(messages, (row) => row.kind === 'follow-up' && isTaken(row)),
    optOuts,
    remaining: sum(assignments, ({ state }) => state === 'unassigned' || state === 'claimed'),
    needsAttention: heard.needsAttention,
    delivered: sum(messages, (row) => isTaken(row) && arrivedStatuses.has(row.status)),
    carrierErrors: sum(failed, (row) => bucket(row) === 'twilio'),
    carrierFiltering: sum(failed, (row) => bucket(row) === 'carrier-filtering'),
    safeguards,
    waiting: sum(messages, ({ state }) => waitingStates.has(state)),
  };
}
