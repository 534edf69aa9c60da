import type { Room } from '../../../shared/contract/events.ts';
import { isAdmin } from '../../app/navigation.tsx';
import { useAppSelector } from '../../app/store.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { useListNeedsPersonQuery } from './api.ts';

const paceMs = 1_000;
const rooms: readonly Room[] = ['outbox'];
const noRooms: readonly Room[] = [];

/** The texts that only a person can decide about, for whoever may; undefined for others, and until they are known. */
export function useUndecidedTexts() {
  const mayDecide = useAppSelector(({ session }) => session.session !== null && isAdmin(session.session.person));
  const { data, refetch } = useListNeedsPersonQuery(undefined, { skip: !mayDecide, refetchOnMountOrArgChange: true });
  usePacedNews(mayDecide ? rooms : noRooms, paceMs, () => void refetch());
  return mayDecide ? data : undefined;
}
