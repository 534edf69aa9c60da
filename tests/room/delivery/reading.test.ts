import { describe, expect, it, vi } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { deliveryHandlers } from '../../../main/delivery/index.ts';
import { StoreRefusal } from '../../../main/store/index.ts';
import { appError } from '../../../shared/errors.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { addNumber, type Bench, openBench } from './bench.ts';
import { carrierMessage, type ListedCarrier, listedCarrier } from './listed-carrier.ts';

const startAt = Date.UTC(2026, 2, 2, 15);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const readTo = 'SELECT read_to_at FROM sweep';
const replyCount = 'SELECT count(*) AS count FROM reply';

async function bench(folder?: string): Promise<Bench & { carrier: ListedCarrier }> {
  const clock = settableClock({ startAt });
  const carrier = listedCarrier(clock);
  const opened = await openBench({ carrier, clock, ...(folder === undefined ? {} : { folder }) });
  if (opened.rows('SELECT 1 FROM number').length === 0) addNumber(opened.store, '+12025550199', startAt);
  return { ...opened, carrier };
}

/** Inbound messages, newest first, one a minute back from an instant. */
function minuteByMinute(count: number, newestAt: number) {
  return Array.from({ length: count }, (_, index) => carrierMessage({ createdAt: newestAt - index * minuteMs }));
}

describe('reading the account', () => {
  it('goes through all pages, and takes each message once', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(25, startAt);
    carrier.pageSize = 10;
    expect(await delivery.sweepNow()).toEqual({ ok: true, value: { sweptAt: startAt, statuses: 0, replies: 25 } });
    expect(carrier.listings).toBe(3);
    expect(await delivery.sweepNow()).toMatchObject({ ok: true, value: { replies: 0 } });
    expect(rows(replyCount)).toEqual([{ count: 25 }]);
  });

  it('numbers the replies of a page in the order in which they came', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(5, startAt);
    await delivery.sweepNow();
    const stored = rows('SELECT received_at FROM reply ORDER BY id').map((row) => Number(row['received_at']));
    expect(stored).toEqual(stored.toSorted((a, b) => a - b));
  });

  it('goes back no further than ten minutes before what was read', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(100, startAt);
    carrier.pageSize = 10;
    await delivery.sweepNow();
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
    carrier.listings = 0;
    await delivery.sweepNow();
    // The eleventh message is ten minutes old, and the twelfth, on the same page, is the first that is older.
    expect(carrier.listings).toBe(2);
  });

  it('begins at the campaign’s first number, not at the account’s, and allows for a clock that was wrong by a day', async () => {
    const { carrier, delivery, rows } = await bench();
    const older = minuteByMinute(50, startAt - 3 * dayMs);
    carrier.messages = [
      carrierMessage({ createdAt: startAt }),
      carrierMessage({ createdAt: startAt - dayMs }),
      ...older,
    ];
    carrier.pageSize = 3;
    await delivery.sweepNow();
    expect(carrier.listings).toBe(1);
    expect(rows('SELECT count(*) AS count FROM reply WHERE received_at >= 1772377200000')).toEqual([{ count: 2 }]);
  });

  it('asks nothing before the campaign has a number', async () => {
    const clock = settableClock({ startAt });
    const carrier = listedCarrier(clock);
    const { delivery } = await openBench({ carrier, clock });
    expect(await delivery.sweepNow()).toEqual({ ok: true, value: { sweptAt: startAt, statuses: 0, replies: 0 } });
    expect(carrier.listings).toBe(0);
  });

  it('finds a reply that came while it turned the pages, at the latest the next time', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(30, startAt);
    carrier.pageSize = 10;
    carrier.beforePage = () => {
      carrier.messages = [carrierMessage({ from: '+12025550150', createdAt: startAt }), ...carrier.messages];
    };
    await delivery.sweepNow();
    carrier.beforePage = () => {};
    await delivery.sweepNow();
    expect(rows(replyCount)).toEqual([{ count: carrier.messages.length }]);
  });

  it('misses nothing that a message taken out of the list moved to a page that was read', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(25, startAt);
    carrier.pageSize = 10;
    const all = carrier.messages.length;
    carrier.beforePage = () => {
      // Between the first page and the second somebody deletes three messages: the second begins three too late.
      if (carrier.listings === 2) carrier.messages = carrier.messages.slice(3);
    };
    await delivery.sweepNow();
    expect(rows(replyCount)).toEqual([{ count: all - 3 }]);
    await delivery.sweepNow();
    expect(rows(replyCount)).toEqual([{ count: all }]);
  });

  it('finds a message that the list shows late', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(5, startAt);
    await delivery.sweepNow();
    const late = carrierMessage({ createdAt: startAt - 90_000 });
    carrier.messages = carrier.messages.toSpliced(2, 0, late);
    await delivery.sweepNow();
    expect(rows(`SELECT count(*) AS count FROM reply WHERE carrier_id = '${late.carrierId}'`)).toEqual([{ count: 1 }]);
  });

  it('counts nothing as read when it broke off, and takes everything at the next try', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(30, startAt);
    carrier.pageSize = 10;
    carrier.failures.push(null, appError('carrier/faulty', { httpStatus: 503 }));
    expect(await delivery.sweepNow()).toMatchObject({ ok: false, error: { code: 'carrier/faulty' } });
    expect(rows(readTo)).toEqual([]);
    expect(await delivery.sweepNow()).toMatchObject({ ok: true });
    expect(rows(replyCount)).toEqual([{ count: 30 }]);
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
  });

  it('goes on where the line was lost', async () => {
    const { carrier, delivery } = await bench();
    carrier.messages = minuteByMinute(100, startAt);
    carrier.pageSize = 10;
    carrier.failures.push(...Array(9).fill(null), appError('carrier/unreachable'));
    await delivery.sweepNow();
    carrier.listings = 0;
    expect(await delivery.sweepNow()).toMatchObject({ ok: true });
    // The rest of what was begun, and then what came since, ten minutes back.
    expect(carrier.listings).toBe(1 + 2);
  });

  it('counts nothing of the last day as read while an entry cannot be understood', async () => {
    const { carrier, delivery, rows, log } = await bench();
    carrier.messages = minuteByMinute(3, startAt);
    carrier.unreadableCount = 1;
    await delivery.sweepNow();
    expect(rows(readTo)).toEqual([{ read_to_at: startAt - dayMs }]);
    expect(rows(replyCount)).toEqual([{ count: 3 }]);
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'unreadable-messages', unreadable: 1 }));
    carrier.unreadableCount = 0;
    await delivery.sweepNow();
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
  });

  it('never takes back what counted as read', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = minuteByMinute(3, startAt);
    await delivery.sweepNow();
    carrier.messages = minuteByMinute(3, startAt - 5 * minuteMs);
    await delivery.sweepNow();
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
  });

  it('is not led astray by a message from the future', async () => {
    const { carrier, delivery, rows } = await bench();
    carrier.messages = [carrierMessage({ createdAt: startAt + 400 * dayMs }), ...minuteByMinute(2, startAt)];
    await delivery.sweepNow();
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
  });

  it('takes the others when one message cannot be taken, and tries that one again', async () => {
    const { carrier, delivery, rows, log, store } = await bench();
    carrier.messages = minuteByMinute(5, startAt);
    const bad = carrier.messages[2]?.carrierId;
    store.write((tx) =>
      tx.run(
        `CREATE TRIGGER refuse_one BEFORE INSERT ON reply WHEN new.carrier_id = '${bad}'
         BEGIN SELECT raise(ABORT, 'an invented bug'); END`,
      ),
    );
    expect(await delivery.sweepNow()).toMatchObject({ ok: true, value: { replies: 4 } });
    expect(log.lines).toContainEqual(expect.objectContaining({ event: 'message-not-taken' }));
    expect(rows(readTo)).toEqual([{ read_to_at: startAt - dayMs }]);
    await delivery.sweepNow();
    // Each reading meets it again, and the log is told once.
    expect(log.lines.filter(({ event }) => event === 'message-not-taken')).toHaveLength(1);
    store.write((tx) => tx.run('DROP TRIGGER refuse_one'));
    expect(await delivery.sweepNow()).toMatchObject({ ok: true, value: { replies: 1 } });
  });

  it('doubles nothing and misses nothing across a restart of the engine', async () => {
    const folder = temporaryFolder();
    const before = await bench(folder);
    before.carrier.messages = minuteByMinute(30, startAt);
    before.carrier.pageSize = 10;
    before.carrier.failures.push(null, null, appError('carrier/unreachable'));
    await before.delivery.sweepNow();
    expect(before.rows(replyCount)).toEqual([{ count: 20 }]);
    await before.delivery.stop();
    await before.store.close();

    const after = await bench(folder);
    after.carrier.messages = [carrierMessage({ createdAt: startAt + minuteMs }), ...before.carrier.messages];
    after.carrier.pageSize = 10;
    expect(await after.delivery.sweepNow()).toMatchObject({ ok: true, value: { replies: 11 } });
    expect(after.rows(replyCount)).toEqual([{ count: 31 }]);
  });

  it('rejects with what the store refuses, and takes it when the store takes it again', async () => {
    const { carrier, delivery, store, rows } = await bench();
    carrier.messages = minuteByMinute(3, startAt);
    const write = vi.spyOn(store, 'write').mockImplementation(() => {
      throw new StoreRefusal(appError('store/disk-full'));
    });
    await expect(delivery.sweepNow()).rejects.toBeInstanceOf(StoreRefusal);
    write.mockRestore();
    expect(await delivery.sweepNow()).toMatchObject({ ok: true, value: { replies: 3 } });
    expect(rows(replyCount)).toEqual([{ count: 3 }]);
  });
});

describe('delivery/sweep-now', () => {
  const sweepNow = (delivery: Bench['delivery']) =>
    deliveryHandlers(delivery)['delivery/sweep-now']({} as never, {} as never);

  it('says that no carrier is set up', async () => {
    const { delivery } = await openBench({ carrier: null });
    delivery.start();
    delivery.nudge();
    expect(await sweepNow(delivery)).toEqual({ ok: false, error: appError('carrier/not-set-up') });
  });

  it.each([
    'carrier/wrong-credentials',
    'carrier/account-suspended',
    'carrier/refused',
    'carrier/unreachable',
  ] as const)('tells of %s', async (code) => {
    const { delivery, carrier } = await bench();
    carrier.failures.push(appError(code));
    expect(await sweepNow(delivery)).toMatchObject({ ok: false, error: { code } });
    expect(delivery.lastError()).toMatchObject({ code });
    await sweepNow(delivery);
    expect(delivery.lastError()).toBe(null);
  });

  it('reads on until all is read, however many pages there are', async () => {
    const { delivery, carrier, rows } = await bench();
    carrier.messages = minuteByMinute(130, startAt);
    carrier.pageSize = 5;
    expect(await sweepNow(delivery)).toMatchObject({ ok: true, value: { replies: 130 } });
    expect(rows(readTo)).toEqual([{ read_to_at: startAt }]);
  });
});
