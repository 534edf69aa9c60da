import { randomUUID } from 'node:crypto';
import { settableClock } from '../../../main/clock/index.ts';
import { conversationsHandlers } from '../../../main/conversations/index.ts';
import type { conversationsQuery } from '../../../main/conversations/queries.ts';
import { createScripts } from '../../../main/scripts/index.ts';
import type { Given, Outcome, Output, Role } from '../../../shared/contract/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { addContact, addNumber, addText, type Bench, openBench, type TextFacts } from '../delivery/bench.ts';
import { carrierMessage } from '../delivery/listed-carrier.ts';

export const startAt = Date.UTC(2026, 2, 2, 15);

export interface Room extends Bench {
  readonly list: (
    given?: Given<'conversations/list'>,
    who?: { role: Role; userId?: number },
  ) => Promise<{ conversations: readonly Record<string, unknown>[]; next: number | null }>;
  readonly count: (who?: { role: Role; userId?: number }) => Promise<Output<'conversations/count-needing-answer'>>;
  readonly countUnanswered: (
    given?: Given<'conversations/count-unanswered'>,
    who?: { role: Role; userId?: number },
  ) => Promise<Output<'conversations/count-unanswered'>>;
  readonly read: (actionId: number, contactId: number, role?: Role, userId?: number) => Outcome<'conversations/read'>;
  readonly send: (
    given: Omit<Given<'conversations/send'>, 'intentId'>,
    role?: Role,
    userId?: number,
  ) => Outcome<'conversations/send'>;
  /** Somebody, a texter unless something else is said, has seen the conversation up to this reply. */
  readonly markRead: (
    given: Given<'conversations/mark-read'>,
    who?: { role?: Role; userId?: number },
  ) => Outcome<'conversations/mark-read'>;
  /** A contact who was texted in the action, by Ana unless somebody else is said. */
  readonly text: (index: number, facts?: Partial<TextFacts> & { userId?: number }) => number;
  /** A reply of that contact, so many seconds after the start. */
  readonly hear: (index: number, body: string, seconds: number) => void;
  readonly pass: (ms: number) => Promise<void>;
}

export const phoneOf = (index: number): string =>
  `+1${212 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;

/** The room on a store of its own, with the texters 1 and 2 and two response scripts in action 1. */
export async function openRoom(): Promise<Room> {
  const clock = settableClock({ startAt });
  const bench = await openBench({ carrier: null, clock });
  const { store, outbox, replies, events } = bench;
  addNumber(store);
  store.write((tx) => {
    tx.run(`INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ben', '', 'texter', 0)`);
    tx.run(
      `INSERT INTO script (id, name, body, created_by, created_at, changed_at)
       VALUES (1, 'Thanks', 'Thanks ##{{first_name}}!', 1, 0, 0), (2, 'Where', 'At the library, says ##{{user.first_name}}', 1, 0, 0)`,
    );
    tx.run(
      `INSERT INTO action_script (action_id, kind, position, script_id) VALUES (1, 'response', 0, 2), (1, 'response', 1, 1)`,
    );
  });
  const scripts = createScripts({ sendingPhone: () => null });
  const announce = (event: (typeof events)[number]): void => void events.push(event);
  const handlers = conversationsHandlers({ store, clock, announce, outbox, scripts });
  const context = (role: Role, userId: number) => ({ actor: { sessionId: 1, userId, role } }) as never;

  return {
    ...bench,
    list: async (given = {}, { role, userId = 1 } = { role: 'admin' }) => {
      const input = contract['conversations/list'].input.parse(given);
      const answer = await handlers['conversations/list'](context(role, userId), input);
      if (!answer.ok) throw new Error('a list cannot fail');
      contract['conversations/list'].output.parse(answer.value);
      return answer.value;
    },
    count: async ({ role, userId = 1 } = { role: 'admin' }) => {
      const answer = await handlers['conversations/count-needing-answer'](context(role, userId), {});
      if (!answer.ok) throw new Error('a count cannot fail');
      return answer.value;
    },
    countUnanswered: async (given = {}, { role, userId = 1 } = { role: 'admin' }) => {
      const input = contract['conversations/count-unanswered'].input.parse(given);
      const answer = await handlers['conversations/count-unanswered'](context(role, userId), input);
      if (!answer.ok) throw new Error('a count cannot fail');
      return answer.value;
    },
    read: (actionId, contactId, role = 'texter', userId = 1) => {
      const answer = handlers['conversations/read'](context(role, userId), { actionId, contactId });
      if (answer instanceof Promise) throw new Error('a conversation is read at once');
      if (answer.ok) contract['conversations/read'].output.parse(answer.value);
      return answer;
    },
    send: (given, role = 'texter', userId = 1) => {
      const input = contract['conversations/send'].input.parse({ intentId: randomUUID(), ...given });
      return store.write((tx) =>
        handlers['conversations/send']({ actor: { sessionId: 1, userId, role }, tx } as never, input),
      );
    },
    markRead: (given, { role = 'texter', userId = 1 } = {}) => {
      const answer = handlers['conversations/mark-read'](context(role, userId), given);
      if (answer instanceof Promise) throw new Error('a mark is set at once');
      return answer;
    },
    text: (index, { userId = 1, ...facts } = {}) => {
      const known = store.look((reader) =>
        reader.get<{ id: number }>('SELECT id FROM contact WHERE phone = ?', phoneOf(index)),
      );
      const contactId = known?.id ?? addContact(store, phoneOf(index));
      const at = facts.at ?? startAt - 60_000;
      addText(store, { contactId, carrierId: `SM-${contactId}-${facts.actionId ?? 1}`, at, ...facts });
      store.write((tx) =>
        tx.run(
          'UPDATE assignment SET user_id = ? WHERE action_id = ? AND contact_id = ?',
          userId,
          facts.actionId ?? 1,
          contactId,
        ),
      );
      return contactId;
    },
    hear: (index, body, seconds) => {
      const message = carrierMessage({ from: phoneOf(index), body, createdAt: startAt + seconds * 1_000 });
      store.write((tx) => replies.receive(tx, message));
    },
    pass: clock.advance,
  };
}

/** The last words of each, by which a test knows them. */
export const names = (page: { conversations: readonly Record<string, unknown>[] }): unknown[] =>
  page.conversations.map(({ lastReply }) => lastReply);

/** How SQLite would go about it on a store of this schema, step by step. The few actions that are given with it are none. */
export async function planOf({ sql, values }: ReturnType<typeof conversationsQuery>): Promise<string[]> {
  const { store } = await openRoom();
  const steps = store.look((reader) => reader.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values));
  return steps.map(({ detail }) => detail).filter((step) => !step.startsWith('SCAN json_each'));
}
