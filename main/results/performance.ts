import type { Contract, OutputOf } from '../../shared/contract/index.ts';
import { question, type Reader } from '../store/index.ts';
import {
  type AssignmentState,
  countAssignments,
  countHeard,
  countMessages,
  countOptOuts,
  findAction,
} from './queries.ts';

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

/** What the carrier says of a text that it took and that did not arrive. */
const failedStatuses: ReadonlySet<string | null> = new Set(['failed', 'undelivered', 'canceled']);
const arrivedStatuses: ReadonlySet<string | null> = new Set(['delivered', 'read']);
/** Why a safeguard stops a text. One that was withdrawn for another reason was a person's or the action's doing. */
const safeguardReasons: ReadonlySet<string | null> = new Set(['opted-out', 'blocked', 'unreachable']);

/** Where a text that was decided stands, in one word each (docs/glossary.md). */
type Standing = Exclude<keyof Performance['progress'], 'claimed' | 'unassigned'>;

function standingOf({ state, reason }: MessageCount): Standing {
  switch (state) {
    case 'handed-over':
      return 'sent';
    case 'refused':
      return 'refused';
    case 'blocked':
      return 'stopped';
    case 'cancelled':
      return safeguardReasons.has(reason) ? 'stopped' : 'withdrawn';
    case 'queued':
    case 'sending':
    case 'uncertain':
    case 'needs-person':
      return 'waiting';
  }
}

/** Where a contact stands for whom no initial message was decided. */
const undecided: Readonly<Record<AssignmentState, keyof Performance['progress']>> = {
  claimed: 'claimed',
  unassigned: 'unassigned',
  'left-out': 'stopped',
  // Who is texted has a text. Were it gone, there would be none, and whoever counts must not lose the contact over it.
  texted: 'unassigned',
};

/** Each contact once: by the initial message where there is one, else by whether somebody can still decide it. */
function progressOf({ assignments, messages }: Pick<Counts, 'assignments' | 'messages'>): Performance['progress'] {
  const progress = { sent: 0, waiting: 0, withdrawn: 0, stopped: 0, refused: 0, claimed: 0, unassigned: 0 };
  for (const { state, count } of assignments) progress[undecided[state]] += count;
  for (const row of messages) {
    if (row.isTheOne === 0) continue;
    progress[undecided[row.contactState]] -= row.count;
    progress[standingOf(row)] += row.count;
  }
  return progress;
}

/** Whether the carrier said no, at once or later. */
function hasFailed({ state, status }: MessageCount): boolean {
  return state === 'refused' || (state === 'handed-over' && failedStatuses.has(status));
}

/**
 * The counts as a person reads them. Each text is in one of: with the carrier (`initialMessages`, `followUps`), refused,
 * stopped, `waiting`, or `withdrawn`; and each contact in one part of `progress`.
 */
export function performanceOf({ assignments, messages, heard, optOuts }: Counts, bucketOf: BucketOf): Performance {
  const sum = (counts: (row: MessageCount) => boolean): number =>
    messages.reduce((total, row) => total + (counts(row) ? row.count : 0), 0);
  /** A failure without a code is the network's. */
  const bucket = ({ code }: MessageCount) => (code === null ? 'twilio' : bucketOf(code));
  const failed = messages.filter(hasFailed);

  const safeguards: Record<string, number> = {};
  const stop = (reason: string, count: number): void => {
    safeguards[reason] = (safeguards[reason] ?? 0) + count;
  };
  // Left out before there was a text, stopped before it left, or stopped at the carrier.
  for (const { state, reason, count } of assignments) if (state === 'left-out') stop(reason ?? 'unknown', count);
  for (const row of messages) if (standingOf(row) === 'stopped') stop(row.reason ?? 'unknown', row.count);
  for (const row of failed) if (bucket(row) === 'safeguard') stop(`carrier-${row.code}`, row.count);

  const isSent = (row: MessageCount): boolean => standingOf(row) === 'sent';
  return {
    contacts: assignments.reduce((total, { count }) => total + count, 0),
    progress: progressOf({ assignments, messages }),
    initialMessages: sum((row) => row.kind === 'initial' && isSent(row)),
    replied: heard.replied,
    followUps: sum((row) => row.kind === 'follow-up' && isSent(row)),
    optOuts,
    needsAttention: heard.needsAttention,
    delivered: sum((row) => isSent(row) && arrivedStatuses.has(row.status)),
    carrierErrors: sum((row) => hasFailed(row) && bucket(row) === 'twilio'),
    carrierFiltering: sum((row) => hasFailed(row) && bucket(row) === 'carrier-filtering'),
    safeguards,
    waiting: sum((row) => standingOf(row) === 'waiting'),
    withdrawn: sum((row) => standingOf(row) === 'withdrawn'),
  };
}
