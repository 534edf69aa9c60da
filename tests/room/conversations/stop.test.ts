import { describe, expect, it } from 'vitest';
import { openRoom, phoneOf, type Room } from './open-conversations.ts';

/** What somebody who opens the conversation is told, and what they are told who send to it. */
async function toldIn(room: Room) {
  const read = room.read(1, 1);
  const sent = await room.send({ actionId: 1, contactId: 1, text: 'Thank you' });
  return { before: read.ok ? read.value.stop : read.error.code, after: sent.ok ? null : sent.error.code };
}

describe('a conversation that is read', () => {
  const states: readonly (readonly [string, string | null, (room: Room) => void])[] = [
    ['nothing does', null, () => {}],
    ['its action is paused', 'actions/paused', (room) => run(room, `UPDATE action SET state = 'paused'`)],
    [
      'its action has ended',
      'actions/ended',
      (room) => run(room, `UPDATE action SET state = 'ended', ended_at = 1, published_at = 1`),
    ],
    ['the contact has opted out', 'outbox/opted-out', (room) => room.hear(1, 'STOP', 2)],
    ['the contact is cut off', 'outbox/blocked-phone', (room) => known(room, 'blocked_at', 1)],
    ['the number takes no texts', 'outbox/unreachable-phone', (room) => known(room, 'unreachable_code', 30_006)],
    ['there is no number to send from', 'numbers/none', (room) => run(room, 'UPDATE number SET can_text = 0')],
  ];

  it.each(states)('says what an answer would be refused for, when %s', async (_when, code, prepare) => {
    const room = await openRoom();
    room.text(1);
    room.hear(1, 'Yes', 1);
    prepare(room);
    expect(await toldIn(room)).toEqual({ before: code, after: code });
  });
});

function run({ store }: Room, sql: string, ...values: (string | number)[]): void {
  store.write((tx) => void tx.run(sql, ...values));
}

function known(room: Room, column: 'blocked_at' | 'unreachable_code', value: number): void {
  run(
    room,
    `INSERT INTO phone_fact (phone, ${column}) VALUES (?, ?) ON CONFLICT (phone) DO UPDATE SET ${column} = excluded.${column}`,
    phoneOf(1),
    value,
  );
}
