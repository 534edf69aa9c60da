import { createAction, createReducer } from '@reduxjs/toolkit';
import type { AppStore } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { signedOut } from '../../bridge/session-slice.ts';
import type { DeskEvent, FoundWords } from '../texting/desk-events.ts';
import { deskMoved } from '../texting/texting-slice.ts';
import type { UnsentWords } from './unsent-words.ts';

export type FoundDraft = UnsentWords;

/** What the engine has kept of what the person who has just signed in wrote before. */
export const draftsFound = createAction('textDrafts/found', (drafts: readonly FoundDraft[]) => ({
  // Sending them is an act of its own: had they been sent before, they would not be drafts.
  payload: drafts.map((draft) => ({
    ...draft,
    writtenAt: draft.writtenAt ?? Date.now(),
    intentId: mintIntentId(),
  })),
}));

/** First texts that were begun, by conversation, until the contact comes to the desk. Answers go to the inbox at once. */
export type FirstTexts = Readonly<Record<string, FoundDraft>>;

const none: FirstTexts = {};

export const firstTextsReducer = createReducer(none, (on) => {
  on.addCase(draftsFound, (_before, { payload }) =>
    Object.fromEntries(payload.filter(({ isFirst }) => isFirst).map((draft) => [keyOf(draft), draft])),
  );
  // In one step with the desk's taking it up, so that it is always in one of the two.
  on.addCase(deskMoved, (drafts, { payload: { actionId, event } }) => {
    const taken = new Set(takenBy(event).map((contactId) => keyOf({ actionId, contactId })));
    if (taken.size === 0) return drafts;
    return Object.fromEntries(Object.entries(drafts).filter(([key]) => !taken.has(key)));
  });
  on.addCase(signedOut, () => none);
});

/** The contacts whose first text the desk has from now on: as a draft, or as a press, whose words are newer. */
function takenBy(event: DeskEvent): readonly number[] {
  if (event.event === 'drafts-found') return Object.keys(event.found).map(Number);
  return event.event === 'left-behind' ? event.presses.map(({ contactId }) => contactId) : [];
}

/** Gives each desk the first texts that were begun to those who are on it. */
export function takeUpDrafts({ dispatch, getState }: AppStore): void {
  const { texting, firstTexts } = getState();
  if (Object.keys(firstTexts).length === 0) return;
  for (const [action, { waiting, later }] of Object.entries(texting)) {
    const actionId = Number(action);
    const found = [...waiting, ...later].flatMap(({ contactId }) => firstTexts[keyOf({ actionId, contactId })] ?? []);
    if (found.length === 0) continue;
    const words = Object.fromEntries(
      found.map(({ contactId, text, replaced }): [number, FoundWords] => [
        contactId,
        { text: replaced ?? text, isSetAside: replaced !== null },
      ]),
    );
    dispatch(deskMoved({ actionId, event: { event: 'drafts-found', found: words } }));
  }
}
