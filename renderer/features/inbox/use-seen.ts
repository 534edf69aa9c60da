import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { type ConversationId, type ReadConversation, useMarkConversationReadMutation } from './api.ts';
import { useIsAttended } from './use-is-attended.ts';

/** Long enough to have looked at it; whoever runs over the list with the cursor is long gone. */
export const seenAfterMs = 1_000;
/** Where the list covers a conversation that is not being read, as in `inbox-panes.module.css`. */
const narrow = '(max-width: 820px)';

/**
 * Tells the engine that the open conversation is read, once it has been in sight for a moment, and from then on of each new
 * reply at once. Gives what tells so of all that is shown now: whoever answers has read it, however fast.
 */
export function useSeen(
  id: ConversationId,
  { thread, unread }: Pick<ReadConversation, 'thread' | 'unread'>,
  onRead: () => void,
): () => Promise<void> {
  const [markRead] = useMarkConversationReadMutation();
  const isReading = useAppSelector(({ inbox }) => inbox.isReading);
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const isAttended = useIsAttended();
  const isInSight = isAttended && (isReading || !isNarrow);
  const [wasInSight, setWasInSight] = useState(false);
  const markedTo = useRef(0);
  const newest = newestReplyIn(thread);

  async function mark(): Promise<void> {
    if (!unread || newest <= markedTo.current) return;
    markedTo.current = newest;
    const { error } = await markRead({ ...id, replyId: newest });
    if (error === undefined) onRead();
    else markedTo.current = 0;
  }
  const latestMark = useRef(mark);
  latestMark.current = mark;

  useEffect(() => {
    if (!isInSight) return;
    const timer = setTimeout(() => setWasInSight(true), seenAfterMs);
    return () => clearTimeout(timer);
  }, [isInSight]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new reply is to be marked.
  useEffect(() => {
    if (wasInSight && isInSight) void latestMark.current();
  }, [wasInSight, isInSight, unread, newest]);

  return mark;
}

/** The reply that came to be known last; 0 where there is none. */
function newestReplyIn(thread: ReadConversation['thread']): number {
  return Math.max(0, ...thread.map((entry) => (entry.direction === 'in' ? entry.replyId : 0)));
}
