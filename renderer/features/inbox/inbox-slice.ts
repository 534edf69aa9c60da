import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { WaitReason } from '../../../shared/domain/message-state.ts';
import { placeFound } from '../../app/place-slice.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import { signedOut } from '../../bridge/session-slice.ts';
import { draftsFound } from '../text-drafts/found-drafts.ts';
import type { ConversationId } from './api.ts';

/** Words that have not been sent. */
export interface Draft {
  readonly text: string;
  /** The response script that the words began as. */
  readonly scriptId: number | null;
  /** Own words that a script took the place of, so that they can be had back. */
  readonly replaced: string | null;
  /** When that was, in epoch ms. */
  readonly writtenAt: number;
  /** Names the act of sending exactly these words, however often it is tried. */
  readonly intentId: string;
}

/** An answer that was sent from here. */
interface Answered {
  readonly key: string;
  readonly name: string;
  readonly messageId: number;
  readonly wait: WaitReason | null;
}

/** What was done last, told until the next act, since the next conversation stands there already. */
export type Told =
  | { readonly done: 'answered'; readonly name: string; readonly wait: WaitReason | null }
  | { readonly done: 'opted-out'; readonly name: string };

/** Where one is in the inbox. */
export interface InboxPlace {
  readonly filter: InboxFilter;
  readonly open: ConversationId | null;
  /** It was opened to be answered, not only passed over in the list. A narrow window shows it instead of the list. */
  readonly isReading: boolean;
}

interface Inbox extends InboxPlace {
  /** Counts how often one was opened to be answered: each time the focus goes into its composer. */
  readonly turn: number;
  /** The open one was opened by itself when the one before was done with: the hands may still be at that. */
  readonly cameByItself: boolean;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Conversations whose words are on their way to the engine. */
  readonly answering: readonly string[];
  /** What answers of this sitting wait for, by their message. */
  readonly waits: Readonly<Record<number, WaitReason>>;
  readonly told: Told | null;
}

const initialState: Inbox = {
  filter: 'needs-attention',
  open: null,
  isReading: false,
  turn: 0,
  cameByItself: false,
  drafts: {},
  answering: [],
  waits: {},
  told: null,
};

function openedIn(inbox: Inbox, open: ConversationId, cameByItself: boolean): Inbox {
  return { ...inbox, open, isReading: true, turn: inbox.turn + 1, cameByItself };
}

/** Where one is in the inbox, and what was written there and not sent: kept while one goes elsewhere. */
export const inboxSlice = createSlice({
  name: 'inbox',
  initialState,
  reducers: {
    /** The one that is chosen already keeps its place. */
    filterChosen: (inbox, { payload: filter }: PayloadAction<InboxFilter>): Inbox =>
      filter === inbox.filter ? inbox : { ...inbox, filter, open: null, isReading: false, told: null },
    /** The cursor stands on it. */
    passedOver: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => ({
      ...inbox,
      open: payload,
      isReading: false,
      told: null,
    }),
    openedToAnswer: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => ({
      ...openedIn(inbox, payload, false),
      told: null,
    }),
    /** The next one, opened by itself when one was done with: what was done is still told. */
    wentOn: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => openedIn(inbox, payload, true),
    wentToList: (inbox): Inbox => ({ ...inbox, isReading: false }),
    closed: (inbox): Inbox => ({ ...inbox, open: null, isReading: false }),
    drafted: (inbox, { payload }: PayloadAction<{ readonly key: string; readonly draft: Draft }>): Inbox => ({
      ...inbox,
      drafts: { ...inbox.drafts, [payload.key]: payload.draft },
      told: null,
    }),
    answering: (inbox, { payload: key }: PayloadAction<string>): Inbox => ({
      ...inbox,
      answering: [...inbox.answering, key],
    }),
    notAnswered: (inbox, { payload: key }: PayloadAction<string>): Inbox => ({
      ...inbox,
      answering: inbox.answering.filter((other) => other !== key),
    }),
    answered: (inbox, { payload }: PayloadAction<Answered>): Inbox => {
      const answering = inbox.answering.filter((other) => other !== payload.key);
      const { [payload.key]: _sent, ...drafts } = inbox.drafts;
      const waits = payload.wait === null ? inbox.waits : { ...inbox.waits, [payload.messageId]: payload.wait };
      return { ...inbox, drafts, answering, waits, told: { done: 'answered', name: payload.name, wait: payload.wait } };
    },
    optedOutByHand: (inbox, { payload: name }: PayloadAction<string>): Inbox => ({
      ...inbox,
      told: { done: 'opted-out', name },
    }),
    wentElsewhere: (inbox): Inbox => ({ ...inbox, told: null }),
  },
  extraReducers: (on) => {
    on.addCase(draftsFound, (inbox, { payload }): Inbox => {
      const found = payload.filter(({ isFirst }) => !isFirst);
      const drafts = found.map((kept): [string, Draft] => [keyOf(kept), keptIn(inbox.drafts[keyOf(kept)], kept)]);
      return { ...inbox, drafts: { ...inbox.drafts, ...Object.fromEntries(drafts) } };
    });
    on.addCase(placeFound, (inbox, { payload }): Inbox => ({ ...inbox, ...payload.inbox }));
    on.addCase(signedOut, () => initialState);
  },
});

/** What is being written stays as it is; what was kept before can be had back. */
function keptIn(draft: Draft | undefined, { text, scriptId, intentId, replaced, writtenAt }: Draft): Draft {
  if (draft === undefined) return { text, scriptId, intentId, replaced, writtenAt };
  return draft.text === text ? draft : { ...draft, replaced: draft.replaced ?? text };
}

export const {
  filterChosen,
  passedOver,
  openedToAnswer,
  wentOn,
  wentToList,
  closed,
  drafted,
  answering,
  notAnswered,
  answered,
  optedOutByHand,
  wentElsewhere,
} = inboxSlice.actions;
