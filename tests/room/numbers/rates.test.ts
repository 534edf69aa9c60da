import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accountRate, findNumber } from '../../../main/numbers/index.ts';
import { listingCarrier, openNumbers, sendingNumber } from './open-numbers.ts';

async function openTwoNumbers() {
  const rooms = await openNumbers(listingCarrier([sendingNumber(100), sendingNumber(101)]));
  await rooms.refresh();
  rooms.events.length = 0;
  const setRate = (numberId: number, segmentsPerSecond: number) =>
    rooms.call('numbers/set-rate', { intentId: randomUUID(), numberId, segmentsPerSecond }, rooms.admin);
  const setAccountRate = (segmentsPerSecond: number | null) =>
    rooms.call('numbers/set-account-rate', { intentId: randomUUID(), segmentsPerSecond }, rooms.admin);
  return { ...rooms, setRate, setAccountRate };
}

describe('the rate of a number', () => {
  it('is set by an admin for that number alone', async () => {
    const { setRate, store, events, trail } = await openTwoNumbers();
    expect(await setRate(2, 12.5)).toMatchObject({ ok: true });
    const rates = [1, 2].map((id) => store.look((reader) => findNumber(reader, id)?.segmentsPerSecond));
    expect(rates).toEqual([1, 12.5]);
    expect(events).toEqual([{ event: 'changed', room: 'numbers', ids: [2] }]);
    const payload = '{"segmentsPerSecond":12.5}';
    expect(trail('numbers/rate-*')).toEqual([{ kind: 'numbers/rate-set', user_id: 1, entity_id: 2, payload }]);
  });

  it('that it has already is no news', async () => {
    const { setRate, events, trail } = await openTwoNumbers();
    expect(await setRate(2, 1)).toMatchObject({ ok: true });
    expect([events, trail('numbers/rate-*')]).toEqual([[], []]);
  });

  it('is kept when the carrier is asked again', async () => {
    const { setRate, refresh, list } = await openTwoNumbers();
    await setRate(1, 3);
    await refresh();
    expect((await list()).numbers).toMatchObject([{ segmentsPerSecond: 3 }, { segmentsPerSecond: 1 }]);
  });

  it('cannot be set for a number that was never seen', async () => {
    const { setRate } = await openTwoNumbers();
    expect(await setRate(9, 3)).toMatchObject({ error: { code: 'numbers/not-found' } });
  });

  it.each([0, -1, 1_001, Number.NaN])('cannot be %d', async (segmentsPerSecond) => {
    const { setRate } = await openTwoNumbers();
    expect(await setRate(1, segmentsPerSecond)).toMatchObject({ error: { code: 'serve/bad-input' } });
  });
});

describe('the rate of the account', () => {
  it('is none until an admin sets it, and can be taken away', async () => {
    const { setAccountRate, list, store, events, trail } = await openTwoNumbers();
    const rate = () => store.look((reader) => accountRate(reader, 'AC1'));
    expect(rate()).toBeNull();
    await setAccountRate(30);
    expect([rate(), (await list()).accountSegmentsPerSecond]).toEqual([30, 30]);
    await setAccountRate(null);
    expect([rate(), (await list()).accountSegmentsPerSecond]).toEqual([null, null]);
    expect(events).toHaveLength(2);
    expect(trail('numbers/rate-*')).toMatchObject([
      { user_id: 1, entity_id: null, payload: '{"segmentsPerSecond":30}' },
      { user_id: 1, entity_id: null, payload: '{"segmentsPerSecond":null}' },
    ]);
  });

  it('belongs to its account', async () => {
    const { setAccountRate, store } = await openTwoNumbers();
    await setAccountRate(30);
    expect(store.look((reader) => accountRate(reader, 'AC2'))).toBeNull();
  });

  it('that it has already is no news', async () => {
    const { setAccountRate, trail } = await openTwoNumbers();
    await setAccountRate(null);
    expect(trail('numbers/rate-*')).toEqual([]);
  });

  it('needs an account', async () => {
    const { call, admin } = await openNumbers(null);
    const input = { intentId: randomUUID(), segmentsPerSecond: 30 };
    expect(await call('numbers/set-account-rate', input, admin)).toMatchObject({
      error: { code: 'carrier/not-set-up' },
    });
  });
});
