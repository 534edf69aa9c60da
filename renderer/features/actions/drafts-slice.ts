import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import { signedOut } from '../../bridge/session-slice.ts';
import { blankScript, type Draft, type DraftScript, type KeptDraft, type ScriptPart } from './draft.ts';

/** A draft that is open on a screen: its action's id, or `new`. */
export type DraftKey = number | 'new';

interface Drafts {
  /**
   * What has been written and may not be in the store yet. It outlives the screen, so that one can go and import a list
   * and come back.
   */
  readonly open: Readonly<Record<string, Draft>>;
  /** The jobs that publish actions, by action. */
  readonly jobs: Readonly<Record<string, number>>;
}

const none: Drafts = { open: {}, jobs: {} };

interface Edit<Change> {
  readonly draftKey: DraftKey;
  readonly change: Change;
}

/** What saving has brought into the store: the action, and each text by its key. */
export interface Saved {
  readonly draftKey: DraftKey;
  /** Of the draft that was saved: another one may stand on the form by now, and has nothing of it. */
  readonly formKey: string;
  readonly kept: KeptDraft | null;
  readonly scripts: Readonly<Record<string, NonNullable<DraftScript['kept']>>>;
}

export const draftsSlice = createSlice({
  name: 'drafts',
  initialState: none,
  reducers: {
    draftOpened: ({ open, jobs }, { payload }: PayloadAction<Edit<Draft>>) => ({
      open: { ...open, [String(payload.draftKey)]: payload.change },
      jobs,
    }),
    draftClosed: ({ open, jobs }, { payload }: PayloadAction<DraftKey>) => {
      const { [String(payload)]: _closed, ...others } = open;
      return { open: others, jobs };
    },
    draftChanged: (
      drafts,
      { payload }: PayloadAction<Edit<Partial<Pick<Draft, 'name' | 'listId' | 'givenListId' | 'shownAt'>>>>,
    ) => withDraft(drafts, payload.draftKey, (draft) => ({ ...draft, ...payload.change })),
    scriptAdded: (drafts, { payload }: PayloadAction<Edit<{ readonly part: ScriptPart; readonly key: string }>>) =>
      withDraft(drafts, payload.draftKey, (draft) => {
        const { part, key } = payload.change;
        return { ...draft, [part]: [...draft[part], blankScript(key)] };
      }),
    scriptRemoved: (drafts, { payload }: PayloadAction<Edit<string>>) =>
      withScripts(drafts, payload.draftKey, (script) => (script.key === payload.change ? [] : [script])),
    scriptChanged: (
      drafts,
      { payload }: PayloadAction<Edit<{ readonly key: string; readonly name?: string; readonly body?: string }>>,
    ) => {
      const { key, ...change } = payload.change;
      return withScripts(drafts, payload.draftKey, (script) => [
        script.key === key ? { ...script, ...change } : script,
      ]);
    },
    draftSaved: (drafts, { payload: { draftKey, formKey, kept, scripts } }: PayloadAction<Saved>) => {
      if (drafts.open[String(draftKey)]?.formKey !== formKey) return drafts;
      const noted = withScripts(drafts, draftKey, (script) => [
        { ...script, kept: scripts[script.key] ?? script.kept },
      ]);
      return withDraft(noted, draftKey, (draft) => ({ ...draft, kept: kept ?? draft.kept }));
    },
    /** The form of a new action lets go of it: whoever comes back to the form begins another one. */
    publishingBegun: ({ open, jobs }, { payload }: PayloadAction<{ actionId: number; jobId: number }>) => {
      const { new: latest, ...others } = open;
      const without = latest?.putAside === undefined ? others : { ...others, new: latest.putAside };
      return {
        open: latest?.kept?.actionId === payload.actionId ? without : open,
        jobs: { ...jobs, [payload.actionId]: payload.jobId },
      };
    },
  },
  extraReducers: (builder) => builder.addCase(signedOut, () => none),
});

export const {
  draftOpened,
  draftClosed,
  draftChanged,
  scriptAdded,
  scriptRemoved,
  scriptChanged,
  draftSaved,
  publishingBegun,
} = draftsSlice.actions;

function withDraft({ open, jobs }: Drafts, draftKey: DraftKey, change: (draft: Draft) => Draft): Drafts {
  const draft = open[String(draftKey)];
  return draft === undefined ? { open, jobs } : { open: { ...open, [String(draftKey)]: change(draft) }, jobs };
}

function withScripts(
  drafts: Drafts,
  draftKey: DraftKey,
  change: (script: DraftScript) => readonly DraftScript[],
): Drafts {
  return withDraft(drafts, draftKey, (draft) => ({
    ...draft,
    initial: draft.initial.flatMap(change),
    responses: draft.responses.flatMap(change),
  }));
}
