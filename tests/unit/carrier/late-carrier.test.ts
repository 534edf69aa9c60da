import { describe, expect, it } from 'vitest';
import { type Carrier, createLateCarrier } from '../../../main/carrier/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';
import { ok } from '../../../shared/result.ts';

const request = { from: asE164('+12025550101'), to: asE164('+12025550102'), body: 'Hi' };

/** A late carrier with what stands for the one that comes, and how often that was asked. */
function open() {
  const asked: string[] = [];
  const there = {
    createMessage: async () => {
      asked.push('createMessage');
      return { kind: 'accepted', carrierId: 'SM1', status: { known: true, name: 'queued' } };
    },
    checkAccount: async () => {
      asked.push('checkAccount');
      return ok({ accountName: '', trial: null, numberCount: 1 });
    },
    close: () => void asked.push('close'),
  } as unknown as Carrier;
  let come: (carrier: Carrier) => void = () => {};
  const coming = new Promise<Carrier>((resolve) => {
    come = resolve;
  });
  return { asked, late: createLateCarrier('AC1', coming), arrive: () => come(there) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a carrier that is still coming', () => {
  it('is of a known account on this machine', () => {
    expect(open().late).toMatchObject({ accountId: 'AC1', isLoopback: true });
  });

  it('is handed a text once it is there, and once only', async () => {
    const { asked, late, arrive } = open();
    const outcome = late.createMessage(request, { timeoutMs: 1_000, signal: new AbortController().signal });
    await turn();
    expect(asked).toEqual([]);
    arrive();
    expect(await outcome).toMatchObject({ kind: 'accepted', carrierId: 'SM1' });
    expect(asked).toEqual(['createMessage']);
  });

  it('never has a text that was taken back before it came', async () => {
    const { asked, late, arrive } = open();
    const wish = new AbortController();
    const outcome = late.createMessage(request, { timeoutMs: 1_000, signal: wish.signal });
    wish.abort();
    expect(await outcome).toEqual({ kind: 'not-accepted', reason: 'withdrawn' });
    arrive();
    await turn();
    expect(asked).toEqual([]);
    const aborted = { timeoutMs: 1_000, signal: AbortSignal.abort() };
    expect(await open().late.createMessage(request, aborted)).toEqual({ kind: 'not-accepted', reason: 'withdrawn' });
  });

  it('answers a question when it is there, and is out of reach for whoever does not wait', async () => {
    const { late, arrive } = open();
    const wish = new AbortController();
    const given = late.checkAccount({ timeoutMs: 1_000, signal: wish.signal });
    wish.abort();
    expect(await given).toMatchObject({ ok: false, error: { code: 'carrier/unreachable' } });
    const waited = late.checkAccount({ timeoutMs: 1_000 });
    arrive();
    expect(await waited).toMatchObject({ ok: true, value: { numberCount: 1 } });
  });

  it('is out of reach for whoever has waited as long as for an answer, and then has no text of theirs', async () => {
    const { asked, late, arrive } = open();
    const outcome = late.createMessage(request, { timeoutMs: 10 });
    const question = late.checkAccount({ timeoutMs: 10 });
    expect(await outcome).toEqual({ kind: 'not-accepted', reason: 'unreachable' });
    expect(await question).toMatchObject({ ok: false, error: { code: 'carrier/unreachable' } });
    arrive();
    await turn();
    expect(asked).toEqual([]);
  });

  it('is closed when it is there', async () => {
    const { asked, late, arrive } = open();
    late.close();
    arrive();
    await turn();
    expect(asked).toEqual(['close']);
  });
});
