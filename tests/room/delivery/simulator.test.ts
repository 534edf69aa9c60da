/** The sweep against the real simulator, over HTTP: nothing missed, nothing doubled, whatever the carrier's list does. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Carrier, createTwilioCarrier } from '../../../main/carrier/index.ts';
import { systemClock } from '../../../main/clock/index.ts';
import { asE164, type E164 } from '../../../shared/domain/phone.ts';
import { temporaryFolder } from '../../support/folders.ts';
import {
  type KnobChanges,
  type SimulatorProcess,
  type SimulatorProcessOptions,
  startSimulatorProcess,
} from '../../support/simulator-process.ts';
import { addContact, addNumber, addText, type Bench, openBench } from './bench.ts';

const quiet: KnobChanges = { latencyMs: 0, personas: {}, failedRate: 0, undeliveredRate: 0, landlineShare: 0 };

const call = { timeoutMs: 10_000 };

interface World {
  readonly simulator: SimulatorProcess;
  readonly carrier: Carrier;
  /** The account's numbers; the campaign has the first one only. */
  readonly own: E164;
  readonly other: E164;
  openEngine(folder: string): Promise<Bench>;
}

async function openWorld(options: SimulatorProcessOptions = {}): Promise<World> {
  const knobs = { ...quiet, ...options.knobs };
  const simulator = await startSimulatorProcess({ numberCount: 2, ...options, knobs });
  onTestFinished(async () => {
    await simulator.stop();
  });
  const { accountSid, apiKeySid, apiKeySecret, url } = simulator.ready;
  const made = createTwilioCarrier({ credentials: { accountSid, apiKeySid, secret: apiKeySecret }, address: url });
  if (!made.ok) throw new Error(made.error.code);
  const carrier = made.value;
  onTestFinished(carrier.close);
  const listed = await carrier.listNumbers({ pageSize: 10 }, call);
  const [own, other] = listed.ok ? listed.value.numbers.map(({ phone }) => phone) : [];
  if (own === undefined || other === undefined) throw new Error('the simulator has too few numbers');
  return {
    simulator,
    carrier,
    own,
    other,
    openEngine: async (folder) => {
      const bench = await openBench({ carrier, clock: systemClock(), folder });
      if (bench.rows('SELECT 1 FROM number').length === 0) addNumber(bench.store, own, Date.now(), accountSid);
      return bench;
    },
  };
}

const phoneOf = (index: number): string =>
  `+1${312 + Math.floor(index / 100)}55501${String(index % 100).padStart(2, '0')}`;

/** Lets contacts write, some at a time, as the control door takes them. */
async function write(simulator: SimulatorProcess, texts: readonly { from: string; to: string; body: string }[]) {
  for (let index = 0; index < texts.length; index += 20) {
    await Promise.all(texts.slice(index, index + 20).map((text) => simulator.write(text)));
  }
}

const bodies = 'SELECT body FROM reply ORDER BY body';

async function sweep({ delivery }: Bench) {
  const swept = await delivery.sweepNow();
  if (!swept.ok) throw new Error(swept.error.code);
  return swept.value;
}

describe('sweeping a simulated account', () => {
  it('brings 2,500 replies in over several pages, once, and across a restart, without those to another number', async () => {
    const { simulator, own, other, openEngine } = await openWorld();
    const folder = temporaryFolder();
    const texts = Array.from({ length: 2_500 }, (_, index) => ({
      from: phoneOf(index),
      to: own,
      body: `text ${index}`,
    }));
    await write(simulator, [...texts.slice(0, 2_000), { from: phoneOf(1), to: other, body: 'to another campaign' }]);
    const first = await openEngine(folder);
    expect(await sweep(first)).toMatchObject({ replies: 2_000 });
    await first.delivery.stop();
    await first.store.close();

    await write(simulator, texts.slice(2_000));
    const second = await openEngine(folder);
    expect(await sweep(second)).toMatchObject({ replies: 500 });
    expect(await sweep(second)).toMatchObject({ replies: 0 });
    expect(second.rows(bodies).map(({ body }) => body)).toEqual(texts.map(({ body }) => body).toSorted());
  });

  it('misses nobody while strangers write between its pages and the list is late', async () => {
    const knobs = { strangersBetweenPages: 40, listLatenessMs: 20_000 };
    const { simulator, own, openEngine } = await openWorld({ knobs });
    const texts = Array.from({ length: 2_100 }, (_, index) => ({
      from: phoneOf(index),
      to: own,
      body: `text ${index}`,
    }));
    await write(simulator, texts);
    // Most are listed by now, and the last ones turn up between and behind the pages.
    await simulator.moveClock({ advanceMs: 15_000 });
    const bench = await openEngine(temporaryFolder());
    await sweep(bench);
    await simulator.turn({ strangersBetweenPages: 0 });
    await simulator.moveClock({ advanceMs: 25_000 });
    await sweep(bench);
    const heard = bench.rows(`SELECT body FROM reply WHERE body LIKE 'text %' ORDER BY body`);
    expect(heard.map(({ body }) => body)).toEqual(texts.map(({ body }) => body).toSorted());
    // By the account's own count everything that came in to the campaign's number, strangers included, is stored.
    const { replies } = await simulator.counts();
    expect(replies).toBeGreaterThan(texts.length);
    expect(bench.rows(bodies)).toHaveLength(replies);
  });

  it('follows texts to their ends, never backwards, though the list shows stale statuses', async () => {
    const { simulator, carrier, own, openEngine } = await openWorld({
      knobs: { staleStatusRate: 0.5, deliveryMs: 5_000 },
    });
    await simulator.moveClock({ freeze: true });
    const bench = await openEngine(temporaryFolder());
    for (let index = 0; index < 40; index += 1) {
      const to = asE164(phoneOf(index));
      const contactId = addContact(bench.store, to);
      const outcome = await carrier.createMessage({ from: own, to, body: 'Hello' }, call);
      if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
      addText(bench.store, { contactId, carrierId: outcome.carrierId, at: Date.now() });
    }
    const ranks = ['queued', 'sending', 'sent', 'delivered'];
    let before = bench.rows('SELECT status FROM message ORDER BY id').map(() => -1);
    for (let turn = 0; turn < 30; turn += 1) {
      await simulator.moveClock({ advanceMs: 1_000 });
      await sweep(bench);
      const now = bench
        .rows('SELECT status FROM message ORDER BY id')
        .map(({ status }) => ranks.indexOf(String(status)));
      expect(now.every((rank, index) => rank >= (before[index] ?? -1))).toBe(true);
      before = now;
    }
    await simulator.moveClock({ advanceMs: 120_000 });
    await simulator.turn({ staleStatusRate: 0 });
    await sweep(bench);
    expect(bench.rows('SELECT DISTINCT status FROM message')).toEqual([{ status: 'delivered' }]);
    expect(bench.rows(`SELECT count(*) AS count FROM journal WHERE kind = 'delivery/ended'`)).toEqual([{ count: 40 }]);
  });

  it('honours a wish in words, and withdraws what waits', async () => {
    const { simulator, own, openEngine } = await openWorld();
    const bench = await openEngine(temporaryFolder());
    const contactId = addContact(bench.store, '+12025550123');
    addText(bench.store, { contactId, carrierId: 'SM1', status: 'delivered' });
    addText(bench.store, { contactId, kind: 'follow-up' });
    await simulator.write({ from: '+12025550123', to: own, body: 'quítenme de la lista por favor', optOut: true });
    expect(await sweep(bench)).toMatchObject({ replies: 1 });
    expect(bench.rows('SELECT phone, source FROM opt_out')).toEqual([{ phone: '+12025550123', source: 'words' }]);
    expect(bench.rows(`SELECT state FROM message WHERE kind = 'follow-up'`)).toEqual([{ state: 'blocked' }]);
    expect(bench.rows('SELECT message_id, action_id FROM reply')).toEqual([{ message_id: 1, action_id: 1 }]);
  });

  it('opts out exactly the contacts who asked for it, in whatever words, out of everybody who wrote', async () => {
    const personas = { yes: 2, no: 2, question: 2, 'wrong-number': 2, abuse: 2, 'stop-keyword': 2, 'stop-in-words': 4 };
    const knobs = { personas, spanishShare: 0.4, deliveryMs: 1, replyMs: 1_000 };
    const { simulator, carrier, own, openEngine } = await openWorld({ knobs });
    const bench = await openEngine(temporaryFolder());
    for (let index = 0; index < 300; index += 1) {
      const outcome = await carrier.createMessage({ from: own, to: asE164(phoneOf(index)), body: 'Hello' }, call);
      if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    }
    await simulator.moveClock({ advanceMs: 86_400_000 });
    expect(await sweep(bench)).toMatchObject({ replies: 300 });
    const { optOuts } = await simulator.counts();
    expect(optOuts).toBeGreaterThan(50);
    expect(bench.rows('SELECT phone FROM opt_out')).toHaveLength(optOuts);
  });

  it('marks the phones that turn out to be landlines', async () => {
    const { simulator, carrier, own, openEngine } = await openWorld({ knobs: { landlineShare: 1, deliveryMs: 1 } });
    const bench = await openEngine(temporaryFolder());
    const to = asE164('+12025550123');
    const contactId = addContact(bench.store, to);
    const outcome = await carrier.createMessage({ from: own, to, body: 'Hello' }, call);
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    addText(bench.store, { contactId, carrierId: outcome.carrierId, at: Date.now() });
    await simulator.moveClock({ advanceMs: 60_000 });
    await sweep(bench);
    expect(bench.rows('SELECT status, error_code FROM message')).toEqual([
      { status: 'undelivered', error_code: 30006 },
    ]);
    expect(bench.rows('SELECT unreachable_code FROM phone_fact')).toEqual([{ unreachable_code: 30006 }]);
  });
});
