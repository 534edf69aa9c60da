/** A text of a draft, as it stands on the screen and as the store has it. */
export interface DraftScript {
  /** Tells texts of one form apart while they have no id. */
  readonly key: string;
  /** Empty for a first text that is called after its action. */
  readonly name: string;
  readonly body: string;
  readonly kept: { readonly scriptId: number; readonly name: string; readonly body: string } | null;
}

/** An action that is being prepared. `kept` is what the store has of it; null until it was saved once. */
export interface Draft {
  /** Tells it from others that take its place on the same form. */
  readonly formKey: string;
  readonly name: string;
  readonly listId: number | null;
  /**
   * Of a new action: the list that was chosen because there was no other, null while none was. Left out where somebody
   * has to choose: a copy of an action would text the same people again.
   */
  readonly givenListId?: number | null;
  readonly initial: readonly DraftScript[];
  readonly responses: readonly DraftScript[];
  readonly kept: KeptDraft | null;
  /** What somebody else has made of it meanwhile. While there is such a version, nothing is saved. */
  readonly newer?: Draft;
  /** Of a new action: when its form first showed it (epoch ms). Whoever finds it there later is told whose words these are. */
  readonly shownAt?: number;
  /** Of a new action that was begun afresh: what was on its form before, to be brought back. */
  readonly putAside?: Draft;
}

export interface KeptDraft {
  readonly actionId: number;
  readonly name: string;
  readonly listId: number;
  readonly initialScriptIds: readonly number[];
  readonly responseScriptIds: readonly number[];
}

export type ScriptPart = 'initial' | 'responses';

export function blankScript(key: string): DraftScript {
  return { key, name: '', body: '', kept: null };
}

export function newDraft(key: string): Draft {
  return {
    formKey: key,
    name: '',
    listId: null,
    givenListId: null,
    initial: [blankScript(key)],
    responses: [],
    kept: null,
  };
}

export function isBlank({ body }: DraftScript): boolean {
  return body.trim() === '';
}

/** Nothing has been written or chosen in it. */
export function isUntouched(draft: Draft): boolean {
  const scripts = [...draft.initial, ...draft.responses];
  const isChosen = draft.listId !== null && draft.listId !== draft.givenListId;
  return draft.kept === null && draft.name.trim() === '' && !isChosen && scripts.every(isBlank);
}

/** A, B, C … by which the texts of an A/B test are called. */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}
