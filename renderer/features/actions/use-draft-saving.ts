import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'react-redux';
import type { AppDispatch, AppState } from '../../app/store.ts';
import { type Draft, isSaved, isUntouched, lacksForSaving } from './draft.ts';
import { type DraftKey, draftClosed, draftOpened, draftSaved } from './drafts-slice.ts';
import { saveCallsOf } from './save-calls.ts';
import { type Faults, saveDraft } from './save-draft.ts';

/** A draft is brought into the store when its author pauses for so long. */
const pauseMs = 2_000;

/** How many forms show a draft: saving outlives a form, and another one may show the same draft by then. */
const onScreen = new Map<DraftKey, number>();

export interface DraftSaving {
  /** Saves what can be saved now; gives whether the store then has all of it. */
  readonly save: () => Promise<boolean>;
  readonly isSaving: boolean;
  readonly faults: Faults;
}

/**
 * Keeps a draft in the store: when its author pauses, when they say so, and when they leave the screen. What cannot be
 * saved yet stays open, and is there again when they come back.
 */
export function useDraftSaving(draftKey: DraftKey, draft: Draft): DraftSaving {
  const store = useStore<AppState>() as { getState: () => AppState; dispatch: AppDispatch };
  const [isSaving, setIsSaving] = useState(false);
  const [faults, setFaults] = useState<Faults>({});
  const running = useRef<Promise<boolean> | null>(null);
  const calls = useMemo(() => saveCallsOf(store.dispatch), [store]);
  const attempted = useRef('');
  const written = writtenIn(draft);

  const save = useCallback(async (): Promise<boolean> => {
    while (running.current !== null) await running.current;
    const now = store.getState().drafts.open[String(draftKey)];
    if (now === undefined || lacksForSaving(now).length > 0) return false;
    if (isSaved(now)) return true;
    attempted.current = writtenIn(now);
    setIsSaving(true);
    running.current = saveDraft(draftKey, now, calls).then(
      (outcome) => {
        store.dispatch(draftSaved(outcome.saved));
        setFaults(outcome.faults);
        return Object.keys(outcome.faults).length === 0;
      },
      () => false,
    );
    const isDone = await running.current;
    running.current = null;
    setIsSaving(false);
    return isDone;
  }, [store, draftKey, calls]);

  useEffect(() => {
    // What was refused is tried again when it has been changed.
    if (written === attempted.current) return;
    setFaults((before) => (Object.keys(before).length === 0 ? before : {}));
    const timer = setTimeout(() => void save(), pauseMs);
    return () => clearTimeout(timer);
  }, [written, save]);

  useEffect(() => {
    onScreen.set(draftKey, (onScreen.get(draftKey) ?? 0) + 1);
    return () => {
      onScreen.set(draftKey, (onScreen.get(draftKey) ?? 1) - 1);
      void save().then(() => leave(store, draftKey));
    };
  }, [store, draftKey, save]);
  return { save, isSaving, faults };
}

/** Closes what needs not be kept open; what the store lacks stays under the action's own id. */
function leave(store: { getState: () => AppState; dispatch: AppDispatch }, draftKey: DraftKey): void {
  const draft = store.getState().drafts.open[String(draftKey)];
  // Whoever has come back meanwhile goes on writing in it.
  if (draft === undefined || (onScreen.get(draftKey) ?? 0) > 0) return;
  if (isSaved(draft) || isUntouched(draft)) store.dispatch(draftClosed(draftKey));
  else if (draftKey === 'new' && draft.kept !== null) {
    store.dispatch(draftOpened({ draftKey: draft.kept.actionId, change: draft }));
    store.dispatch(draftClosed(draftKey));
  }
}

/** All that its author has written and chosen, to tell whether it has changed. */
function writtenIn({ name, listId, initial, responses }: Draft): string {
  const textsOf = (scripts: Draft['initial']): unknown => scripts.map(({ key, name, body }) => [key, name, body]);
  return JSON.stringify([name, listId, textsOf(initial), textsOf(responses)]);
}
