import type { Room } from '../../../shared/contract/events.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { useReadLackingQuery } from './actions-api.ts';

export type Lacking = Output<'actions/read-lacking'>;

/** Every opt-out is news, and the whole list is walked through. */
const paceMs = 20_000;
const rooms: readonly Room[] = ['contacts', 'campaign'];

/**
 * Who of a list has no value for a variable; undefined while they are counted.
 * @param isForGood somebody decides by it, so it is counted anew
 */
export function useLacking(listId: number, variable: string, isForGood = false): Lacking | undefined {
  const asked = { listId, variable };
  const { currentData, refetch } = useReadLackingQuery(asked, { refetchOnMountOrArgChange: isForGood });
  usePacedNews(rooms, paceMs, () => void refetch());
  return currentData;
}
