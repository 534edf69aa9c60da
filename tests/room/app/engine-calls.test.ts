import { describe, expect, it } from 'vitest';
import type { EngineNews, EngineState } from '../../../preload/bridge.ts';
import { createEngineCalls, type EnginePort } from '../../../preload/engine-calls.ts';
import type { EngineEvent, WireMessage, WireRequest } from '../../../shared/contract/index.ts';
import { appError } from '../../../shared/errors.ts';

/** One engine's end, played by the test. It can speak after it was closed, as what is under way does. */
interface FakePort extends EnginePort {
  readonly asked: WireRequest[];
  isClosed: boolean;
  say(message: WireMessage): void;
}

function fakePort(): FakePort {
  const port: FakePort = {
    asked: [],
    isClosed: false,
    onmessage: null,
    postMessage: (request) => void port.asked.push(request),
    close: () => {
      port.isClosed = true;
    },
    say: (data) => void port.onmessage?.({ data } as MessageEvent<WireMessage>),
  };
  return port;
}

const readyIn = (opening: number, losses = 0): EngineNews => ({
  opening,
  state: { event: 'engine', state: 'ready', losses },
});
const starting: EngineState = { event: 'engine', state: 'starting' };

function open() {
  const told: EngineEvent[] = [];
  const calls = createEngineCalls((news) => told.push(news));
  const answers: unknown[] = [];
  const ask = (name: string) => void calls.call(name, {}, 'token').then((answer) => answers.push(answer));
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { told, calls, answers, ask, settled };
}

describe('the calls of a page', () => {
  it('wait for the first engine and are then on their way', () => {
    const { calls, ask } = open();
    ask('campaign/read');
    const port = fakePort();
    expect(calls.hear(readyIn(1), port)).toBe(true);
    expect(port.asked).toEqual([{ id: 1, session: 'token', call: 'campaign/read', input: {} }]);
  });

  it('are sent again to the next engine, and answered by it alone', async () => {
    const { calls, ask, answers, settled } = open();
    const [former, next] = [fakePort(), fakePort()];
    calls.hear(readyIn(1), former);
    ask('campaign/read');
    calls.hear({ opening: 1, state: starting }, undefined);
    former.say({ id: 1, ok: true, value: 'before the other engine' });
    calls.hear(readyIn(1, 1), next);
    former.say({ id: 1, ok: true, value: 'late' });
    await settled();
    expect(answers).toEqual([]);
    expect(next.asked).toHaveLength(1);
    next.say({ id: 1, ok: true, value: 'now' });
    await settled();
    expect(answers).toMatchObject([{ ok: true, value: 'now' }]);
    expect(former.isClosed).toBe(true);
  });

  it('are never answered by the engine of another campaign, nor sent to it', async () => {
    const { calls, ask, answers, told, settled } = open();
    const [own, other] = [fakePort(), fakePort()];
    calls.hear(readyIn(1), own);
    ask('campaign/found');
    expect(calls.hear(readyIn(2), other)).toBe(false);
    ask('people/add');
    other.say({ id: 1, ok: true, value: 'of another campaign' });
    other.say({ event: 'changed', room: 'campaign', ids: [] });
    own.say({ id: 1, ok: true, value: 'late' });
    await settled();
    expect(other.asked).toEqual([]);
    expect([answers, told]).toEqual([[], []]);
    expect([own.isClosed, other.isClosed]).toEqual([true, true]);
    expect(calls.opening).toBe(1);
  });

  it('of a page that is over stay so when its own campaign is opened again', () => {
    const { calls } = open();
    calls.hear(readyIn(1), fakePort());
    for (const opening of [2, 3]) expect(calls.hear(readyIn(opening), fakePort())).toBe(false);
  });

  it('are refused when there is no engine that could open the store', async () => {
    const { calls, ask, answers, settled } = open();
    const error = appError('store/damaged');
    ask('campaign/read');
    calls.hear({ opening: 1, state: { event: 'engine', state: 'failed', error } }, undefined);
    ask('campaign/read');
    await settled();
    expect(answers).toEqual([
      { ok: false, error },
      { ok: false, error },
    ]);
  });

  it('hear the news of the engine that is theirs', () => {
    const { calls, told } = open();
    const [former, next] = [fakePort(), fakePort()];
    calls.hear(readyIn(1), former);
    calls.hear(readyIn(1, 1), next);
    former.say({ event: 'changed', room: 'contacts', ids: [] });
    next.say({ event: 'changed', room: 'campaign', ids: [] });
    expect(told).toEqual([{ event: 'changed', room: 'campaign', ids: [] }]);
  });
});
