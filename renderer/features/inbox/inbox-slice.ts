import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { WaitReason } from '../../../shared/domain/message-state.ts';
import { placeFound } from '../../app/place-slice.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { signedOut } from '../../bridge/session-slice.ts';
import { draftsFound } from '../text-drafts/found-drafts.ts';
import type { ConversationId, InboxFilter } from './api.ts';

/** Words that have not been sent. */
export interface Draft {
  readonly text: string;
  /** The response script that the words began as. */
  readonly scriptId: number | null;
  /** Own words that a script took the place of, so that they can be had back. */
  readonly replaced: string | null;
  /** Names the act of sending exactly these words, however often it is tried. */
  readonly intentId: string;
}

/** The last answer that was sent from here, told until the next act. */
export interface Answered {
  readonly key: string;
  readonly name: string;
  readonly messageId: number;
  readonly wait: WaitReason | null;
}

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
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Conversations whose words are on their way to the engine. */
  readonly answering: readonly string[];
  /** What answers of this sitting wait for, by their message. */
  readonly waits: Readonly<Record<number, WaitReason>>;
  readonly lastAnswered: Answered | null;
}

const initialState: Inbox = {
  filter: 'needs-attention',
  open: null,
  isReading: false,
  turn: 0,
  drafts: {},
  answering: [],
  waits: {},
  lastAnswered: null,
};

function openedIn(inbox: Inbox, open: ConversationId): Inbox {
  return { ...inbox, open, isReading: true, turn: inbox.turn + 1 };
}

/** Where one is in the inbox, and what was written there and not sent: kept while one goes elsewhere. */
export const inboxSlice = createSlice({
  name: 'inbox',
  initialState,
  reducers: {
    filterChosen: (inbox, { payload }: PayloadAction<InboxFilter>): Inbox => ({
      ...inbox,
      filter: payload,
      open: null,
      isReading: false,
      lastAnswered: null,
    }),
    /** The cursor stands on it. */
    passedOver: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => ({
      ...inbox,
      open: payload,
      isReading: false,
      lastAnswered: null,
    }),
    openedToAnswer: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => ({
      ...openedIn(inbox, payload),
      lastAnswered: null,
    }),
    /** The next one, opened by itself when one was done with: what was answered is still told. */
    wentOn: (inbox, { payload }: PayloadAction<ConversationId>): Inbox => openedIn(inbox, payload),
    wentToList: (inbox): Inbox => ({ ...inbox, isReading: false }),
    closed: (inbox): Inbox => ({ ...inbox, open: null, isReading: false }),
    drafted: (inbox, { payload }: PayloadAction<{ readonly key: string; readonly draft: Draft }>): Inbox => ({
      ...inbox,
      drafts: { ...inbox.drafts, [payload.key]: payload.draft },
      lastAnswered: null,
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
      return { ...inbox, drafts, answering, waits, lastAnswered: payload };
    },
    answerTold: (inbox): Inbox => ({ ...inbox, lastAnswered: null }),
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
function keptIn(draft: Draft | undefined, { text, scriptId, intentId, replaced }: Draft): Draft {
  if (draft === undefined) return { text, scriptId, intentId, replaced };
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
  answerTold,
} = inboxSlice.actions;
