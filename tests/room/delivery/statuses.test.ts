import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { CarrierMessage } from '../../../main/carrier/index.ts';
import { settableClock } from '../../../main/clock/index.ts';
import { createTaking } from '../../../main/delivery/take-page.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { advance, type CarrierStatus } from '../../../shared/domain/carrier-status.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { addContact, addNumber, addText, type Bench, openBench } from './bench.ts';
import { carrierMessage, type ListedCarrier, listedCarrier } from './listed-carrier.ts';

const startAt = Date.UTC(2026, 2, 2, 15);
const phone = '+12025550123';
const ended = `SELECT entity_id, payload FROM journal WHERE kind = 'delivery/ended'`;

function told(carrierId: string, name: CarrierStatus, facts: Partial<CarrierMessage> = {}): CarrierMessage {
  const status = { known: true, name } as const;
  return carrierMessage({ carrierId, direction: 'outbound', from: '+12025550199', to: phone, status, ...facts });
}

/** A store in which contact 1 was texted, and a carrier to tell of it. */
async function texted(folder = temporaryFolder()): Promise<Bench & { carrier: ListedCarrier }> {
  const clock = settableClock({ startAt });
  const carrier = listedCarrier(clock);
  const bench = await openBench({ carrier, clock, folder });
  addNumber(bench.store, '+12025550199', startAt);
  addContact(bench.store, phone);
  addText(bench.store, { contactId: 1, carrierId: 'SM1', status: 'queued' });
  return { ...bench, carrier };
}

const paused = `SELECT entity_id, payload FROM journal WHERE kind = 'outbox/paused'`;
const minuteMs = 60_000;
/** In Los Angeles. */
const midnight = Date.UTC(2026, 2, 3, 8);

const statusOf = 'SELECT status, status_at, error_code FROM message';

describe('the status of a text', () => {
  it('is what the carrier’s list says, with its instant, and the text is announced', async () => {
    const { carrier, delivery, rows, events } = await texted();
    carrier.messages = [told('SM1', 'sent', { updatedAt: startAt + 1_000 })];
    expect(await delivery.sweepNow()).toMatchObject({ ok: true, value: { statuses: 1, replies: 0 } });
    expect(rows(statusOf)).toEqual([{ status: 'sent', status_at: startAt + 1_000, error_code: null }]);
    expect(events).toEqual([{ event: 'changed', room: 'delivery', ids: [1] }]);
    expect(rows(ended)).toEqual([]);
  });

  it('never moves backwards, and its end is journalled once', async () => {
    const { carrier, delivery, rows } = await texted();
    for (const name of ['sent', 'delivered', 'sending', 'delivered', 'sent'] as const) {
      carrier.messages = [told('SM1', name)];
      await delivery.sweepNow();
    }
    expect(rows(statusOf)).toMatchObject([{ status: 'delivered' }]);
    expect(rows(ended)).toEqual([{ entity_id: 1, payload: '{"status":"delivered","code":null}' }]);
  });

  it('is not touched by a word that nobody here knows, which is logged', async () => {
    const { carrier, delivery, rows, log } = await texted();
    carrier.messages = [{ ...told('SM1', 'sent'), status: { known: false, text: 'teleported' } }];
    await delivery.sweepNow();
    expect(rows(statusOf)).toMatchObject([{ status: 'queued' }]);
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'unknown-status', status: 'teleported' }));
  });

  it('of another number’s text is nobody’s business here', async () => {
    const { carrier, delivery, rows } = await texted();
    carrier.messages = [told('SM1', 'delivered', { from: '+12025550177' })];
    await delivery.sweepNow();
    expect(rows(statusOf)).toMatchObject([{ status: 'queued' }]);
  });

  it('that tells of a landline marks the phone, once', async () => {
    const { carrier, delivery, rows } = await texted();
    carrier.messages = [told('SM1', 'undelivered', { errorCode: 30006 })];
    await delivery.sweepNow();
    carrier.messages = [told('SM1', 'sent', { errorCode: 30006 })];
    await delivery.sweepNow();
    expect(rows(statusOf)).toMatchObject([{ status: 'undelivered', error_code: 30006 }]);
    expect(rows('SELECT phone, unreachable_code FROM phone_fact')).toEqual([{ phone, unreachable_code: 30006 }]);
    expect(rows(`SELECT entity_id, payload FROM journal WHERE kind = 'contacts/unreachable'`)).toEqual([
      { entity_id: 1, payload: '{"code":30006}' },
    ]);
  });

  it('that tells of an opt-out opts the phone out and withdraws what waits for it', async () => {
    const { carrier, delivery, rows, store } = await texted();
    addText(store, { contactId: 1, kind: 'follow-up' });
    carrier.messages = [told('SM1', 'failed', { errorCode: 21610 })];
    await delivery.sweepNow();
    expect(rows('SELECT phone, source FROM opt_out')).toEqual([{ phone, source: 'carrier' }]);
    expect(rows(`SELECT state FROM message WHERE kind = 'follow-up'`)).toEqual([{ state: 'blocked' }]);
  });

  it.each([
    ['the account until somebody resumes, after a suspension', 30002, 'account', null, 'refused'],
    ['the number until somebody resumes, when it is not registered', 30034, 'number:1', null, 'refused'],
    ['the account for some minutes, when its queue is full', 30001, 'account', startAt + 6 * minuteMs, 'rate'],
    [
      'the account until the next day in California, when the daily limit is used up',
      30023,
      'account',
      midnight,
      'rate',
    ],
  ])('that tells of more than one text pauses %s', async (_name, code, scope, untilAt, reason) => {
    const { carrier, delivery, rows } = await texted();
    carrier.messages = [told('SM1', 'failed', { errorCode: code, updatedAt: startAt })];
    await delivery.sweepNow();
    expect(rows('SELECT scope, until_at, reason, code FROM pause')).toEqual([
      { scope, until_at: untilAt, reason, code },
    ]);
    expect(rows(paused)).toEqual([
      { entity_id: scope === 'account' ? null : 1, payload: JSON.stringify({ reason, untilAt }) },
    ]);
  });

  it.each([
    ['concerns one text only', 30003, startAt],
    ['was told so long ago that its pause is over', 30023, startAt - 24 * 60 * minuteMs],
  ])('that %s pauses nothing', async (_name, errorCode, updatedAt) => {
    const { carrier, delivery, rows } = await texted();
    carrier.messages = [told('SM1', 'failed', { errorCode, updatedAt })];
    await delivery.sweepNow();
    expect(rows('SELECT * FROM pause')).toEqual([]);
  });

  it('pauses once, however many texts tell the same', async () => {
    const { carrier, delivery, rows, store } = await texted();
    for (const index of [2, 3, 4]) addText(store, { contactId: 1, kind: 'follow-up', carrierId: `SM${index}` });
    carrier.messages = [1, 2, 3, 4].map((index) =>
      told(`SM${index}`, 'failed', { errorCode: 30001, updatedAt: startAt + index * 1_000 }),
    );
    await delivery.sweepNow();
    expect(rows(paused)).toHaveLength(1);
  });

  it('that is told again to another engine does not pause what somebody has resumed', async () => {
    const folder = temporaryFolder();
    const { carrier, delivery, store, outbox, clock } = await texted(folder);
    carrier.messages = [told('SM1', 'failed', { errorCode: 30034 })];
    await delivery.sweepNow();
    store.write((tx) => outbox.resumeSending(tx, 1));
    await delivery.stop();
    await store.close();
    const next = await openBench({ carrier, clock, folder });
    await next.delivery.sweepNow();
    expect(next.rows('SELECT * FROM pause')).toEqual([]);
  });

  it('of a text that left before somebody resumed does not pause again', async () => {
    const { carrier, delivery, rows, store, outbox } = await texted();
    addText(store, { contactId: 1, kind: 'follow-up', carrierId: 'SM2' });
    carrier.messages = [told('SM1', 'failed', { errorCode: 30034 })];
    await delivery.sweepNow();
    store.write((tx) => outbox.resumeSending(tx, 1));
    carrier.messages = [told('SM2', 'failed', { errorCode: 30034 })];
    await delivery.sweepNow();
    expect(rows('SELECT * FROM pause')).toEqual([]);
    addText(store, { contactId: 1, kind: 'follow-up', carrierId: 'SM3' });
    carrier.messages = [told('SM3', 'failed', { errorCode: 30034 })];
    await delivery.sweepNow();
    expect(rows('SELECT scope FROM pause')).toEqual([{ scope: 'number:1' }]);
  });

  it('of a text that left before somebody resumed does not pause again, not even in another engine', async () => {
    const folder = temporaryFolder();
    const { carrier, delivery, store, outbox, clock } = await texted(folder);
    addText(store, { contactId: 1, kind: 'follow-up', carrierId: 'SM2' });
    carrier.messages = [told('SM1', 'failed', { errorCode: 30034 })];
    await delivery.sweepNow();
    store.write((tx) => outbox.resumeSending(tx, 1));
    await delivery.stop();
    await store.close();
    const next = await openBench({ carrier, clock, folder });
    carrier.messages = [told('SM2', 'failed', { errorCode: 30034 })];
    await next.delivery.sweepNow();
    expect(next.rows('SELECT * FROM pause')).toEqual([]);
  });

  it('costs no transaction when it is told again', async () => {
    const { carrier, delivery, store } = await texted();
    carrier.messages = [told('SM1', 'sent'), carrierMessage({ createdAt: startAt })];
    await delivery.sweepNow();
    const write = vi.spyOn(store, 'write');
    await delivery.sweepNow();
    await delivery.sweepNow();
    expect(write).not.toHaveBeenCalled();
  });
});

describe('a text in doubt that the carrier lists', () => {
  it('is found, and what became of it is known in the same reading', async () => {
    const { carrier, delivery, rows, store } = await texted();
    addContact(store, '+12025550124');
    const at = startAt - 60_000;
    addText(store, { contactId: 2, state: 'uncertain', at });
    carrier.messages = [
      told('SM2', 'undelivered', { to: '+12025550124', body: 'Hello', createdAt: at, errorCode: 30006 }),
    ];
    await delivery.sweepNow();
    expect(rows('SELECT state, carrier_id, status, error_code FROM message WHERE contact_id = 2')).toEqual([
      { state: 'handed-over', carrier_id: 'SM2', status: 'undelivered', error_code: 30006 },
    ]);
    expect(rows('SELECT phone, unreachable_code FROM phone_fact WHERE unreachable_code IS NOT NULL')).toEqual([
      { phone: '+12025550124', unreachable_code: 30006 },
    ]);
    expect(rows(ended)).toHaveLength(1);
  });

  it('pauses the number when it has failed, as a text does that was never in doubt', async () => {
    const { carrier, delivery, rows, store } = await texted();
    addContact(store, '+12025550124');
    addText(store, { contactId: 2, state: 'uncertain', at: startAt });
    const facts = { to: '+12025550124', body: 'Hello', createdAt: startAt, errorCode: 30034 };
    carrier.messages = [told('SM2', 'failed', facts)];
    await delivery.sweepNow();
    expect(rows('SELECT scope, reason, code FROM pause')).toEqual([
      { scope: 'number:1', reason: 'refused', code: 30034 },
    ]);
  });

  it('is found by a later reading when it came into doubt after it was first shown', async () => {
    const { carrier, delivery, rows, store } = await texted();
    addContact(store, '+12025550124');
    carrier.messages = [told('SM2', 'sent', { to: '+12025550124', body: 'Hello', createdAt: startAt })];
    await delivery.sweepNow();
    expect(rows('SELECT * FROM message WHERE contact_id = 2')).toEqual([]);
    addText(store, { contactId: 2, state: 'uncertain', at: startAt });
    await delivery.sweepNow();
    expect(rows('SELECT state, status FROM message WHERE contact_id = 2')).toEqual([
      { state: 'handed-over', status: 'sent' },
    ]);
  });
});

describe('pages', () => {
  it('leave the same replies and statuses behind in whatever order and however often they come', async () => {
    const { store, contacts, replies, outbox, log, clock, rows } = await texted();
    const journal = createJournal({ device: store.device, clock });
    let run = 0;
    const statuses = ['queued', 'sending', 'sent', 'failed', 'undelivered', 'delivered'] as const;
    const plan = fc.record({
      texts: fc.array(fc.array(fc.constantFrom(...statuses), { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      replies: fc.array(fc.constantFrom('Yes', 'STOP', 'Who is this?'), { maxLength: 6 }),
      cuts: fc.array(fc.nat({ max: 12 }), { maxLength: 6 }),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ texts, replies: bodies, cuts, seed }) => {
        run += 1;
        const first = rows('SELECT coalesce(max(id), 0) AS id FROM contact')[0]?.['id'] as number;
        for (const index of texts.keys()) {
          const contactId = addContact(store, `+1${200 + run}555010${index}`);
          addText(store, { contactId, carrierId: `SM-${run}-${index}` });
        }
        const inbound = bodies.map((body, index) => {
          const from = `+1${200 + run}555010${index % texts.length}`;
          return carrierMessage({ carrierId: `IN-${run}-${index}`, from, body, createdAt: startAt + index * 1_000 });
        });
        const outbound = texts.flatMap((reports, index) => reports.map((name) => told(`SM-${run}-${index}`, name)));
        const stream = shuffled([...inbound, ...outbound, ...inbound, ...outbound], seed);
        const taking = createTaking({
          store,
          journal,
          clock,
          log,
          contacts,
          offer: outbox.offer,
          onFailed: outbox.noteFailure,
          receive: replies.receive,
        });
        let from = 0;
        for (const cut of [...cuts, stream.length]) {
          await taking.take(stream.slice(from, from + cut));
          if (cut % 3 === 0) taking.forgetUnseen();
          from += cut;
        }
        const heard = rows(
          `SELECT carrier_id, contact_id - ${first} AS contact, action_id, body, opted_out FROM reply
           WHERE carrier_id LIKE 'IN-${run}-%' ORDER BY carrier_id`,
        );
        expect(heard).toEqual(
          bodies.map((body, index) => ({
            carrier_id: `IN-${run}-${index}`,
            contact: (index % texts.length) + 1,
            action_id: 1,
            body,
            opted_out: body === 'STOP' ? 1 : 0,
          })),
        );
        const stored = rows(`SELECT status FROM message WHERE carrier_id LIKE 'SM-${run}-%' ORDER BY id`);
        const highest = (reports: readonly CarrierStatus[]): CarrierStatus | null =>
          reports.reduce<CarrierStatus | null>((known, report) => advance(known, report), null);
        expect(stored).toEqual(texts.map((reports) => ({ status: highest(reports) })));
        expect(log.lines).not.toContainEqual(expect.objectContaining({ event: 'message-not-taken' }));
        const stopped = new Set(bodies.flatMap((body, index) => (body === 'STOP' ? [index % texts.length] : [])));
        expect(rows(`SELECT phone FROM opt_out WHERE phone GLOB '+1${200 + run}*'`)).toHaveLength(stopped.size);
      }),
      { numRuns: 60 },
    );
  });
});

/** The same numbers give the same order. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed + 1;
  const keyed = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
