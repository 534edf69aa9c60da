import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { type ActionState, isScriptOut, whyScriptIsFixed } from '../../../main/actions/index.ts';
import { findScript, scriptsHandlers } from '../../../main/scripts/index.ts';
import { openRoomsWith } from '../campaign/rooms-with.ts';

/** A text that opens an action in this state, and one that answers in it. */
async function openScriptsOf(state: ActionState) {
  const rooms = await openRoomsWith((parts) => ({
    handlers: scriptsHandlers({ ...parts, whyFixed: whyScriptIsFixed, isOut: isScriptOut }),
  }));
  await rooms.call('campaign/found', rooms.found());
  const session = rooms.signIn('admin');
  for (const body of ['Hi', 'Thanks']) {
    await rooms.call('scripts/create', { intentId: randomUUID(), name: 'A script', body }, session);
  }
  rooms.store.write((tx) => {
    tx.run(`INSERT INTO list (name, state, created_by, created_at) VALUES ('Tenants', 'ready', 1, 0)`);
    tx.run(`INSERT INTO action (name, list_id, state, created_by, created_at) VALUES ('Rally', 1, ?, 1, 0)`, state);
    tx.run(`INSERT INTO action_script VALUES (1, 'initial', 0, 1), (1, 'response', 0, 2)`);
  });
  const change = (scriptId: number, body = 'Hello') =>
    rooms.call('scripts/change', { intentId: randomUUID(), scriptId, name: 'A script', body }, session);
  const bodyOf = (scriptId: number) => rooms.store.look((reader) => findScript(reader, scriptId)?.body);
  return { change, bodyOf };
}

it.each<[ActionState, string]>([
  ['draft', 'Hello'],
  ['publishing', 'Hi'],
  ['published', 'Hi'],
  ['paused', 'Hi'],
  ['ended', 'Hi'],
])('a first text of an action that is %s says after a change: %s', async (state, body) => {
  const { change, bodyOf } = await openScriptsOf(state);
  const answer = await change(1);
  expect(answer).toMatchObject(body === 'Hello' ? { ok: true } : { error: { code: 'actions/not-draft' } });
  expect(bodyOf(1)).toBe(body);
});

it('a text that only answers is changed whatever its action is', async () => {
  const { change, bodyOf } = await openScriptsOf('published');
  expect(await change(2)).toMatchObject({ ok: true });
  expect(bodyOf(2)).toBe('Hello');
});

it('a text that only answers keeps what is wrong with it while its action is a draft, and no longer', async () => {
  const ofDraft = await openScriptsOf('draft');
  expect(await ofDraft.change(2, 'Hi {{first_name}}')).toMatchObject({ ok: true });
  expect(ofDraft.bodyOf(2)).toBe('Hi {{first_name}}');
  const ofPublished = await openScriptsOf('published');
  expect(await ofPublished.change(2, 'Hi {{first_name}}')).toMatchObject({ error: { code: 'script/no-hashes' } });
  expect(ofPublished.bodyOf(2)).toBe('Thanks');
});
