import type { Room } from '../../shared/contract/events.ts';
import type { Output } from '../../shared/contract/index.ts';
import { useCountNeedingAnswerQuery } from '../bridge/rooms/needing-answer.ts';
import { usePacedNews } from '../bridge/use-paced-news.ts';

/** A figure at the edge of the eye; whoever answers sees each reply in the inbox sooner. */
const paceMs = 2_000;
/** Whatever may put a conversation among those that need an answer, or take it out. */
const rooms: readonly Room[] = ['replies', 'conversations', 'contacts', 'outbox', 'delivery', 'actions'];

/** How many conversations need an answer, kept fresh at a calm pace; undefined until it is known. */
export function useNeedingAnswer(): Output<'conversations/count-needing-answer'> | undefined {
  const { data, refetch } = useCountNeedingAnswerQuery();
  usePacedNews(rooms, paceMs, () => void refetch());
  return data;
}
