import { type WaitReason, waitReasons } from '../../../shared/domain/message-state.ts';
import type { QueueStatus } from '../../bridge/rooms/outbox.ts';

/** Why texts wait, as the window tells it: those that nothing holds wait for their turn. */
export type Waiting = { readonly reason: WaitReason | 'turn'; readonly count: number };

/** What waits, by reason, the most first; reasons for which nothing waits are left out. */
export function waitingOf({ queued, waiting }: Pick<QueueStatus, 'queued' | 'waiting'>): readonly Waiting[] {
  const held = waitReasons.map((reason): Waiting => ({ reason, count: waiting[reason] ?? 0 }));
  const heldCount = held.reduce((sum, { count }) => sum + count, 0);
  const all: readonly Waiting[] = [...held, { reason: 'turn', count: Math.max(0, queued - heldCount) }];
  return all.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
}

/** The one word for why, where there is room for one. */
export function mainReason(waiting: readonly Waiting[]): Waiting['reason'] | 'several' | null {
  const held = waiting.filter(({ reason }) => reason !== 'turn');
  if (held.length > 1) return 'several';
  return held[0]?.reason ?? waiting[0]?.reason ?? null;
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
