import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { type ActionState, findAction, listScripts, whyNoTexting } from '../../../main/actions/index.ts';
import { listActions, listOpenActions } from '../../../main/actions/queries.ts';
import { plansOf } from '../assignments/support/plans.ts';
import { openTextBank, type TextBank } from '../assignments/support/text-bank.ts';

const states: readonly ActionState[] = ['draft', 'publishing', 'published', 'paused', 'ended'];

/** An action in this state, as if it had come there. */
async function actionIn(state: ActionState, bank: TextBank): Promise<number> {
  const actionId = await bank.createDraft(bank.signIn('admin'), { initialScriptIds: bank.initialScriptIds });
  bank.store.write((tx) => tx.run('UPDATE action SET state = ? WHERE id = ?', state, actionId));
  return actionId;
}

function trailOf({ store }: TextBank): unknown[] {
  const select = `SELECT kind, entity_id, payload FROM journal WHERE kind LIKE 'actions/%' ORDER BY id`;
  return store.look((reader) => reader.all(select));
}

describe('a draft', () => {
  it('keeps its list and its scripts in the order in which they were given', async () => {
    const bank = await openTextBank({ initialScripts: ['Hi!', 'Hello!', 'Good day!'] });
    const session = bank.signIn('admin');
    const [one, two, three] = bank.initialScriptIds as [number, number, number];
    const draft = {
      name: ' Saturday ',
      listId: 1,
      initialScriptIds: [three, one, two],
      responseScriptIds: [bank.responseId, one],
    };
    const created = await bank.call('actions/create', { intentId: randomUUID(), ...draft }, session);
    expect(created).toMatchObject({ value: { actionId: 1 } });
    expect(await bank.call('actions/read', { actionId: 1 }, session)).toMatchObject({
      value: {
        action: { name: 'Saturday', state: 'draft', listId: 1, listName: 'Tenants', publishedAt: null, endedAt: null },
        initialScripts: [{ body: 'Good day!' }, { body: 'Hi!' }, { body: 'Hello!' }],
        responseScripts: [{ scriptId: bank.responseId }, { scriptId: one }],
      },
    });
    const known = { actionId: 1, origin: null, name: 'Saturday', listId: 1, state: 'draft', createdBy: 1 };
    expect(bank.store.look((reader) => findAction(reader, 1))).toEqual(known);
    expect(trailOf(bank)).toEqual([{ kind: 'actions/created', entity_id: 1, payload: '{"listId":1}' }]);
    expect(bank.events).toContainEqual({ event: 'changed', room: 'actions', ids: [1] });
  });

  it('that is changed has its new name, list and scripts, and none of the old', async () => {
    const bank = await openTextBank({ initialScripts: ['Hi!', 'Hello!'] });
    const session = bank.signIn('admin');
    const [one, two] = bank.initialScriptIds as [number, number];
    const actionId = await bank.createDraft(session, { initialScriptIds: [one, two] });
    const change = { name: 'Sunday', listId: 2, initialScriptIds: [two], responseScriptIds: [one] };
    const answer = await bank.call('actions/change', { intentId: randomUUID(), actionId, ...change }, session);
    expect(answer).toMatchObject({ ok: true });
    expect(bank.store.look((reader) => findAction(reader, actionId))).toMatchObject({ name: 'Sunday', listId: 2 });
    const scriptIds = (kind: 'initial' | 'response') =>
      bank.store.look((reader) => listScripts(reader, actionId, kind)).map(({ scriptId }) => scriptId);
    expect([scriptIds('initial'), scriptIds('response')]).toEqual([[two], [one]]);
    expect(trailOf(bank)).toContainEqual({ kind: 'actions/changed', entity_id: actionId, payload: '{"listId":2}' });
  });

  it.each([
    ['a list that is not there', { listId: 99 }, 'contacts/unknown-list'],
    ['a list that is still being imported', { listId: 3 }, 'contacts/unknown-list'],
    ['an initial script that is not there', { initialScriptIds: [1, 99] }, 'scripts/not-found'],
    ['a response script that is not there', { responseScriptIds: [99] }, 'scripts/not-found'],
    ['an initial script twice', { initialScriptIds: [1, 1] }, 'actions/script-twice'],
    ['a response script twice', { responseScriptIds: [2, 1, 2] }, 'actions/script-twice'],
  ])('is neither made nor changed with %s', async (_what, wrong, code) => {
    const bank = await openTextBank();
    const session = bank.signIn('admin');
    const actionId = await bank.createDraft(session, { initialScriptIds: [1] });
    const draft = { name: 'Sunday', listId: 1, initialScriptIds: [1], responseScriptIds: [], ...wrong };
    const created = await bank.call('actions/create', { intentId: randomUUID(), ...draft }, session);
    expect(created).toMatchObject({ error: { code } });
    const changed = await bank.call('actions/change', { intentId: randomUUID(), actionId, ...draft }, session);
    expect(changed).toMatchObject({ error: { code } });
    expect(bank.store.look((reader) => findAction(reader, actionId))).toMatchObject({ name: 'Saturday' });
  });
});

describe('publishing', () => {
  it('lays the contacts out, then lets people text and tells so', async () => {
    const bank = await openTextBank({ contactCount: 7 });
    const actionId = await bank.publish(bank.initialScriptIds);
    expect(bank.stateOf(actionId)).toBe('published');
    expect(bank.moved).toEqual([actionId]);
    expect(trailOf(bank).slice(1)).toEqual([
      { kind: 'actions/publishing', entity_id: actionId, payload: '{}' },
      { kind: 'actions/published', entity_id: actionId, payload: '{"contactCount":7}' },
    ]);
    const read = await bank.call('actions/read', { actionId }, bank.signIn('admin'));
    expect(read).toMatchObject({ value: { action: { publishedAt: bank.clock.nowMs() } } });
  });

  it.each([
    ['without an initial script', { initialScriptIds: [] }, '', 'actions/no-initial-script'],
    [
      'with a first text that has a mistake',
      { initialScriptIds: [1] },
      "UPDATE script SET body = 'Hi {{first_name}}' WHERE id = 1",
      'script/no-hashes',
    ],
    [
      'with an answer that has a mistake',
      { initialScriptIds: [1], responseScriptIds: [2] },
      "UPDATE script SET body = 'Hi ##{{frist_name}}' WHERE id = 2",
      'script/unknown-variable',
    ],
    ['with a list that has no contacts', { initialScriptIds: [1], listId: 2 }, '', 'actions/empty-list'],
    ['without a number', { initialScriptIds: [1] }, 'DELETE FROM number', 'numbers/none'],
    ['with a number that was lost', { initialScriptIds: [1] }, 'UPDATE number SET lost_at = 0', 'numbers/none'],
    ['with a number that cannot text', { initialScriptIds: [1] }, 'UPDATE number SET can_text = 0', 'numbers/none'],
  ])('is refused %s, and the draft stays one', async (_what, draft, change, code) => {
    const bank = await openTextBank();
    const session = bank.signIn('admin');
    if (change !== '') bank.store.write((tx) => tx.run(change));
    const actionId = await bank.createDraft(session, draft);
    const answer = await bank.call('actions/publish', { intentId: randomUUID(), actionId }, session);
    expect(answer).toMatchObject({ error: { code } });
    expect(bank.stateOf(actionId)).toBe('draft');
  });
});

describe('the steps of an action', () => {
  const steps = {
    'actions/change': { name: 'Sunday', listId: 1, initialScriptIds: [1], responseScriptIds: [] },
    'actions/publish': {},
    'actions/pause': {},
    'actions/resume': {},
    'actions/end': {},
  } as const;
  type Step = keyof typeof steps;

  // In the order of `states`: the state that the step leads to, or why it is refused.
  const onlyOfDrafts = Array.from({ length: 4 }, () => 'actions/not-draft');
  const table: Readonly<Record<Step, readonly string[]>> = {
    'actions/change': ['draft', ...onlyOfDrafts],
    'actions/publish': ['publishing', ...onlyOfDrafts],
    'actions/pause': ['actions/not-published', 'actions/not-published', 'paused', 'paused', 'actions/ended'],
    'actions/resume': ['actions/not-paused', 'actions/not-paused', 'actions/not-paused', 'published', 'actions/ended'],
    'actions/end': ['actions/not-published', 'actions/not-published', 'ended', 'ended', 'actions/ended'],
  };
  const cases = (Object.keys(steps) as Step[]).flatMap((step) =>
    states.map((state, index): [Step, ActionState, string] => [step, state, table[step][index] ?? '']),
  );

  it.each(cases)('%s, when it is %s, comes to: %s', async (step, state, outcome) => {
    const bank = await openTextBank();
    const actionId = await actionIn(state, bank);
    // What is published stays in its publishing: the job's work is tested with the assignments.
    vi.spyOn(bank.jobs, 'start').mockReturnValue(1);
    const input = { intentId: randomUUID(), actionId, ...steps[step] } as never;
    const answer = await bank.call(step, input, bank.signIn('admin'));
    const isRefusal = outcome.includes('/');
    expect(answer).toMatchObject(isRefusal ? { ok: false, error: { code: outcome } } : { ok: true });
    expect(bank.stateOf(actionId)).toBe(isRefusal ? state : outcome);
  });

  it.each(Object.keys(steps) as Step[])('%s is refused for an action that is not there', async (step) => {
    const bank = await openTextBank();
    const input = { intentId: randomUUID(), actionId: 99, ...steps[step] } as never;
    expect(await bank.call(step, input, bank.signIn('admin'))).toMatchObject({ error: { code: 'actions/not-found' } });
  });

  it('tell others that it is paused or resumed', async () => {
    const bank = await openTextBank();
    const session = bank.signIn('admin');
    const actionId = await actionIn('published', bank);
    await bank.call('actions/pause', { intentId: randomUUID(), actionId }, session);
    expect(bank.moved).toEqual([actionId]);
    await bank.call('actions/resume', { intentId: randomUUID(), actionId }, session);
    expect(bank.moved).toEqual([actionId, actionId]);
    expect(trailOf(bank).slice(1)).toEqual([
      { kind: 'actions/paused', entity_id: actionId, payload: '{}' },
      { kind: 'actions/resumed', entity_id: actionId, payload: '{}' },
    ]);
  });

  it('say nothing when it was paused before', async () => {
    const bank = await openTextBank();
    const actionId = await actionIn('paused', bank);
    await bank.call('actions/pause', { intentId: randomUUID(), actionId }, bank.signIn('admin'));
    expect(bank.moved).toEqual([]);
    expect(trailOf(bank)).toHaveLength(1);
  });

  it('end it for everybody: what has not left is withdrawn, and the trail tells', async () => {
    const bank = await openTextBank();
    const session = bank.signIn('admin');
    const actionId = await actionIn('paused', bank);
    await bank.call('actions/end', { intentId: randomUUID(), actionId }, session);
    expect(bank.closed).toEqual([actionId]);
    const read = await bank.call('actions/read', { actionId }, session);
    expect(read).toMatchObject({ value: { action: { state: 'ended', endedAt: bank.clock.nowMs() } } });
    expect(trailOf(bank)).toContainEqual({ kind: 'actions/ended', entity_id: actionId, payload: '{}' });
  });

  it('do not end it when what waits cannot be withdrawn', async () => {
    const bank = await openTextBank();
    const actionId = await actionIn('published', bank);
    vi.spyOn(bank.closed, 'push').mockImplementation(() => {
      throw new Error('the queue is stuck');
    });
    const answer = await bank.call('actions/end', { intentId: randomUUID(), actionId }, bank.signIn('admin'));
    expect(answer).toMatchObject({ error: { code: 'internal/bug' } });
    expect(bank.stateOf(actionId)).toBe('published');
  });

  it.each<[ActionState, string | null]>([
    ['draft', 'actions/not-published'],
    ['publishing', 'actions/not-published'],
    ['published', null],
    ['paused', 'actions/paused'],
    ['ended', 'actions/ended'],
  ])('let nobody text, when it is %s, because: %s', (state, refusal) => {
    expect(whyNoTexting(state)).toBe(refusal);
  });
});

describe('the list of actions', () => {
  it('shows admins all of them and texters those in which people text, newest first', async () => {
    const bank = await openTextBank();
    for (const state of states) await actionIn(state, bank);
    const listed = async (session: string) => {
      const answer = await bank.call('actions/list', {}, session);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value.actions.map(({ state }) => state);
    };
    expect(await listed(bank.signIn('admin'))).toEqual([...states].reverse());
    expect(await listed(bank.signIn('texter'))).toEqual(['paused', 'published']);
  });

  it.each(['admin', 'texter'] as const)('comes to the %s a page at a time', async (role) => {
    const bank = await openTextBank();
    for (let n = 0; n < 5; n += 1) await actionIn('published', bank);
    const session = bank.signIn(role);
    const page = async (before: number | null) => {
      const answer = await bank.call('actions/list', { before, limit: 3 }, session);
      if (!answer.ok) throw new Error(answer.error.code);
      return [answer.value.actions.map(({ actionId }) => actionId), answer.value.next];
    };
    expect(await page(null)).toEqual([[5, 4, 3], 3]);
    expect(await page(3)).toEqual([[2, 1], null]);
  });

  it('is read from its end, whoever asks and however many actions there are', async () => {
    const { store } = await openTextBank();
    expect(plansOf(store, (reader) => listActions(reader, null, 10))).toEqual([
      'SEARCH action USING INTEGER PRIMARY KEY (rowid<?)',
    ]);
    expect(plansOf(store, (reader) => listOpenActions(reader, null, 10))).toEqual([
      'SEARCH action USING INDEX action_open (id<?)',
    ]);
  });
});

describe('an action that a texter asks for', () => {
  it.each<[ActionState, boolean]>([
    ['draft', false],
    ['publishing', false],
    ['published', true],
    ['paused', true],
    ['ended', true],
  ])('is shown, when it is %s: %s', async (state, isShown) => {
    const bank = await openTextBank();
    const actionId = await actionIn(state, bank);
    const answer = await bank.call('actions/read', { actionId }, bank.signIn('texter'));
    expect(answer).toMatchObject(isShown ? { ok: true } : { error: { code: 'actions/not-found' } });
  });

  it('is not found when nobody made it', async () => {
    const bank = await openTextBank();
    const answer = await bank.call('actions/read', { actionId: 9 }, bank.signIn('admin'));
    expect(answer).toMatchObject({ error: { code: 'actions/not-found' } });
  });
});
