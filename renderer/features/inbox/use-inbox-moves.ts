import { useEffect, useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { idOf, keyOf } from '../../bridge/conversation-key.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import { type Conversation, inboxApi } from './api.ts';
import { type Done, nextToOpen } from './held-list.ts';
import { closed, openedToAnswer, passedOver, wentOn } from './inbox-slice.ts';
import type { ConversationList } from './use-held-list.ts';

export interface InboxMoves {
  /** Moves the cursor by so many rows. */
  readonly step: (by: 1 | -1) => void;
  readonly toFirst: () => void;
  /** To the last of those that are there. */
  readonly toLast: () => void;
  /** Opens the conversation a row away, to be answered. */
  readonly turnTo: (by: 1 | -1) => void;
  /** The one that was open is done with: opens the next that is to be. */
  readonly goOn: (how: Done) => void;
  /** Puts the list in order, with the cursor on what is new; where nothing is, it stays with its conversation. */
  readonly showNews: () => void;
}

/** The ways from one conversation to another. */
export function useInboxMoves({ rows, news, showNews, markDone }: ConversationList, filter: InboxFilter): InboxMoves {
  const dispatch = useAppDispatch();
  const openKey = useAppSelector(({ inbox }) => (inbox.open === null ? null : keyOf(inbox.open)));
  const hasArrived = useRef(false);

  // Whoever comes here sees the first conversation at once, and one that was open before stays open.
  useEffect(() => {
    if (rows === undefined || rows.length === 0 || hasArrived.current) return;
    hasArrived.current = true;
    const [first] = rows;
    if (openKey === null && first !== undefined) dispatch(passedOver(idIn(first)));
  }, [rows, openKey, dispatch]);

  // Whoever goes on finds it there at once: letters typed before its field is there would act as keys.
  const prefetch = inboxApi.usePrefetch('readConversation');
  const ahead = [neighbour(1), nextToOpen(rows ?? [], openKey, filter)]
    .flatMap((row) => (row ? [keyOf(row)] : []))
    .join(' ');
  useEffect(() => {
    for (const key of ahead.split(' ')) if (key !== '') prefetch(idOf(key));
  }, [ahead, prefetch]);

  function neighbour(by: 1 | -1): Conversation | undefined {
    const at = rows?.findIndex((row) => keyOf(row) === openKey) ?? -1;
    return at === -1 ? rows?.[0] : rows?.[at + by];
  }

  function moveTo(row: Conversation | undefined): void {
    if (row !== undefined) dispatch(passedOver(idIn(row)));
  }

  return {
    step: (by) => moveTo(neighbour(by)),
    toFirst: () => moveTo(rows?.[0]),
    toLast: () => moveTo(rows?.at(-1)),
    turnTo: (by) => {
      const row = neighbour(by);
      if (row !== undefined) dispatch(openedToAnswer(idIn(row)));
    },
    goOn: (how) => {
      if (openKey !== null) markDone(openKey, how);
      const next =
        nextToOpen(rows ?? [], openKey, filter) ?? (news > 0 ? nextToOpen(showNews(), openKey, filter) : null);
      dispatch(next === null ? closed() : wentOn(idIn(next)));
    },
    showNews: () => {
      const shown = showNews();
      moveTo((news === 0 ? shown.find((row) => keyOf(row) === openKey) : undefined) ?? shown[0]);
    },
  };
}

function idIn({ actionId, contactId }: Conversation) {
  return { actionId, contactId };
}
