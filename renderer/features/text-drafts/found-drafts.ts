import { createAction, createReducer } from '@reduxjs/toolkit';
import type { Output } from '../../../shared/contract/index.ts';
import type { AppDispatch, AppState } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { signedOut } from '../../bridge/session-slice.ts';
import { deskMoved } from '../texting/texting-slice.ts';
import { keyOf } from './unsent-words.ts';

export type FoundDraft = Omit<Output<'conversations/list-drafts'>['drafts'][number], 'savedAt'>;

/** What the engine has kept of what the person who has just signed in wrote before. */
export const draftsFound = createAction('textDrafts/found', (drafts: readonly FoundDraft[]) => ({
  // Sending them is an act of its own: had they been sent before, they would not be drafts.
  payload: drafts.map((draft) => ({ ...draft, intentId: mintIntentId() })),
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
    if (event.event !== 'drafts-found') return drafts;
    const taken = new Set(
      Object.keys(event.texts).map((contactId) => keyOf({ actionId, contactId: Number(contactId) })),
    );
    return Object.fromEntries(Object.entries(drafts).filter(([key]) => !taken.has(key)));
  });
  on.addCase(signedOut, () => none);
});

/** Gives the desk of an action the first texts that were begun to those who are on it. */
export function takeUpDrafts(
  actionId: number,
  { dispatch, getState }: { readonly dispatch: AppDispatch; readonly getState: () => AppState },
): void {
  const { texting, firstTexts } = getState();
  const { waiting = [], later = [] } = texting[actionId] ?? {};
  const found = [...waiting, ...later].flatMap(({ contactId }) => firstTexts[keyOf({ actionId, contactId })] ?? []);
  if (found.length === 0) return;
  const texts = Object.fromEntries(found.map(({ contactId, text }) => [contactId, text]));
  dispatch(deskMoved({ actionId, event: { event: 'drafts-found', texts } }));
}
