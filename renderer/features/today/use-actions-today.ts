import type { Room } from '../../../shared/contract/events.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { useReadActionsTodayQuery } from './today-api.ts';

/** How far an action is changes with each text that is decided, which is faster than anybody reads. */
const paceMs = 2_000;
const rooms: readonly Room[] = ['assignments', 'outbox'];

/** The actions with how far each is, as they are now: whoever comes back from texting finds what was texted. */
export function useActionsToday() {
  const actions = useReadActionsTodayQuery(undefined, { refetchOnMountOrArgChange: true });
  const { refetch } = actions;
  usePacedNews(rooms, paceMs, () => void refetch());
  return actions;
}
