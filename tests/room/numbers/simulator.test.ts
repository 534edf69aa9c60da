/** The numbers room against a real simulator: what it reads over the wire, and what it makes of losses and refusals. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Carrier, createTwilioCarrier } from '../../../main/carrier/index.ts';
import { startSimulatorProcess } from '../../support/simulator-process.ts';
import { openNumbers } from './open-numbers.ts';

const options = { timeoutMs: 10_000 };

async function simulatedCarrier(numberCount: number) {
  const simulator = await startSimulatorProcess({ numberCount, knobs: { latencyMs: 0 } });
  onTestFinished(async () => {
    await simulator.stop();
  });
  const { url, accountSid, authToken } = simulator.ready;
  const made = createTwilioCarrier({ credentials: { accountSid, secret: authToken }, address: url });
  if (!made.ok) throw new Error(made.error.code);
  onTestFinished(() => made.value.close());
  return { simulator, carrier: made.value };
}

async function carrierIds(carrier: Carrier): Promise<string[]> {
  const page = await carrier.listNumbers({ pageSize: 50 }, options);
  if (!page.ok) throw new Error(page.error.code);
  return page.value.numbers.map(({ carrierId }) => carrierId);
}

describe('the numbers of an account', () => {
  it('come from the carrier, over as many pages as it makes of them', async () => {
    const { carrier } = await simulatedCarrier(5);
    const inTwos: Pick<Carrier, 'accountId' | 'listNumbers'> = {
      accountId: carrier.accountId,
      listNumbers: (from, how) => carrier.listNumbers('cursor' in from ? from : { pageSize: 2 }, how),
    };
    const { refresh, list } = await openNumbers(inTwos);
    expect(await refresh()).toMatchObject({ ok: true });
    const { numbers } = await list();
    expect(new Set(numbers.map(({ phone }) => phone)).size).toBe(5);
    expect(numbers.every(({ canText, lost }) => canText && !lost)).toBe(true);
  });

  it('lose the one that was given back, and gain the one that was bought', async () => {
    const { carrier } = await simulatedCarrier(2);
    const { refresh, list, lost } = await openNumbers(carrier);
    await refresh();
    const [first = ''] = await carrierIds(carrier);
    const found = await carrier.searchNumbers({ areaCode: '202', limit: 1 }, options);
    if (!found.ok || found.value[0] === undefined) throw new Error('the simulator has nothing to sell');
    await carrier.buyNumber(found.value[0].phone, options);
    await carrier.releaseNumber(first, options);
    expect(await refresh()).toMatchObject({ ok: true });
    const { numbers } = await list();
    expect(numbers.filter((number) => number.lost).map(({ numberId }) => numberId)).toEqual(lost);
    expect(lost).toHaveLength(1);
    expect(numbers.at(-1)).toMatchObject({ phone: found.value[0].phone, lost: false });
  });

  it('are none in an account that has none', async () => {
    const { carrier } = await simulatedCarrier(0);
    const { call, admin } = await openNumbers(carrier);
    expect(await call('numbers/refresh', {}, admin)).toMatchObject({ error: { code: 'carrier/no-numbers' } });
  });

  it.each([
    [{ faultsOn: 'reads', tooManyRequestsRate: 1 }, 'carrier/busy'],
    [{ faultsOn: 'reads', errorBeforeRate: 1 }, 'carrier/faulty'],
  ] as const)('are not lost when the carrier has no answer for us: %j', async (trouble, code) => {
    const { simulator, carrier } = await simulatedCarrier(2);
    const { refresh, list, lost } = await openNumbers(carrier);
    await refresh();
    await simulator.turn(trouble);
    expect(await refresh()).toMatchObject({ error: { code } });
    expect(lost).toEqual([]);
    expect((await list()).numbers).toMatchObject([{ lost: false }, { lost: false }]);
  });

  it('are not lost when the carrier is gone', async () => {
    const { simulator, carrier } = await simulatedCarrier(2);
    const { refresh, list, lost } = await openNumbers(carrier);
    await refresh();
    await simulator.stop();
    expect(await refresh()).toMatchObject({ error: { code: 'carrier/unreachable' } });
    expect(lost).toEqual([]);
    expect((await list()).numbers).toMatchObject([{ lost: false }, { lost: false }]);
  });
});
