import type { Room } from '../../../shared/contract/events.ts';
import { type ActionProgress, useReadActionProgressQuery } from '../../bridge/rooms/assignments.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import type { ActionState } from './action-state.ts';

/** It changes with each text that is decided or leaves, which is faster than anybody reads. */
const textingPaceMs = 2_000;
const textingRooms: readonly Room[] = ['assignments', 'outbox'];

/** A bar that is watched. The job that lays the contacts out tells how far it is ten times a second. */
const publishingPaceMs = 400;
const publishingRooms: readonly Room[] = ['jobs'];

const noRooms: readonly Room[] = [];

/** How far an action is, kept fresh at a calm pace while anything moves in it. Undefined until it is known. */
export function useActionProgress(actionId: number, state: ActionState): ActionProgress | undefined {
  const { data, refetch } = useReadActionProgressQuery(actionId, { refetchOnMountOrArgChange: true });
  const isPublishing = state === 'publishing';
  const moving = isPublishing ? publishingRooms : textingRooms;
  const rooms = state === 'draft' || state === 'ended' ? noRooms : moving;
  usePacedNews(rooms, isPublishing ? publishingPaceMs : textingPaceMs, () => void refetch());
  return data;
}
