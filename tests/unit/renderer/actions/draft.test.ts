import { describe, expect, it, vi } from 'vitest';
import { createIntents } from '../../../../renderer/bridge/intents.ts';
import { byLife } from '../../../../renderer/features/actions/action-state.ts';
import { type Draft, newDraft } from '../../../../renderer/features/actions/draft.ts';
import { draftOpened, draftSaved, draftsSlice } from '../../../../renderer/features/actions/drafts-slice.ts';
import { lacksForPublishing, lacksForSaving } from '../../../../renderer/features/actions/lacks.ts';
import { rebased, takenUpAgain } from '../../../../renderer/features/actions/newer-draft.ts';
import { type SaveCalls, saveDraft } from '../../../../renderer/features/actions/save-draft.ts';
import { nameOfScript } from '../../../../renderer/features/actions/script-names.ts';
import { copyOf, draftOf } from '../../../../renderer/features/actions/taken-up.ts';
import { isSaved } from '../../../../renderer/features/actions/unsaved.ts';
import { appError } from '../../../../shared/errors.ts';
import { err, ok } from '../../../../shared/result.ts';

const script = (key: string, body: string, name = '') => ({ key, name, body, kept: null });
const draft: Draft = {
  formKey: 'form',
  name: 'Rally',
  listId: 3,
  initial: [script('a', 'Hi'), script('b', '')],
  responses: [script('c', 'Great ##{{first_name}}, see you')],
  kept: null,
};

function fakeCalls(refused: string | null = null): SaveCalls & { readonly made: unknown[] } {
  const made: unknown[] = [];
  let id = 100;
  const keep = (name: string) => async (input: object) => {
    made.push([name, input]);
    if (refused !== null && 'body' in input && input.body === refused) return err(appError('script/unknown-variable'));
    id += 1;
    return ok({ scriptId: id, actionId: id });
  };
  return {
    made,
    createScript: keep('create-script'),
    changeScript: keep('change-script'),
    createAction: keep('create-action'),
    changeAction: keep('change-action'),
  };
}

async function save(draft: Draft, calls: SaveCalls) {
  const { saved, faults } = await saveDraft('new', draft, calls);
  const state = draftsSlice.reducer({ open: { new: draft }, jobs: {} }, draftSaved(saved));
  return { draft: state.open['new'] as Draft, faults };
}

describe('saving a draft', () => {
  it('keeps its texts first and then the action with them, and leaves blank ones out', async () => {
    const calls = fakeCalls();
    const after = await save(draft, calls);
    expect(calls.made).toEqual([
      ['create-script', { name: 'Rally (A)', body: 'Hi' }],
      ['create-script', { name: 'Great, see you', body: 'Great ##{{first_name}}, see you' }],
      ['create-action', { name: 'Rally', listId: 3, initialScriptIds: [101], responseScriptIds: [102] }],
    ]);
    expect(isSaved(after.draft)).toBe(true);
  });
  it('asks for nothing when the store has all of it', async () => {
    const after = await save(draft, fakeCalls());
    const calls = fakeCalls();
    await save(after.draft, calls);
    expect(calls.made).toEqual([]);
  });
  it('changes only what has changed', async () => {
    const after = await save(draft, fakeCalls());
    const calls = fakeCalls();
    const [first, ...others] = after.draft.initial;
    await save({ ...after.draft, initial: [{ ...(first as (typeof others)[0]), body: 'Hello' }, ...others] }, calls);
    expect(calls.made).toEqual([['change-script', { scriptId: 101, name: 'Rally (A)', body: 'Hello' }]]);
  });
  it('saves all but the text that is refused, and says which one it was', async () => {
    const calls = fakeCalls('Hi');
    const after = await save(draft, calls);
    expect(after.faults).toMatchObject({ a: { code: 'script/unknown-variable' } });
    expect(calls.made.at(-1)).toEqual([
      'create-action',
      { name: 'Rally', listId: 3, initialScriptIds: [], responseScriptIds: [101] },
    ]);
    expect(isSaved(after.draft)).toBe(false);
  });
  it('takes a removed text out of the action', async () => {
    const after = await save(draft, fakeCalls());
    const calls = fakeCalls();
    await save({ ...after.draft, responses: [] }, calls);
    expect(calls.made).toEqual([
      ['change-action', { actionId: 103, name: 'Rally', listId: 3, initialScriptIds: [101], responseScriptIds: [] }],
    ]);
  });
});

describe('a draft', () => {
  it('lacks a name and a list to be saved, and a first text to be published', () => {
    expect(lacksForSaving(newDraft('a'))).toEqual(['name', 'list']);
    expect(lacksForPublishing({ ...newDraft('a'), name: 'Rally', listId: 3 })).toEqual(['text']);
    expect(lacksForPublishing(draft)).toEqual([]);
  });
  it('calls a first text after the action, in no more letters than a name may have', () => {
    const name = nameOfScript(script('b', 'x'), 'initial', 1, 'R'.repeat(120));
    expect(name).toHaveLength(120);
    expect(name.endsWith(' (B)')).toBe(true);
  });
});

const read = {
  action: {
    actionId: 9,
    name: 'Rally',
    state: 'draft' as const,
    listId: 3,
    listName: 'Tenants',
    createdAt: 0,
    publishedAt: null,
    endedAt: null,
  },
  initialScripts: [
    { scriptId: 1, name: 'Rally (A)', body: 'Hi' },
    { scriptId: 2, name: 'The warm one', body: 'Hello' },
  ],
  responseScripts: [{ scriptId: 4, name: 'Yes', body: 'Great' }],
};

it('a draft that is taken up again is saved as it is, and keeps the names that people gave', () => {
  const taken = draftOf(read);
  expect(isSaved(taken)).toBe(true);
  expect(taken.initial.map(({ name }) => name)).toEqual(['', 'The warm one']);
});

it('a copy has the words of the action, and neither its list nor its scripts', () => {
  let minted = 0;
  const copy = copyOf(read, 'Rally (copy)', () => `key ${++minted}`);
  expect(copy).toMatchObject({ name: 'Rally (copy)', listId: null, kept: null });
  expect([...copy.initial, ...copy.responses].map(({ body, kept }) => [body, kept])).toEqual([
    ['Hi', null],
    ['Hello', null],
    ['Great', null],
  ]);
});

it('what is alive comes first, and the newest of its like', () => {
  const of = (actionId: number, state: Parameters<typeof byLife>[0]['state']) => ({ ...read.action, actionId, state });
  const actions = [of(6, 'ended'), of(5, 'draft'), of(4, 'published'), of(3, 'paused'), of(2, 'published')];
  expect(actions.toSorted(byLife).map(({ actionId }) => actionId)).toEqual([4, 2, 3, 5, 6]);
});

it('an act keeps its intent until it is done, and has another one afterwards or with other content', () => {
  const mint = vi.fn(() => `intent ${mint.mock.calls.length}`);
  const intents = createIntents(mint);
  expect(intents.of('save', { a: 1 })).toBe('intent 1');
  expect(intents.of('save', { a: 1 })).toBe('intent 1');
  expect(intents.of('save', { a: 2 })).toBe('intent 2');
  intents.done('save', { a: 1 });
  expect(intents.of('save', { a: 1 })).toBe('intent 3');
});

it('notes nothing in another draft that has taken the place of the one that was saved', async () => {
  const { saved } = await saveDraft('new', draft, fakeCalls());
  const copied: Draft = { ...draft, formKey: 'copy' };
  const opened = draftsSlice.reducer(undefined, draftOpened({ draftKey: 'new', change: copied }));
  expect(draftsSlice.reducer(opened, draftSaved(saved)).open['new']).toBe(copied);
});

describe('a draft that is taken up again after its author was away', () => {
  const before = draftOf(read);
  const [first] = before.initial as [Draft['initial'][number]];
  const mine: Draft = { ...before, initial: [{ ...first, body: 'Hi, mine' }, ...before.initial.slice(1)] };
  const stored = (change: Partial<typeof read>) => draftOf({ ...read, ...change });

  it('goes on when nobody has changed it', () => {
    expect(takenUpAgain(mine, stored({}))).toEqual(mine);
  });
  it('goes on when the store has what its author wrote, whose answer was never heard', () => {
    const [one, ...others] = read.initialScripts;
    const now = stored({ initialScripts: [{ ...(one as (typeof others)[0]), body: 'Hi, mine' }, ...others] });
    const taken = takenUpAgain(mine, now);
    expect(taken.newer).toBeUndefined();
    expect(isSaved(taken)).toBe(true);
  });
  it.each<[string, Partial<typeof read>]>([
    [
      'a text',
      { initialScripts: [{ scriptId: 1, name: 'Rally (A)', body: 'Hi, theirs' }, ...read.initialScripts.slice(1)] },
    ],
    ['a text that they have not touched', { responseScripts: [{ scriptId: 4, name: 'Yes', body: 'Theirs' }] }],
    ['which texts there are', { responseScripts: [] }],
    ['its name', { action: { ...read.action, name: 'March' } }],
    ['its list', { action: { ...read.action, listId: 4 } }],
  ])('has the newer version beside it when somebody else has changed %s', (_what, change) => {
    const taken = takenUpAgain(mine, stored(change));
    expect(taken.newer).toEqual(stored(change));
    expect(taken.initial[0]?.body).toBe('Hi, mine');
  });
  it('takes the place of the newer version only when its author says so, and then whole', async () => {
    const theirs = stored({ responseScripts: [{ scriptId: 4, name: 'Yes', body: 'Theirs' }] });
    const calls = fakeCalls();
    await save(rebased(takenUpAgain(mine, theirs), theirs), calls);
    expect(calls.made).toEqual([
      ['change-script', { scriptId: 1, name: 'Rally (A)', body: 'Hi, mine' }],
      ['change-script', { scriptId: 4, name: 'Yes', body: 'Great' }],
    ]);
  });
});
