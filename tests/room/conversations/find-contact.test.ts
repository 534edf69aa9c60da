import { describe, expect, it } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { conversationsHandlers } from '../../../main/conversations/index.ts';
import { createScripts } from '../../../main/scripts/index.ts';
import { contract, type Outcome } from '../../../shared/contract/index.ts';
import { addContact, addNumber, addText, openBench } from '../delivery/bench.ts';

const startAt = Date.UTC(2026, 2, 2, 15);
const phone = '+12125550101';

async function openRoom() {
  const clock = settableClock({ startAt });
  const bench = await openBench({ carrier: null, clock });
  const { store, outbox, contacts } = bench;
  addNumber(store);
  const handlers = conversationsHandlers({
    store,
    clock,
    announce: () => {},
    outbox,
    scripts: createScripts({ sendingPhone: () => null }),
  });
  return {
    ...bench,
    find: async (typed: string): Promise<Outcome<'conversations/find-contact'>> => {
      const input = contract['conversations/find-contact'].input.parse({ phone: typed });
      const context = { actor: { sessionId: 1, userId: 1, role: 'admin' } } as never;
      const found = await handlers['conversations/find-contact'](context, input);
      if (found.ok) contract['conversations/find-contact'].output.parse(found.value);
      return found;
    },
    optOut: () => store.write((tx) => contacts.optOut(tx, { phone, source: 'words', userId: null, at: clock.nowMs() })),
  };
}

describe('finding a contact by phone', () => {
  it.each([['(212) 555-0101'], ['212.555.0101'], ['+1 212 555 0101'], ['tel:+12125550101']])(
    'takes %s',
    async (typed) => {
      const { store, find } = await openRoom();
      const contactId = addContact(store, phone);
      addContact(store, '+12125550102');
      expect(await find(typed)).toMatchObject({ ok: true, value: { phone, optedOut: false, contact: { contactId } } });
    },
  );

  it.each([
    ['555-0101', 'contacts/no-area-code'],
    ['555 01', 'contacts/not-a-phone'],
    ['Ana', 'contacts/not-a-phone'],
    ['', 'contacts/not-a-phone'],
  ])('takes no part of a number, such as %j', async (typed, code) => {
    const { store, find } = await openRoom();
    addContact(store, phone);
    expect(await find(typed)).toMatchObject({ ok: false, error: { code } });
  });

  it('tells of a number that nobody has whether it has opted out', async () => {
    const { find, optOut } = await openRoom();
    const nobody = { phone, contact: null, conversations: [] };
    expect(await find(phone)).toEqual({ ok: true, value: { ...nobody, optedOut: false } });
    optOut();
    expect(await find(phone)).toEqual({ ok: true, value: { ...nobody, optedOut: true } });
  });

  it('tells where the contact was texted, the newest text first, and not where nobody has texted them yet', async () => {
    const { store, find } = await openRoom();
    const contactId = addContact(store, phone);
    store.write((tx) => {
      for (const name of ['Rent strike', 'Ask again', 'Not yet'])
        tx.run(
          `INSERT INTO action (name, list_id, state, created_by, created_at) VALUES (?, 1, 'published', 1, 0)`,
          name,
        );
    });
    const actions = store.look((reader) => reader.all<{ id: number; name: string }>('SELECT id, name FROM action'));
    const idOf = (name: string): number => actions.find((action) => action.name === name)?.id ?? 0;
    addText(store, { contactId, actionId: idOf('Rent strike'), carrierId: 'SM-1', at: startAt - 90_000 });
    addText(store, { contactId, actionId: idOf('Ask again'), carrierId: 'SM-2', at: startAt - 60_000 });
    store.write((tx) =>
      tx.run(
        `INSERT INTO assignment (action_id, contact_id, zone_set_id, state, user_id) VALUES (?, ?, 1, 'claimed', 1)`,
        idOf('Not yet'),
        contactId,
      ),
    );
    expect(await find(phone)).toMatchObject({
      value: {
        conversations: [
          { actionId: idOf('Ask again'), actionName: 'Ask again', lastTextAt: startAt - 60_000 },
          { actionId: idOf('Rent strike'), actionName: 'Rent strike', lastTextAt: startAt - 90_000 },
        ],
      },
    });
  });
});

it('is not for texters and leads, who see only what is theirs', () => {
  expect(contract['conversations/find-contact'].allow).toEqual(['admin', 'owner']);
});
