import type { Room } from '../../shared/contract/events.ts';
import type { Output } from '../../shared/contract/index.ts';
import { useCountUnansweredQuery } from '../bridge/rooms/needing-answer.ts';
import { usePacedNews } from '../bridge/use-paced-news.ts';

/** Nobody can do anything about it any more, so nobody waits for it. */
const paceMs = 5_000;
const rooms: readonly Room[] = ['replies', 'contacts', 'actions'];

/**
 * How many contacts got no answer before their action ended; undefined until it is known.
 * @param endedWithinDays of the actions that ended in so many days; null for all that have ended
 */
export function useUnanswered(endedWithinDays: number | null): Output<'conversations/count-unanswered'> | undefined {
  const { data, refetch } = useCountUnansweredQuery({ endedWithinDays }, { refetchOnMountOrArgChange: true });
  usePacedNews(rooms, paceMs, () => void refetch());
  return data;
}
