import { useEffect, useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import type { Conversation } from './api.ts';
import { nextToAnswer } from './held-list.ts';
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
  /** The one that was open is done with: opens the next that needs attention. */
  readonly goOn: () => void;
  /** Puts the list in order, with the cursor on the newest. */
  readonly showNews: () => void;
}

/** The ways from one conversation to another. */
export function useInboxMoves({ rows, news, showNews, markDone }: ConversationList): InboxMoves {
  const dispatch = useAppDispatch();
  const openKey = useAppSelector(({ inbox }) => (inbox.open === null ? null : keyOf(inbox.open)));
  const hasArrived = useRef(false);

  // Whoever comes here sees the first conversation at once, and one that was open before stays open.
  useEffect(() => {
    if (rows === undefined || rows.length === 0 || hasArrived.current) return;
    hasArrived.current = true;
    const [first] = rows;
    if (openKey === null && first !== undefined) dispatch(passedOver(idOf(first)));
  }, [rows, openKey, dispatch]);

  function neighbour(by: 1 | -1): Conversation | undefined {
    const at = rows?.findIndex((row) => keyOf(row) === openKey) ?? -1;
    return at === -1 ? rows?.[0] : rows?.[at + by];
  }

  function moveTo(row: Conversation | undefined): void {
    if (row !== undefined) dispatch(passedOver(idOf(row)));
  }

  return {
    step: (by) => moveTo(neighbour(by)),
    toFirst: () => moveTo(rows?.[0]),
    toLast: () => moveTo(rows?.at(-1)),
    turnTo: (by) => {
      const row = neighbour(by);
      if (row !== undefined) dispatch(openedToAnswer(idOf(row)));
    },
    goOn: () => {
      if (openKey !== null) markDone(openKey);
      const next = nextToAnswer(rows ?? [], openKey) ?? (news > 0 ? nextToAnswer(showNews(), openKey) : null);
      dispatch(next === null ? closed() : wentOn(idOf(next)));
    },
    showNews: () => moveTo(showNews()[0]),
  };
}

function idOf({ actionId, contactId }: Conversation) {
  return { actionId, contactId };
}
