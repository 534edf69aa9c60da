import type { Room } from '../../../shared/contract/events.ts';
import { type QueueStatus, useReadQueueStatusQuery } from '../../bridge/rooms/outbox.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';

/** The eye needs it no faster, and the engine has texts to send. */
const paceMs = 1_000;

/** Texting hours begin and rests end without any news. */
const unaskedMs = 15_000;

/** Rooms whose changes may let texts go or make them wait. */
const rooms: readonly Room[] = ['outbox', 'actions', 'numbers', 'campaign', 'carrier'];

/** What waits and why, kept fresh at a calm pace; undefined until it is known. */
export function useQueueStatus(): QueueStatus | undefined {
  const { data, refetch } = useReadQueueStatusQuery(undefined, { pollingInterval: unaskedMs });
  usePacedNews(rooms, paceMs, () => void refetch());
  return data;
}
