import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type ActionState, listScripts } from '../../../main/actions/index.ts';
import { mostScripts } from '../../../shared/contract/limits.ts';
import { openTextBank, type TextBank } from '../assignments/support/text-bank.ts';

interface Out {
  readonly bank: TextBank;
  readonly session: string;
  readonly actionId: number;
  /** The one response script that it has from the beginning. */
  readonly responseId: number;
}

/** An action with one response script, as if it had come to this state. */
async function openAction(state: ActionState = 'published', bodies?: readonly string[]): Promise<Out> {
  const bank = await openTextBank(bodies === undefined ? {} : { initialScripts: bodies });
  const session = bank.signIn('admin');
  const { initialScriptIds, responseId } = bank;
  const draft = { name: 'Saturday', listId: 1, initialScriptIds, responseScriptIds: [responseId] };
  const created = await bank.call('actions/create', { intentId: randomUUID(), ...draft }, session);
  if (!created.ok) throw new Error(created.error.code);
  const { actionId } = created.value;
  bank.store.write((tx) => tx.run('UPDATE action SET state = ? WHERE id = ?', state, actionId));
  bank.events.length = 0;
  return { bank, session, actionId, responseId };
}

const responses = ({ bank, actionId }: Out) =>
  bank.store.look((reader) => listScripts(reader, actionId, 'response')).map(({ name, body }) => [name, body]);
const add = ({ bank, session, actionId }: Out, name: string, body: string) =>
  bank.call('actions/add-response', { intentId: randomUUID(), actionId, name, body }, session);
const change = ({ bank, session, actionId }: Out, scriptId: number, name: string, body: string) =>
  bank.call('actions/change-response', { intentId: randomUUID(), actionId, scriptId, name, body }, session);
const remove = ({ bank, session, actionId }: Out, scriptId: number) =>
  bank.call('actions/remove-response', { intentId: randomUUID(), actionId, scriptId }, session);

function trailOf({ bank }: Out): unknown[] {
  const select = `SELECT kind, entity_id, payload FROM journal WHERE kind LIKE 'actions/response-%' ORDER BY id`;
  return bank.store.look((reader) => reader.all(select));
}

describe('a response script of a published action', () => {
  it('is added behind the others, and everybody is told', async () => {
    const action = await openAction();
    expect(await add(action, ' Parking ', 'There is parking, ##{{first_name}}. \n')).toMatchObject({
      value: { scriptId: 3 },
    });
    expect(responses(action)).toEqual([
      ['A script', 'Thank you!'],
      ['Parking', 'There is parking, ##{{first_name}}.'],
    ]);
    expect(trailOf(action)).toEqual([{ kind: 'actions/response-added', entity_id: 1, payload: '{"scriptId":3}' }]);
    expect(action.bank.events).toContainEqual({ event: 'changed', room: 'actions', ids: [1] });
  });

  it('is corrected in its place, and stays the same script, so that what was sent counts for it', async () => {
    const action = await openAction();
    await add(action, 'Parking', 'There is parking.');
    const answer = await change(action, action.responseId, 'Thanks', 'Thank you so much!');
    expect(answer).toMatchObject({ value: { scriptId: action.responseId } });
    expect(responses(action)).toEqual([
      ['Thanks', 'Thank you so much!'],
      ['Parking', 'There is parking.'],
    ]);
    const was = action.responseId;
    const payload = JSON.stringify({ scriptId: was, was });
    expect(trailOf(action)).toContainEqual({ kind: 'actions/response-changed', entity_id: 1, payload });
  });

  it('that is given what it says already is not changed', async () => {
    const action = await openAction();
    expect(await change(action, action.responseId, 'A script', ' Thank you!')).toMatchObject({ ok: true });
    expect([trailOf(action), action.bank.events]).toEqual([[], []]);
  });

  it('that opens conversations too is left there as it is, and a copy takes its place', async () => {
    const action = await openAction();
    const [first] = action.bank.initialScriptIds as [number];
    action.bank.store.write((tx) =>
      tx.run(`UPDATE action_script SET script_id = ? WHERE action_id = 1 AND kind = 'response'`, first),
    );
    expect(await change(action, first, 'Again', 'Hi again!')).toMatchObject({ value: { scriptId: 3 } });
    expect(responses(action)).toEqual([['Again', 'Hi again!']]);
    const initial = action.bank.store.look((reader) => listScripts(reader, action.actionId, 'initial'));
    expect(initial).toMatchObject([{ scriptId: first, body: 'Hi ##{{first_name}}, will you come on Saturday?' }]);
    const payload = JSON.stringify({ scriptId: 3, was: first });
    expect(trailOf(action)).toEqual([{ kind: 'actions/response-changed', entity_id: 1, payload }]);
  });

  it('that another action offers too stays as it is there', async () => {
    const action = await openAction();
    const { bank, session, responseId } = action;
    const draft = { name: 'Sunday', listId: 1, initialScriptIds: [1], responseScriptIds: [responseId] };
    await bank.call('actions/create', { intentId: randomUUID(), ...draft }, session);
    await change(action, responseId, 'Thanks', 'Gracias');
    expect(responses({ ...action, actionId: 2 })).toEqual([['A script', 'Thank you!']]);
    expect(responses(action)).toEqual([['Thanks', 'Gracias']]);
  });

  it('is taken away, and its script stays for what was sent of it', async () => {
    const action = await openAction();
    const { bank, responseId } = action;
    await add(action, 'Parking', 'There is parking.');
    expect(await remove(action, responseId)).toMatchObject({ ok: true });
    expect(responses(action)).toEqual([['Parking', 'There is parking.']]);
    const named = 'SELECT name FROM v_result_script WHERE script_id = ?';
    expect(bank.store.look((reader) => reader.get(named, responseId))).toEqual({ name: 'A script' });
    const payload = JSON.stringify({ scriptId: responseId });
    expect(trailOf(action)).toContainEqual({ kind: 'actions/response-removed', entity_id: 1, payload });
  });

  it('that is taken away twice is gone, once in the trail', async () => {
    const action = await openAction();
    await remove(action, action.responseId);
    expect(await remove(action, action.responseId)).toMatchObject({ ok: true });
    expect(trailOf(action)).toHaveLength(1);
  });

  it('that somebody has taken away is not corrected, and its author is told why', async () => {
    const action = await openAction();
    await remove(action, action.responseId);
    const answer = await change(action, action.responseId, 'Thanks', 'Thank you so much!');
    expect(answer).toMatchObject({ error: { code: 'actions/response-gone' } });
    expect(responses(action)).toEqual([]);
  });

  it.each([
    ['   ', 'scripts/empty'],
    ['Hi ##{{frist_name}}', 'script/unknown-variable'],
    ['Hi ##{{first_name}', 'script/not-closed'],
  ])('is neither added nor corrected with the text “%s”', async (body, code) => {
    const action = await openAction();
    expect(await add(action, 'Parking', body)).toMatchObject({ error: { code } });
    expect(await change(action, action.responseId, 'Parking', body)).toMatchObject({ error: { code } });
    expect(responses(action)).toEqual([['A script', 'Thank you!']]);
    expect(trailOf(action)).toEqual([]);
  });

  it(`is one of ${mostScripts} at most`, async () => {
    const action = await openAction();
    for (let count = 1; count < mostScripts; count += 1) await add(action, `Response ${count}`, 'Yes');
    const answer = await add(action, 'One more', 'Yes');
    expect(answer).toMatchObject({ error: { code: 'actions/too-many-responses', params: { most: mostScripts } } });
    expect(responses(action)).toHaveLength(mostScripts);
  });
});

describe('the response scripts of an action', () => {
  it.each<[ActionState, string | null]>([
    ['draft', 'actions/not-published'],
    ['publishing', 'actions/not-published'],
    ['published', null],
    ['paused', null],
    ['ended', 'actions/ended'],
  ])('when it is %s, cannot be changed because: %s', async (state, code) => {
    const action = await openAction(state);
    const wanted = code === null ? { ok: true } : { error: { code } };
    expect(await add(action, 'Parking', 'There is parking.')).toMatchObject(wanted);
    expect(await change(action, action.responseId, 'Thanks', 'Thank you so much!')).toMatchObject(wanted);
    expect(await remove(action, action.responseId)).toMatchObject(wanted);
    if (code !== null) expect(responses(action)).toEqual([['A script', 'Thank you!']]);
  });

  it('are not there of an action that is not', async () => {
    const action = { ...(await openAction()), actionId: 99 };
    const notFound = { error: { code: 'actions/not-found' } };
    expect(await add(action, 'Parking', 'There is parking.')).toMatchObject(notFound);
    expect(await change(action, action.responseId, 'Thanks', 'Thanks')).toMatchObject(notFound);
    expect(await remove(action, action.responseId)).toMatchObject(notFound);
  });

  it('are not a texter’s to change', async () => {
    const opened = await openAction();
    const action = { ...opened, session: opened.bank.signIn('texter') };
    const refused = { error: { code: 'serve/not-allowed' } };
    expect(await add(action, 'Parking', 'There is parking.')).toMatchObject(refused);
    expect(await change(action, action.responseId, 'Thanks', 'Thanks')).toMatchObject(refused);
    expect(await remove(action, action.responseId)).toMatchObject(refused);
    expect(responses(action)).toEqual([['A script', 'Thank you!']]);
  });
});
