import type { AppError } from '../../../shared/errors.ts';
import type { AppDispatch, AppState } from '../../app/store.ts';
import type { Draft } from './draft.ts';
import { type DraftKey, draftSaved } from './drafts-slice.ts';
import { lacksForSaving } from './lacks.ts';
import { saveCallsOf } from './save-calls.ts';
import { type Faults, saveDraft } from './save-draft.ts';
import { isSaved } from './unsaved.ts';

export interface DraftStore {
  readonly getState: () => AppState;
  readonly dispatch: AppDispatch;
}

export interface DraftSaver {
  /** Saves what can be saved now, and what is written meanwhile; gives whether the store then has all of it. */
  readonly save: () => Promise<boolean>;
  /** The first text that the last save could not bring into the store, and why; null when there is none. */
  readonly textFault: () => { readonly key: string; readonly body: string; readonly why: AppError } | null;
  /** Whether this has been tried as it stands: what was refused is tried again when it has been changed. */
  readonly hasTried: (draft: Draft) => boolean;
}

interface SaverNews {
  readonly onSaving: (isSaving: boolean) => void;
  readonly onFaults: (faults: Faults) => void;
}

/**
 * The saves of a page by the draft's `formKey`: a form that is opened again waits for what the one before it has asked
 * for.
 */
const pages = new WeakMap<DraftStore, Map<string, Promise<boolean>>>();

function savesOf(store: DraftStore): Map<string, Promise<boolean>> {
  const saves = pages.get(store) ?? new Map<string, Promise<boolean>>();
  pages.set(store, saves);
  return saves;
}

/** Brings what is open under the key into the store, one save at a time. It outlives the form that asks for it. */
export function createDraftSaver(store: DraftStore, draftKey: DraftKey, news: SaverNews): DraftSaver {
  const underWay = savesOf(store);
  const openDraft = (): Draft | undefined => store.getState().drafts.open[String(draftKey)];
  let tried = '';
  let lastFaults: Faults = {};

  async function saveOnce(draft: Draft): Promise<boolean> {
    const { saved, faults } = await saveDraft(draftKey, draft, saveCallsOf(store));
    store.dispatch(draftSaved(saved));
    lastFaults = faults;
    news.onFaults(faults);
    return Object.keys(faults).length === 0;
  }

  async function save(): Promise<boolean> {
    let draft = openDraft();
    while (draft !== undefined && underWay.has(draft.formKey)) {
      await underWay.get(draft.formKey);
      draft = openDraft();
    }
    if (draft === undefined || draft.newer !== undefined || lacksForSaving(draft).length > 0) return false;
    if (isSaved(draft)) return true;
    tried = writtenIn(draft);
    news.onSaving(true);
    const { formKey } = draft;
    const saving = saveOnce(draft).finally(() => {
      underWay.delete(formKey);
      news.onSaving(false);
    });
    underWay.set(formKey, saving);
    const isDone = await saving;
    const now = openDraft();
    const isChanged = now?.formKey === formKey && !isSaved(now);
    return isDone && isChanged ? save() : isDone;
  }

  return {
    save,
    textFault: () => {
      const draft = openDraft();
      for (const { key, body } of draft === undefined ? [] : [...draft.initial, ...draft.responses]) {
        const why = lastFaults[key];
        if (why !== undefined) return { key, body, why };
      }
      return null;
    },
    hasTried: (draft) => writtenIn(draft) === tried,
  };
}

/** All that its author has written and chosen. */
function writtenIn({ name, listId, initial, responses }: Draft): string {
  const textsOf = (scripts: Draft['initial']): unknown => scripts.map(({ key, name, body }) => [key, name, body]);
  return JSON.stringify([name, listId, textsOf(initial), textsOf(responses)]);
}
