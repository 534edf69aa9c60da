import type { AppState, AppStore } from '../../app/store.ts';
import { anew } from '../../bridge/anew.ts';
import { keepLeftBehind } from '../../bridge/keep-left-behind.ts';
import { readAction } from '../../bridge/rooms/actions.ts';
import { type Draft, isUntouched } from './draft.ts';
import { draftOpened } from './drafts-slice.ts';
import { lacksForSaving } from './lacks.ts';
import { leftDrafts, type OpenDrafts } from './left-drafts.ts';
import { takenUpAgain } from './newer-draft.ts';
import { draftOf } from './taken-up.ts';
import { isSaved, unsavedScripts } from './unsaved.ts';

/**
 * Drafts of actions that the engine does not have outlive the session and the page: one without a name or a list, which
 * it does not take, and one that it could not be given. They wait in the window, and are there again when the same person
 * signs in to the same campaign.
 */
export function keepActionDrafts(store: AppStore): void {
  keepLeftBehind(store, {
    left: leftDrafts,
    ofSession: (state) => chosen(state, isUnsaved),
    ofPage: (state) => chosen(state, isNotAskedWhole),
    giveBack: (drafts, isStillHere) => void takeUp(store, drafts, isStillHere),
  });
}

async function takeUp(store: AppStore, drafts: OpenDrafts, isStillHere: () => boolean): Promise<void> {
  for (const draft of Object.values(drafts)) {
    const draftKey = draft.kept?.actionId ?? 'new';
    const change = await besideStored(store, draft);
    if (!isStillHere()) return;
    const there = store.getState().drafts.open[String(draftKey)];
    // What is being written by now comes first.
    if (there === undefined || !isUnsaved(there)) store.dispatch(draftOpened({ draftKey, change }));
  }
}

/** The draft with what the store has of it by now. As it was left when that cannot be had, or is no draft any more. */
async function besideStored({ dispatch }: AppStore, draft: Draft): Promise<Draft> {
  if (draft.kept === null) return draft;
  const { data } = await dispatch(readAction.initiate(draft.kept.actionId, anew));
  return data?.action.state === 'draft' ? takenUpAgain(draft, draftOf(data)) : draft;
}

function chosen({ drafts: { open } }: AppState, isLeft: (draft: Draft) => boolean): OpenDrafts | null {
  const left = Object.entries(open)
    .map(([key, draft]) => [key, isUntouched(draft) ? (draft.putAside ?? draft) : draft] as const)
    .filter(([, draft]) => isLeft(draft));
  return left.length === 0 ? null : Object.fromEntries(left);
}

function isUnsaved(draft: Draft): boolean {
  return !isUntouched(draft) && !isSaved(draft);
}

/**
 * A page that goes asks the engine for all that can be asked at once, and hears no answer: what it has asked for whole is
 * not taken up again, or the action would be made twice.
 */
function isNotAskedWhole(draft: Draft): boolean {
  const unsaved = [...unsavedScripts(draft, 'initial'), ...unsavedScripts(draft, 'responses')];
  return isUnsaved(draft) && (lacksForSaving(draft).length > 0 || unsaved.some(({ script }) => script.kept === null));
}
