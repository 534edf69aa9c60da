import { describe, expect, it } from 'vitest';
import { findNumber, findNumberByPhone, listUsableNumbers } from '../../../main/numbers/index.ts';
import { appError } from '../../../shared/errors.ts';
import { err } from '../../../shared/result.ts';
import { listingCarrier, openNumbers, sendingNumber } from './open-numbers.ts';

const changed = { event: 'changed', room: 'numbers' };

describe('asking the carrier for the numbers', () => {
  it('adds what the account has, each at the rate of an unregistered number', async () => {
    const { call, admin, events, trail } = await openNumbers(
      listingCarrier([sendingNumber(100), sendingNumber(101, { canText: false })]),
    );
    expect(await call('numbers/refresh', {}, admin)).toMatchObject({
      value: {
        numbers: [
          { numberId: 1, phone: '+12025550100', label: 'line 100', canText: true, segmentsPerSecond: 1, lost: false },
          { numberId: 2, phone: '+12025550101', label: 'line 101', canText: false, segmentsPerSecond: 1, lost: false },
        ],
      },
    });
    expect(events).toEqual([changed]);
    expect(trail('numbers/*')).toEqual([
      { kind: 'numbers/added', user_id: null, entity_id: 1, payload: '{}' },
      { kind: 'numbers/added', user_id: null, entity_id: 2, payload: '{}' },
    ]);
  });

  it('reads the whole list, with a time limit for each page', async () => {
    const carrier = listingCarrier([sendingNumber(100)], [sendingNumber(101)], [sendingNumber(102)]);
    const { refresh, list } = await openNumbers(carrier);
    await refresh();
    expect((await list()).numbers).toHaveLength(3);
    expect(carrier.asked.map(([from, { timeoutMs }]) => [from, timeoutMs])).toEqual([
      [{ pageSize: 1_000 }, 15_000],
      [{ cursor: '1' }, 15_000],
      [{ cursor: '2' }, 15_000],
    ]);
  });

  it('writes nothing when nothing is new', async () => {
    const { refresh, store, events } = await openNumbers(listingCarrier([sendingNumber(100)]));
    await refresh();
    const changes = () => store.look((reader) => reader.get('SELECT total_changes() AS changes'));
    const before = changes();
    events.length = 0;
    expect(await refresh()).toMatchObject({ ok: true });
    expect([changes(), events]).toEqual([before, []]);
  });

  it('follows a new label without a word in the trail', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, list, trail, events } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(100, { label: 'the desk' })]];
    await refresh();
    expect((await list()).numbers).toMatchObject([{ numberId: 1, label: 'the desk' }]);
    expect(trail('numbers/*')).toHaveLength(1);
    expect(events).toEqual([changed, changed]);
  });

  it('asks once for all who ask at the same time', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh } = await openNumbers(carrier);
    await Promise.all([refresh(), refresh(), refresh()]);
    expect(carrier.asked).toHaveLength(1);
    await refresh();
    expect(carrier.asked).toHaveLength(2);
  });

  it('leaves the numbers of another account alone', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, list, lost, store } = await openNumbers(carrier);
    await refresh();
    carrier.accountId = 'AC2';
    carrier.pages = [[sendingNumber(101)]];
    await refresh();
    expect(lost).toEqual([]);
    const usable = (accountId: string | null) =>
      store.look((reader) => listUsableNumbers(reader, accountId)).map(({ phone }) => phone);
    expect(usable('AC1')).toEqual(['+12025550100']);
    expect(usable('AC2')).toEqual(['+12025550101']);
    expect(usable(null)).toEqual(['+12025550100', '+12025550101']);
    expect((await list()).numbers).toMatchObject([{ phone: '+12025550100' }]);
  });

  it('takes a number over that has moved to this account', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, lost, store, trail } = await openNumbers(carrier);
    await refresh();
    carrier.accountId = 'AC2';
    carrier.pages = [[sendingNumber(100, { carrierId: 'PN9' })]];
    await refresh();
    const moved = store.look((reader) => findNumber(reader, 1));
    expect(moved).toMatchObject({ phone: '+12025550100', accountId: 'AC2', carrierId: 'PN9', lostAt: null });
    expect(trail('numbers/*').map(({ kind }) => kind)).toEqual(['numbers/added', 'numbers/added']);
    expect(lost).toEqual([]);
  });

  it('is an admin’s to do', async () => {
    const { call, signIn } = await openNumbers(listingCarrier([sendingNumber(100)]));
    expect(await call('numbers/refresh', {}, signIn('texter'))).toMatchObject({ error: { code: 'serve/not-allowed' } });
  });

  it('needs a carrier', async () => {
    const { call, admin } = await openNumbers(null);
    expect(await call('numbers/refresh', {}, admin)).toMatchObject({ error: { code: 'carrier/not-set-up' } });
  });

  it('is taken back when the engine leaves, and writes nothing then', async () => {
    const { refresh, stop, list } = await openNumbers(listingCarrier([sendingNumber(100)]));
    const asking = refresh();
    await stop();
    expect(await asking).toMatchObject({ error: { code: 'carrier/unreachable' } });
    expect((await list()).numbers).toEqual([]);
  });
});

describe('a number', () => {
  it('that is no longer listed is lost, told in the same transaction, and still known', async () => {
    const carrier = listingCarrier([sendingNumber(100), sendingNumber(101)]);
    const { refresh, list, lost, store, clock, trail } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(101)]];
    await refresh();
    expect(lost).toEqual([1]);
    expect((await list()).numbers).toMatchObject([{ lost: true }, { lost: false }]);
    expect(store.look((reader) => listUsableNumbers(reader, 'AC1'))).toMatchObject([{ numberId: 2 }]);
    const gone = { numberId: 1, phone: '+12025550100', lostAt: clock.nowMs() };
    expect(store.look((reader) => findNumberByPhone(reader, '+12025550100'))).toMatchObject(gone);
    expect(trail('numbers/lost')).toEqual([{ kind: 'numbers/lost', user_id: null, entity_id: 1, payload: '{}' }]);
  });

  it('is lost once, however often it is not listed', async () => {
    const carrier = listingCarrier([sendingNumber(100), sendingNumber(101)]);
    const { refresh, lost } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(101)]];
    await refresh();
    await refresh();
    expect(lost).toEqual([1]);
  });

  it('that is listed again is found again, with its id and its rate', async () => {
    const carrier = listingCarrier([sendingNumber(100), sendingNumber(101)]);
    const { refresh, store, trail } = await openNumbers(carrier);
    await refresh();
    store.write((tx) => tx.run('UPDATE number SET segments_per_second = 12 WHERE id = 1'));
    carrier.pages = [[sendingNumber(101)]];
    await refresh();
    carrier.pages = [[sendingNumber(101), sendingNumber(100)]];
    await refresh();
    expect(store.look((reader) => findNumber(reader, 1))).toEqual({
      numberId: 1,
      phone: '+12025550100',
      accountId: 'AC1',
      carrierId: 'PN100',
      canText: true,
      segmentsPerSecond: 12,
      lostAt: null,
    });
    expect(
      trail('numbers/*')
        .map(({ kind }) => kind)
        .slice(2),
    ).toEqual(['numbers/lost', 'numbers/found-again']);
  });

  it('that was given back and bought again since has its new name at the carrier', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, store, lost } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(100, { carrierId: 'PN7' })]];
    await refresh();
    expect(store.look((reader) => findNumber(reader, 1))).toMatchObject({ carrierId: 'PN7', lostAt: null });
    expect(lost).toEqual([]);
  });

  it('that can no longer text is as good as lost, until it can again', async () => {
    const carrier = listingCarrier([sendingNumber(100), sendingNumber(101)]);
    const { refresh, lost, store, trail } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(100, { canText: false }), sendingNumber(101)]];
    await refresh();
    expect(lost).toEqual([1]);
    expect(store.look((reader) => listUsableNumbers(reader, 'AC1'))).toMatchObject([{ numberId: 2 }]);
    carrier.pages = [[sendingNumber(100), sendingNumber(101)]];
    await refresh();
    expect(store.look((reader) => listUsableNumbers(reader, 'AC1'))).toMatchObject([{ numberId: 1 }, { numberId: 2 }]);
    expect(
      trail('numbers/*')
        .map(({ kind }) => kind)
        .slice(2),
    ).toEqual(['numbers/lost', 'numbers/found-again']);
  });

  it('is not lost when a later page could not be read, and nothing else is believed either', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, call, admin, lost, list } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(101)], err(appError('carrier/unreachable'))];
    expect(await call('numbers/refresh', {}, admin)).toMatchObject({ error: { code: 'carrier/unreachable' } });
    expect(lost).toEqual([]);
    expect((await list()).numbers).toMatchObject([{ numberId: 1, lost: false }]);
  });

  it('is not lost when the list has no end, but what is new in it is added', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, lost, list } = await openNumbers(carrier);
    await refresh();
    carrier.asked.length = 0;
    carrier.pages = [[sendingNumber(101)], [sendingNumber(102)]];
    carrier.endless = true;
    expect(await refresh()).toMatchObject({ ok: true });
    expect(carrier.asked).toHaveLength(50);
    expect(lost).toEqual([]);
    expect((await list()).numbers.map(({ phone }) => phone)).toEqual(['+12025550100', '+12025550101', '+12025550102']);
  });

  it('is lost when the account turns out to have none that can text', async () => {
    const carrier = listingCarrier([sendingNumber(100)]);
    const { refresh, call, admin, lost, list } = await openNumbers(carrier);
    await refresh();
    carrier.pages = [[sendingNumber(101, { canText: false })]];
    expect(await call('numbers/refresh', {}, admin)).toMatchObject({ error: { code: 'carrier/no-numbers' } });
    expect(lost).toEqual([1]);
    expect((await list()).numbers).toMatchObject([{ lost: true }, { phone: '+12025550101', canText: false }]);
  });

  it('stays as it was when what its loss means for others fails', async () => {
    const carrier = listingCarrier([sendingNumber(100), sendingNumber(101)]);
    const { refresh, lost, list } = await openNumbers(carrier);
    await refresh();
    lost.push = () => {
      throw new Error('the outbox is broken');
    };
    carrier.pages = [[sendingNumber(101)]];
    await expect(refresh()).rejects.toThrow('the outbox is broken');
    expect((await list()).numbers).toMatchObject([{ lost: false }, { lost: false }]);
  });
});
