import { useState } from 'react';
import type { Room } from '../../../shared/contract/events.ts';
import { useReadActionProgressQuery } from '../../bridge/rooms/assignments.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';

const paceMs = 1_000;
const rooms: readonly Room[] = ['assignments', 'actions'];

/** Whether there is nobody left to claim in an action; what was known of it before is not taken for how it is now. */
export function useIsNobodyLeft(actionId: number): boolean {
  const [cameAt] = useState(Date.now);
  const options = { refetchOnMountOrArgChange: true };
  const { data, fulfilledTimeStamp = 0, refetch } = useReadActionProgressQuery(actionId, options);
  // Somebody may give back whom they have claimed.
  usePacedNews(rooms, paceMs, () => void refetch());
  return fulfilledTimeStamp >= cameAt && data?.unassigned === 0;
}
