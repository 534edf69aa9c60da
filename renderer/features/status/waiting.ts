import type { Output } from '../../../shared/contract/index.ts';
import { waitReasons } from '../../../shared/domain/message-state.ts';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';

export type WaitingText = Output<'outbox/list-waiting'>['messages'][number];

/** How many texts wait for the same. Those that nothing holds wait for their turn. */
export type Waiting = { readonly reason: WaitingText['waitsFor']; readonly count: number };

type Counts = Pick<QueueStatus, 'queued' | 'waiting' | 'sending' | 'uncertain' | 'needsPerson'>;

/** All that was decided and is not with the carrier yet. */
export function countWaiting({ queued, sending, uncertain, needsPerson }: Counts): number {
  return queued + sending + uncertain + needsPerson;
}

/** What waits, by reason, the most first; reasons for which nothing waits are left out. Together it is `countWaiting`. */
export function waitingOf({ queued, waiting, sending, uncertain, needsPerson }: Counts): readonly Waiting[] {
  const held = waitReasons.map((reason): Waiting => ({ reason, count: waiting[reason] ?? 0 }));
  const heldCount = held.reduce((sum, { count }) => sum + count, 0);
  const all: readonly Waiting[] = [
    ...held,
    { reason: 'turn', count: Math.max(0, queued - heldCount) },
    { reason: 'leaving', count: sending },
    { reason: 'checking', count: uncertain },
    { reason: 'decision', count: needsPerson },
  ];
  return all.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}

/**
 * Free space below which a person should make room, in bytes. The store takes no changes below 200 MB; an hour of a
 * large import must still fit in between.
 */
const lowDiskBytes = 1_000_000_000;

/** Megabytes left, when they are few; null when there is room, or when it is not known yet. */
export function fewMegabytes(freeBytes: number | undefined): number | null {
  return freeBytes === undefined || freeBytes >= lowDiskBytes ? null : Math.floor(freeBytes / 1_000_000);
}
