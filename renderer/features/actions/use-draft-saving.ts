import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'react-redux';
import { registerBeforeSignOut } from '../../bridge/before-sign-out.ts';
import { onPageHidden } from '../../bridge/page-hidden.ts';
import { type Draft, isUntouched } from './draft.ts';
import { createDraftSaver, type DraftSaver, type DraftStore } from './draft-saver.ts';
import { type DraftKey, draftClosed, draftOpened } from './drafts-slice.ts';
import type { Faults } from './save-draft.ts';
import { isSaved } from './unsaved.ts';

/** A draft is brought into the store this long after the last key. */
const pauseMs = 300;

/** How many forms show a draft: saving outlives a form, and another one may show the same draft by then. */
const onScreen = new Map<DraftKey, number>();

export interface DraftSaving {
  readonly saver: DraftSaver;
  readonly isSaving: boolean;
  readonly faults: Faults;
}

/**
 * Keeps a draft in the store: when its author pauses, when they say so, when they leave the screen or sign out, and when
 * the page goes. What cannot be saved yet stays open, and is there again when they come back, also at their next sitting
 * (`keep-drafts.ts`).
 */
export function useDraftSaving(draftKey: DraftKey, draft: Draft): DraftSaving {
  const store = useStore() as DraftStore;
  const [isSaving, setIsSaving] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const saver = useMemo(
    () => createDraftSaver(store, draftKey, { onSaving: setIsSaving, onFaults: setFaults }),
    [store, draftKey],
  );

  useEffect(() => {
    if (saver.hasTried(draft)) return;
    setFaults((before) => (Object.keys(before).length === 0 ? before : {}));
    const timer = setTimeout(() => void saver.save(), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, saver]);

  useEffect(() => {
    onScreen.set(draftKey, (onScreen.get(draftKey) ?? 0) + 1);
    const endBeforeSignOut = registerBeforeSignOut(async () => void (await saver.save()));
    const endPageHidden = onPageHidden(() => void saver.save());
    return () => {
      onScreen.set(draftKey, (onScreen.get(draftKey) ?? 1) - 1);
      endPageHidden();
      const formKey = store.getState().drafts.open[String(draftKey)]?.formKey;
      // Signing out waits for it, too.
      void saver
        .save()
        .then(() => leave(store, draftKey, formKey))
        .finally(endBeforeSignOut);
    };
  }, [store, draftKey, saver]);
  return { saver, isSaving, faults };
}

/** Closes what needs not be kept open; what the store lacks stays under the action's own id. */
function leave({ getState, dispatch }: DraftStore, draftKey: DraftKey, formKey: string | undefined): void {
  const draft = getState().drafts.open[String(draftKey)];
  // Whoever has come back meanwhile goes on writing, in this draft or in another one.
  if (draft === undefined || draft.formKey !== formKey || (onScreen.get(draftKey) ?? 0) > 0) return;
  const { putAside, ...own } = draft;
  if (isSaved(draft) || isUntouched(draft)) dispatch(draftClosed(draftKey));
  else if (draftKey === 'new' && draft.kept !== null) {
    dispatch(draftOpened({ draftKey: draft.kept.actionId, change: own }));
    dispatch(draftClosed(draftKey));
  } else return;
  // What it took the place of has its place again.
  if (putAside !== undefined) dispatch(draftOpened({ draftKey, change: putAside }));
}
