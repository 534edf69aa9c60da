import { describe, expect, it } from 'vitest';
import { type SettableClock, settableClock } from '../../../main/clock/index.ts';
import { appError } from '../../../shared/errors.ts';
import { addContact, addNumber, addText, type Bench, openBench } from './bench.ts';
import { carrierMessage, type ListedCarrier, listedCarrier } from './listed-carrier.ts';

const startAt = Date.UTC(2026, 2, 2, 15);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

async function bench(): Promise<Bench & { carrier: ListedCarrier; clock: SettableClock }> {
  const clock = settableClock({ startAt });
  const carrier = listedCarrier(clock);
  const opened = await openBench({ carrier, clock });
  addNumber(opened.store, '+12025550199', startAt);
  return { ...opened, carrier, clock };
}

/** How many readings begin while time passes. */
async function readingsIn(ms: number, { carrier, clock }: { carrier: ListedCarrier; clock: SettableClock }) {
  const before = carrier.listings;
  await clock.advance(ms);
  return carrier.listings - before;
}

describe('the turns of the sweep', () => {
  it('come every minute when nothing happens, and at once at the start', async () => {
    const room = await bench();
    room.delivery.start();
    expect(await readingsIn(0, room)).toBe(1);
    expect(await readingsIn(10 * minuteMs, room)).toBe(10);
  });

  it('come every five seconds once a reply came, and then slow down', async () => {
    const room = await bench();
    room.carrier.messages = [carrierMessage({ createdAt: startAt })];
    room.delivery.start();
    await room.clock.advance(0);
    expect(await readingsIn(3 * minuteMs, room)).toBe(36);
    expect(await readingsIn(12 * minuteMs, room)).toBe(36);
    expect(await readingsIn(10 * minuteMs, room)).toBe(10);
  });

  it('come soon after a nudge, and go on like that for minutes', async () => {
    const room = await bench();
    room.delivery.start();
    await room.clock.advance(10_000);
    room.delivery.nudge();
    expect(await readingsIn(4_999, room)).toBe(0);
    room.delivery.nudge();
    expect(await readingsIn(1, room)).toBe(1);
    expect(await readingsIn(minuteMs, room)).toBe(12);
  });

  it('are not put off by nudges', async () => {
    const room = await bench();
    room.delivery.start();
    await room.clock.advance(0);
    const before = room.carrier.listings;
    for (let second = 0; second < 20; second += 1) {
      room.delivery.nudge();
      await room.clock.advance(1_000);
    }
    expect(room.carrier.listings - before).toBe(4);
  });

  it('become rarer while the carrier does not answer, and a nudge does not change that', async () => {
    const room = await bench();
    room.carrier.failures.push(...Array.from({ length: 5 }, () => appError('carrier/unreachable')));
    room.delivery.start();
    await room.clock.advance(0);
    room.delivery.nudge();
    expect(await readingsIn(5_000, room)).toBe(1);
    expect(await readingsIn(10_000, room)).toBe(1);
    room.delivery.nudge();
    expect(await readingsIn(20_000, room)).toBe(1);
    expect(await readingsIn(40_000, room)).toBe(1);
    expect(room.line).toEqual([false, false, false, false, false]);
    expect(await readingsIn(minuteMs, room)).toBe(1);
    expect(room.line.at(-1)).toBe(true);
    expect(room.delivery.lastError()).toBe(null);
  });

  it('wait as long as a busy carrier asks, and count as a sign that the line is up', async () => {
    const room = await bench();
    room.carrier.failures.push(appError('carrier/busy', { retryAfterMs: 45_000 }));
    room.delivery.start();
    await room.clock.advance(0);
    expect(await readingsIn(44_999, room)).toBe(0);
    expect(await readingsIn(1, room)).toBe(1);
    expect(room.line).toEqual([true, true]);
  });

  it('say nothing of the line when a host was refused that was never asked', async () => {
    const room = await bench();
    room.carrier.failures.push(appError('carrier/forbidden-host'));
    await room.delivery.sweepNow();
    expect(room.line).toEqual([]);
  });

  it('tell the carrier’s clock with the two instants between which it was told', async () => {
    const room = await bench();
    room.carrier.beforePage = () => room.clock.advance(700);
    await room.delivery.sweepNow();
    expect(room.serverTimes).toEqual([
      {
        serverAt: startAt,
        sent: { wallAt: startAt, monotonicMs: 0 },
        received: { wallAt: startAt + 700, monotonicMs: 700 },
      },
    ]);
  });

  it('leave the rest of a long reading to the next one, a second later', async () => {
    const room = await bench();
    room.carrier.pageSize = 1;
    room.carrier.messages = Array.from({ length: 45 }, (_, index) =>
      carrierMessage({ createdAt: startAt - index * 1_000 }),
    );
    room.delivery.start();
    expect(await readingsIn(0, room)).toBe(20);
    expect(await readingsIn(1_000, room)).toBe(20);
    expect(await readingsIn(1_000, room)).toBe(5);
    expect(room.rows('SELECT count(*) AS count FROM reply')).toEqual([{ count: 45 }]);
  });

  it('go on after a bug, which is logged', async () => {
    const room = await bench();
    room.delivery.start();
    room.carrier.beforePage = () => {
      throw new Error('an invented bug');
    };
    await room.clock.advance(0);
    expect(room.log.lines).toContainEqual(expect.objectContaining({ event: 'sweep-broke-off' }));
    room.carrier.beforePage = () => {};
    expect(await readingsIn(5_000, room)).toBe(1);
  });

  it('are one at a time: whoever wants one now gets the one after that under way, together with others who ask', async () => {
    const room = await bench();
    const waiting: (() => void)[] = [];
    room.carrier.beforePage = () => new Promise<void>((resolve) => waiting.push(resolve));
    room.delivery.start();
    await room.clock.advance(0);
    const [first, second] = [room.delivery.sweepNow(), room.delivery.sweepNow()];
    expect(room.carrier.listings).toBe(1);
    room.carrier.messages = [carrierMessage({ createdAt: startAt })];
    waiting.shift()?.();
    await room.clock.advance(0);
    expect(room.carrier.listings).toBe(2);
    waiting.shift()?.();
    expect(await first).toEqual(await second);
    expect(room.carrier.listings).toBe(2);
  });

  it('begin after whoever asks for one: what is read by then does not show what came since', async () => {
    const room = await bench();
    const waiting: (() => void)[] = [];
    room.carrier.beforePage = () => new Promise<void>((resolve) => waiting.push(resolve));
    const first = room.delivery.sweepNow();
    await room.clock.advance(0);
    const begunBefore = room.carrier.listings;
    let isDone = false;
    const second = room.delivery.sweepNow().finally(() => {
      isDone = true;
    });
    waiting.shift()?.();
    await first;
    await room.clock.advance(0);
    expect(isDone).toBe(false);
    room.carrier.messages = [carrierMessage({ createdAt: startAt })];
    expect(room.carrier.listings).toBe(begunBefore + 1);
    waiting.shift()?.();
    expect(await second).toMatchObject({ ok: true, value: { replies: 1 } });
  });

  it('begin after whoever asks for one, also when a long one is to be ended first', async () => {
    const room = await bench();
    room.carrier.pageSize = 1;
    room.carrier.messages = Array.from({ length: 25 }, (_, index) =>
      carrierMessage({ createdAt: startAt - index * 1_000 }),
    );
    room.delivery.start();
    await room.clock.advance(0);
    // Twenty pages were read, from the newest on: what comes now is newer than all of them.
    room.carrier.messages = [carrierMessage({ createdAt: startAt }), ...room.carrier.messages];
    await room.delivery.sweepNow();
    expect(room.rows('SELECT count(*) AS count FROM reply')).toEqual([{ count: 26 }]);
  });

  it('end with a stop, which takes back what is being asked and leaves no timer', async () => {
    const room = await bench();
    let aborted = false;
    const { listMessages } = room.carrier;
    room.carrier.listMessages = async (from, options) => {
      await new Promise<void>((resolve) => options.signal?.addEventListener('abort', () => resolve()));
      aborted = true;
      return listMessages(from, options);
    };
    const timersOfOthers = room.clock.pendingTimers();
    room.delivery.start();
    await room.clock.advance(0);
    await room.delivery.stop();
    expect(aborted).toBe(true);
    expect(room.line).toEqual([]);
    expect(room.clock.pendingTimers()).toBe(timersOfOthers);
  });
});

describe('texts without an end', () => {
  const openText = (room: Bench, index: number, ageMs: number): number => {
    const contactId = addContact(room.store, `+1202555${String(100 + index).padStart(4, '0')}`);
    return addText(room.store, { contactId, carrierId: `SM${index}`, status: 'sent', at: startAt - ageMs });
  };

  it('are asked about one by one once the readings do not reach back to them, and the answer counts', async () => {
    const room = await bench();
    openText(room, 1, 5 * minuteMs);
    openText(room, 2, hourMs);
    openText(room, 3, 80 * hourMs);
    // The first page reaches back far enough, so the second, with the text, is not read.
    room.carrier.pageSize = 1;
    room.carrier.messages = [
      carrierMessage({ createdAt: startAt - 20 * minuteMs }),
      carrierMessage({
        carrierId: 'SM2',
        direction: 'outbound',
        from: '+12025550199',
        to: '+12025550102',
        status: { known: true, name: 'delivered' },
        createdAt: startAt - 200 * hourMs,
      }),
    ];
    room.store.write((tx) => tx.run(`INSERT INTO sweep VALUES ('AC${'0'.repeat(32)}', ${startAt}, 0)`));
    expect(await room.delivery.sweepNow()).toMatchObject({ ok: true });
    expect(room.carrier.fetched).toEqual(['SM2']);
    expect(room.rows('SELECT status FROM message ORDER BY id')).toEqual([
      { status: 'sent' },
      { status: 'delivered' },
      { status: 'sent' },
    ]);
  });

  it('are asked about a few at a time, round and round, no more often than every ten minutes', async () => {
    const room = await bench();
    for (let index = 0; index < 12; index += 1) openText(room, index, hourMs);
    room.delivery.start();
    await room.clock.advance(0);
    expect(room.carrier.fetched).toHaveLength(5);
    await room.clock.advance(2 * minuteMs);
    expect(new Set(room.carrier.fetched).size).toBe(12);
    expect(room.carrier.fetched).toHaveLength(12);
    await room.clock.advance(6 * minuteMs);
    expect(room.carrier.fetched).toHaveLength(12);
    await room.clock.advance(6 * minuteMs);
    expect(room.carrier.fetched.length).toBeGreaterThan(20);
  });

  it('are asked about hourly after half a day', async () => {
    const room = await bench();
    openText(room, 1, 20 * hourMs);
    room.delivery.start();
    await room.clock.advance(5 * hourMs);
    expect(room.carrier.fetched).toHaveLength(6);
  });

  it('are found by their index', async () => {
    const room = await bench();
    const plan = room.rows(`EXPLAIN QUERY PLAN SELECT id, carrier_id, handed_over_at FROM message
      WHERE state = 'handed-over' AND (status IS NULL OR status IN ('scheduled', 'accepted', 'queued', 'sending', 'sent'))
        AND (handed_over_at, id) > (1, 1) AND handed_over_at <= 5
      ORDER BY handed_over_at, id LIMIT 200`);
    expect(plan.map((step) => step['detail'])).toEqual([
      expect.stringMatching(/^SEARCH message USING INDEX message_open/),
    ]);
  });
});
