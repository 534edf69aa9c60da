import type { Room } from '../../../shared/contract/events.ts';
import { useAppDispatch } from '../../app/store.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { lookAt } from './look-at-desk.ts';

const paceMs = 1_000;
/** Somebody has claimed, given back or taken back. Texting is no news of this room. */
const rooms: readonly Room[] = ['assignments'];

/** Looks whether the desk has been taken back, whenever that may be. */
export function useLookAtDesk(actionId: number): void {
  const dispatch = useAppDispatch();
  usePacedNews(rooms, paceMs, () => void dispatch(lookAt(actionId)));
}
