import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { conversationsHandlers } from '../../../main/conversations/index.ts';
import { createScripts } from '../../../main/scripts/index.ts';
import type { Given, Outcome, Output, Role } from '../../../shared/contract/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { addContact, addNumber, addText, openBench } from '../delivery/bench.ts';

const startAt = Date.UTC(2026, 2, 2, 15);
const [firstPhone, secondPhone] = ['+12125550101', '+12125550102'];
const saved = ok({});
const notFound = { ok: false, error: { code: 'conversations/not-found' } };

/** Two contacts of action 1: Ana (1) has texted the first and has the second on her desk. Ben (2) has nobody. */
async function openRoom() {
  const clock = settableClock({ startAt });
  const folder = temporaryFolder();
  const bench = await openBench({ carrier: null, clock, folder });
  const { store, outbox, events, contacts, rows } = bench;
  addNumber(store);
  const texted = addContact(store, firstPhone);
  const onDesk = addContact(store, secondPhone);
  addText(store, { contactId: texted, carrierId: 'SM-1', at: startAt - 60_000 });
  store.write((tx) => {
    tx.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ben', '', 'texter', 0)`);
    tx.run(
      `INSERT INTO script (id, name, body, created_by, created_at, changed_at) VALUES (1, 'Hello', 'Hello', 1, 0, 0)`,
    );
    tx.run(`INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'initial', 0, 1)`);
    tx.run(
      `INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id) VALUES (1, ?, 1, 'claimed', 1)`,
      onDesk,
    );
  });
  const scripts = createScripts({ sendingPhone: () => null });
  const handlers = conversationsHandlers({
    store,
    clock,
    announce: (event) => void events.push(event),
    outbox,
    scripts,
  });
  const actorOf = (role: Role, userId: number) => ({ sessionId: 1, userId, role });

  return {
    ...bench,
    texted,
    onDesk,
    save: (
      given: Omit<Given<'conversations/save-draft'>, 'isFirst'> & { readonly isFirst?: boolean },
      role: Role = 'texter',
      userId = 1,
    ) => {
      const isFirst = given.contactId === onDesk;
      const input = contract['conversations/save-draft'].input.parse({ isFirst, ...given });
      const answer = handlers['conversations/save-draft']({ actor: actorOf(role, userId) } as never, input);
      return answer as Outcome<'conversations/save-draft'>;
    },
    drafts: (role: Role = 'texter', userId = 1, page: Given<'conversations/list-drafts'> = {}) => {
      const input = contract['conversations/list-drafts'].input.parse(page);
      const answer = handlers['conversations/list-drafts']({ actor: actorOf(role, userId) } as never, input);
      const { value } = answer as { value: Output<'conversations/list-drafts'> };
      return contract['conversations/list-drafts'].output.parse(value);
    },
    send: (contactId: number, text: string, userId = 1) => {
      const input = contract['conversations/send'].input.parse({
        intentId: randomUUID(),
        actionId: 1,
        contactId,
        text,
      });
      const context = (tx: unknown) => ({ actor: actorOf('texter', userId), tx }) as never;
      return store.write((tx) => handlers['conversations/send'](context(tx), input));
    },
    sendFirst: (contactId: number, text: string) =>
      store.write((tx) => {
        const row = tx.get<{ id: number }>('SELECT id FROM assignment WHERE contact_id = ?', contactId);
        return outbox.queueInitial(tx, { assignmentId: row?.id ?? 0, userId: 1, text });
      }),
    optOut: (phone: string) =>
      store.write((tx) => contacts.optOut(tx, { phone, source: 'texter', userId: 1, at: startAt })),
    kept: () => rows('SELECT contact_id, user_id, body FROM draft ORDER BY id'),
    folder,
  };
}

const textsOf = ({ drafts }: Output<'conversations/list-drafts'>): string[] => drafts.map(({ text }) => text);

describe('words that were written and not sent', () => {
  it('are kept for whoever wrote them, with the script that they began as', async () => {
    const { save, drafts, texted } = await openRoom();
    expect(save({ actionId: 1, contactId: texted, text: 'Half a sen', scriptId: 2, replaced: 'Mine' })).toEqual(saved);
    expect(drafts()).toEqual({
      drafts: [
        {
          actionId: 1,
          contactId: texted,
          isFirst: false,
          text: 'Half a sen',
          scriptId: 2,
          replaced: 'Mine',
          savedAt: startAt,
        },
      ],
      next: null,
    });
    expect(drafts('texter', 2)).toEqual({ drafts: [], next: null });
    expect(drafts('admin', 2)).toEqual({ drafts: [], next: null });
  });

  it('take the place of those before them, and go when there are none left', async () => {
    const { save, drafts, kept, texted } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'One' });
    save({ actionId: 1, contactId: texted, text: 'Two' });
    expect(textsOf(drafts())).toEqual(['Two']);
    save({ actionId: 1, contactId: texted, text: ' \n' });
    expect(kept()).toEqual([]);
    expect(save({ actionId: 1, contactId: texted, text: '' })).toEqual(saved);
  });

  it('survive the engine, without having been ended', async () => {
    const { save, texted, folder, store } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'Half a sen' });
    await store.close();
    const next = await openBench({ carrier: null, folder });
    expect(next.rows('SELECT body FROM draft')).toEqual([{ body: 'Half a sen' }]);
  });

  it('change nothing but themselves: no text, no journal, no news', async () => {
    const { save, texted, rows, events } = await openRoom();
    const before = [rows('SELECT * FROM message'), rows('SELECT * FROM journal'), rows('SELECT * FROM assignment')];
    events.length = 0;
    save({ actionId: 1, contactId: texted, text: 'Half a sen' });
    expect([rows('SELECT * FROM message'), rows('SELECT * FROM journal'), rows('SELECT * FROM assignment')]).toEqual(
      before,
    );
    expect(events).toEqual([]);
  });

  it('are paged by key', async () => {
    const { save, drafts, texted, onDesk } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'One' });
    save({ actionId: 1, contactId: onDesk, text: 'Two' });
    const first = drafts('texter', 1, { limit: 1 });
    expect(textsOf(first)).toEqual(['One']);
    expect(drafts('texter', 1, { limit: 1, after: first.next })).toMatchObject({
      drafts: [{ text: 'Two', isFirst: true }],
      next: null,
    });
  });
});

describe('a draft goes', () => {
  it('with the answer that is sent, and others’ words there stay', async () => {
    const { save, send, kept, texted } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'Half a sen' });
    save({ actionId: 1, contactId: texted, text: 'Mine' }, 'admin', 2);
    expect(send(texted, 'Half a sentence')).toMatchObject({ ok: true });
    expect(kept()).toEqual([{ contact_id: texted, user_id: 2, body: 'Mine' }]);
  });

  it('with the first text that is sent', async () => {
    const { save, sendFirst, kept, onDesk } = await openRoom();
    save({ actionId: 1, contactId: onDesk, text: 'Hello there' });
    expect(sendFirst(onDesk, 'Hello there')).toMatchObject({ ok: true });
    expect(kept()).toEqual([]);
  });

  it('of the first text, whoever had begun it, and never becomes one of an answer', async () => {
    const { save, sendFirst, drafts, kept, store, onDesk } = await openRoom();
    store.write((tx) => tx.run('UPDATE assignment SET user_id = 2 WHERE contact_id = ?', onDesk));
    save({ actionId: 1, contactId: onDesk, text: 'Hello from Ben' }, 'admin', 2);
    store.write((tx) => tx.run('UPDATE assignment SET user_id = 1 WHERE contact_id = ?', onDesk));
    expect(kept()).toHaveLength(1);
    expect(sendFirst(onDesk, 'Hello there')).toMatchObject({ ok: true });
    expect(drafts('admin', 2)).toEqual({ drafts: [], next: null });
    expect(save({ actionId: 1, contactId: onDesk, text: 'Hello' })).toMatchObject(notFound);
    expect(save({ actionId: 1, contactId: onDesk, isFirst: false, text: 'Answer' })).toEqual(saved);
  });

  it('not with an answer that was refused', async () => {
    const { save, send, kept, texted } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'Hi ##{{nobody}}' });
    expect(send(texted, 'Hi ##{{nobody}}')).toMatchObject({ error: { code: 'outbox/unfilled-variable' } });
    expect(kept()).toHaveLength(1);
  });

  it('when the contact opts out, everybody’s, and cannot be kept again', async () => {
    const { save, optOut, kept, texted } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'One' });
    save({ actionId: 1, contactId: texted, text: 'Two' }, 'admin', 2);
    optOut(firstPhone);
    expect(kept()).toEqual([]);
    expect(save({ actionId: 1, contactId: texted, text: 'One' })).toMatchObject({
      error: { code: 'outbox/opted-out' },
    });
  });
});

describe('who may keep a draft', () => {
  it('is whoever may write there: a texter their own, and those who look after the campaign all that have begun', async () => {
    const { save, texted, onDesk } = await openRoom();
    expect(save({ actionId: 1, contactId: texted, text: 'a' }, 'texter', 2)).toMatchObject(notFound);
    expect(save({ actionId: 1, contactId: texted, text: 'a' }, 'lead', 2)).toEqual(saved);
    expect(save({ actionId: 1, contactId: onDesk, text: 'a' }, 'texter', 1)).toEqual(saved);
    // Somebody's desk is theirs, whoever looks after the campaign.
    expect(save({ actionId: 1, contactId: onDesk, text: 'a' }, 'owner', 2)).toMatchObject(notFound);
    expect(save({ actionId: 2, contactId: texted, text: 'a' })).toMatchObject(notFound);
    expect(save({ actionId: 1, contactId: 99, text: 'a' })).toMatchObject(notFound);
  });

  it('is shown none any more that belongs to a conversation somebody else has now, and it is kept for them', async () => {
    const { save, drafts, kept, store, texted, onDesk } = await openRoom();
    save({ actionId: 1, contactId: texted, text: 'Answer' });
    save({ actionId: 1, contactId: onDesk, text: 'First' });
    store.write((tx) => tx.run('UPDATE assignment SET user_id = 2'));
    expect(textsOf(drafts())).toEqual([]);
    expect(textsOf(drafts('lead'))).toEqual(['Answer']);
    expect(kept()).toHaveLength(2);
  });

  it('is not somebody whose words are longer than anybody may send', () => {
    const given = { actionId: 1, contactId: 1, isFirst: false, text: 'a'.repeat(5_001) };
    expect(contract['conversations/save-draft'].input.safeParse(given).success).toBe(false);
  });
});
