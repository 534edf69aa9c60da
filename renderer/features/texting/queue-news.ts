import type { Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';

export type QueueStatus = Output<'outbox/read-status'>;

/** What there is to say of the texts that were sent and have not left. */
export type QueueNews =
  | { readonly news: 'held'; readonly error: AppError }
  | { readonly news: 'offline' | 'hours' | 'lock' | 'waiting'; readonly count: number };

/** So few wait for their turn in the best of times. */
const fewQueued = 5;

/** The one thing that a texter would wonder about; null while texts leave as they should. */
export function queueNews({ heldBy, line, queued, waiting }: QueueStatus): QueueNews | null {
  if (heldBy !== null) return { news: 'held', error: heldBy };
  if (queued === 0) return null;
  if (line === 'down' || line === 'none') return { news: 'offline', count: queued };
  const forHours = waiting.hours ?? 0;
  if (forHours > 0) return { news: 'hours', count: forHours };
  const forLock = waiting.lock ?? 0;
  if (forLock > 0) return { news: 'lock', count: forLock };
  return queued > fewQueued ? { news: 'waiting', count: queued } : null;
}
