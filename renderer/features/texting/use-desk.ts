import { useAppSelector } from '../../app/store.ts';
import { type Desk, emptyDesk } from './desk.ts';

/** The desk of an action; empty before it is opened. */
export function useDesk(actionId: number): Desk {
  return useAppSelector(({ texting }) => texting[actionId] ?? emptyDesk);
}
