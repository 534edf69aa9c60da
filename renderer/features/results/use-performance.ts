import type { Room } from '../../../shared/contract/events.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { useReadPerformanceQuery } from './api.ts';

/** Figures that are looked at, and counted over every text of the action. */
const paceMs = 2_000;
const rooms: readonly Room[] = ['assignments', 'outbox', 'delivery', 'replies', 'conversations', 'contacts'];

/** The figures of an action as they are now, kept fresh at a calm pace however fast the news come. */
export function usePerformance(actionId: number) {
  const performance = useReadPerformanceQuery(actionId, { refetchOnMountOrArgChange: true });
  const { refetch } = performance;
  usePacedNews(rooms, paceMs, () => void refetch());
  return performance;
}
