/**
 * The promise that the outbox stands on: a message that the carrier has read is never called "not accepted", unless
 * the carrier itself turned it away. Many creates at once, over kept-alive connections that a hostile server breaks in
 * every way that we can think of, with callers who lose patience at any moment.
 */
import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { CreateOutcome } from '../../../main/carrier/index.ts';
import { carrierAt, errorJson, messageJson, options, request } from './builders.ts';
import { type SeenRequest, sendJson, serveHttp } from './loopback-server.ts';

type Behaviour = (response: ServerResponse) => void;

const accept: Behaviour = (response) => sendJson(response, 201, messageJson());
const reset: Behaviour = (response) => response.socket?.resetAndDestroy();

const behaviours: Readonly<Record<string, Behaviour>> = {
  accept,
  acceptSlowly: (response) => setTimeout(accept, 15, response),
  // The connection looks kept alive, and dies while the next request may already be on its way.
  acceptThenClose: (response) => {
    response.on('finish', () => setImmediate(() => response.socket?.destroy()));
    accept(response);
  },
  acceptHalf: (response) => {
    response.writeHead(201, { 'content-length': '500' });
    response.write('{"sid":"SM0', () => response.socket?.destroy());
  },
  turnAway: (response) => sendJson(response, 429, errorJson(20429, 429)),
  fail: (response) => sendJson(response, 500, errorJson(20500, 500)),
  reset,
  resetSlowly: (response) => setTimeout(reset, 15, response),
  silence: () => undefined,
};

const plan = fc.record({
  behaviour: fc.constantFrom(...Object.keys(behaviours)),
  timeoutMs: fc.constantFrom(1, 5, 40, 5_000, 5_000),
  withdrawAfterMs: fc.constantFrom(null, null, null, 0, 2, 20),
});

/** Each lane sends one message after the other, and so over connections that were used before. */
const laneCount = 6;

test('a message that the carrier read is called not accepted only when the carrier turned it away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(plan, { minLength: 30, maxLength: 60 }), async (plans) => {
      const server = await serveHttp((seen, response) => {
        behaviours[plans[indexOf(seen)]?.behaviour ?? 'accept']?.(response);
      });
      const carrier = carrierAt(server.origin);
      const outcomes: CreateOutcome[] = [];
      const send = async (index: number): Promise<void> => {
        const next = plans[index];
        if (next === undefined) return;
        const patienceMs = next.behaviour === 'silence' ? Math.min(next.timeoutMs, 40) : next.timeoutMs;
        const signal = next.withdrawAfterMs === null ? {} : { signal: AbortSignal.timeout(next.withdrawAfterMs) };
        const message = { ...request, body: String(index) };
        outcomes[index] = await carrier.createMessage(message, { timeoutMs: patienceMs, ...signal });
        await send(index + laneCount);
      };
      await Promise.all(Array.from({ length: laneCount }, (_, lane) => send(lane)));
      // A request that was merely late would arrive before this one's answer.
      await carrier.createMessage({ ...request, body: '-1' }, options);
      const read = new Set(server.seen.map(indexOf));
      const wronglyCleared = outcomes.filter(
        (outcome, index) => outcome.kind === 'not-accepted' && outcome.reason !== 'rate' && read.has(index),
      );
      const arrivedOften = server.seen.length - read.size;
      carrier.close();
      await server.close();
      expect({ wronglyCleared, arrivedOften }).toEqual({ wronglyCleared: [], arrivedOften: 0 });
    }),
    { numRuns: 25 },
  );
});

test('a message that waited in vain for a free connection is not accepted, and never sent later', async () => {
  const bodies = Array.from({ length: 50 }, (_, index) => String(index));
  const server = await serveHttp((seen, response) => {
    if (indexOf(seen) < 0) sendJson(response, 201, messageJson());
  });
  const carrier = carrierAt(server.origin);
  // The first hold every connection until long after the last have given up.
  const patienceMs = (index: number) => (index < 30 ? 3_000 : 300);
  const outcomes = await Promise.all(
    bodies.map((body, index) => carrier.createMessage({ ...request, body }, { timeoutMs: patienceMs(index) })),
  );
  await carrier.createMessage({ ...request, body: '-1' }, options);
  const cleared = bodies.filter((_, index) => outcomes[index]?.kind === 'not-accepted');
  const read = server.seen.map((seen) => String(indexOf(seen)));
  carrier.close();
  await server.close();
  expect(cleared.length).toBeGreaterThan(0);
  expect([...cleared, ...read].sort()).toEqual([...bodies, '-1'].sort());
});

test.each(['fresh', 'used'])(
  'a message whose %s connection is there only after a sleep is not accepted, and not sent',
  async (kind) => {
    const server = await serveHttp((_seen, response) => sendJson(response, 201, messageJson()));
    const carrier = carrierAt(server.origin);
    if (kind === 'used') await carrier.createMessage({ ...request, body: '0' }, options);
    const before = server.seen.length;
    const realNow = Date.now;
    const sending = carrier.createMessage({ ...request, body: '1' }, options);
    // Timers do not see a sleep; the wall clock does.
    const now = vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 9 * 3_600_000);
    onTestFinished(() => now.mockRestore());
    expect(await sending).toMatchObject({ kind: 'not-accepted' });
    now.mockRestore();
    await carrier.createMessage({ ...request, body: '-1' }, options);
    expect(server.seen.slice(before).map(indexOf)).toEqual([-1]);
    carrier.close();
    await server.close();
  },
);

function indexOf(seen: SeenRequest): number {
  return Number(seen.form.get('Body'));
}
