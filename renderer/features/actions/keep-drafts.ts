import type { AppStore } from '../../app/store.ts';
import type { Session } from '../../bridge/session-slice.ts';
import { findWhose, type Whose } from '../../bridge/whose.ts';
import { actionsApi } from './actions-api.ts';
import { type Draft, isUntouched } from './draft.ts';
import { draftOpened } from './drafts-slice.ts';
import { lacksForSaving } from './lacks.ts';
import { leaveDrafts, type OpenDrafts, takeDrafts } from './left-drafts.ts';
import { takenUpAgain } from './newer-draft.ts';
import { draftOf } from './taken-up.ts';
import { isSaved, unsavedScripts } from './unsaved.ts';

/** One person's time at the window. */
interface Sitting {
  readonly session: Session;
  /** Null until it is known; nothing is left behind or taken up before. */
  author: Whose | null;
}

/**
 * Drafts of actions that the engine does not have outlive the session and the page: one without a name or a list, which
 * it does not take, and one that it could not be given. They wait in the window, and are there again when the same person
 * signs in to the same campaign.
 */
export function keepActionDrafts(store: AppStore): void {
  const openNow = (): OpenDrafts => store.getState().drafts.open;
  let sitting: Sitting | null = null;
  let latest = openNow();

  async function begin(session: Session): Promise<void> {
    const begun: Sitting = { session, author: null };
    sitting = begun;
    begun.author = await findWhose(store, session.person);
    if (begun.author === null) return;
    for (const draft of Object.values(takeDrafts(begun.author))) {
      const draftKey = draft.kept?.actionId ?? 'new';
      const change = await besideStored(store, draft);
      if (sitting !== begun) return;
      const there = openNow()[String(draftKey)];
      // What is being written by now comes first.
      if (there !== undefined && isUnsaved(there)) continue;
      store.dispatch(draftOpened({ draftKey, change }));
    }
  }

  store.subscribe(() => {
    const { session } = store.getState().session;
    if (sitting !== null && sitting.session.token !== session?.token) {
      if (sitting.author !== null) leaveDrafts(sitting.author, chosen(latest, isUnsaved));
      sitting = null;
    }
    latest = openNow();
    if (sitting === null && session !== null) void begin(session);
  });

  window.addEventListener('pagehide', () => {
    if (sitting?.author != null) leaveDrafts(sitting.author, chosen(openNow(), isNotAskedWhole));
  });
}

/** The draft with what the store has of it by now. As it was left when that cannot be had, or is no draft any more. */
async function besideStored({ dispatch }: AppStore, draft: Draft): Promise<Draft> {
  if (draft.kept === null) return draft;
  const { readAction } = actionsApi.endpoints;
  const asked = dispatch(readAction.initiate(draft.kept.actionId, { forceRefetch: true, subscribe: false }));
  const { data } = await asked;
  return data?.action.state === 'draft' ? takenUpAgain(draft, draftOf(data)) : draft;
}

function chosen(open: OpenDrafts, isLeft: (draft: Draft) => boolean): OpenDrafts {
  return Object.fromEntries(Object.entries(open).filter(([, draft]) => isLeft(draft)));
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
