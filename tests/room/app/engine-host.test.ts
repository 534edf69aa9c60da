import type { MessagePortMain } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EngineHost, hostEngine } from '../../../main/app/engine-host.ts';
import type { EngineState } from '../../../preload/bridge.ts';
import type { CarrierAccess, Identity } from '../../../shared/contract/index.ts';
import { appError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { type FakeEngine, fakeEngines } from './support/fake-engines.ts';

const port = {} as MessagePortMain;

let told: EngineState[];
let engines: FakeEngine[];
let host: EngineHost;
let names: (string | null)[];
let incidents: unknown[];
let accountComing: string | null;
let carrierFor: (mode: 'practice' | 'live') => Promise<CarrierAccess | null>;

beforeEach(() => {
  vi.useFakeTimers();
  const fake = fakeEngines();
  engines = fake.all;
  told = [];
  names = [];
  incidents = [];
  carrierFor = () => Promise.resolve(null);
  accountComing = null;
  host = hostEngine(fake.start, {
    tell: (state) => told.push(state),
    carrierFor: (mode) => carrierFor(mode),
    accountComing: () => accountComing,
    onNamed: (name) => names.push(name),
    noteIncident: (_where, thrown) => {
      incidents.push(thrown);
      return '00000000';
    },
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function engine(number: number): FakeEngine {
  const found = engines[number - 1];
  if (!found) throw new Error(`engine ${number} was not started`);
  return found;
}

function lastTold(): EngineState | undefined {
  return told.at(-1);
}

describe('an engine that lives', () => {
  it('is started at once, and told to be ready when it says so', () => {
    expect(host.state).toMatchObject({ state: 'starting' });
    engine(1).say({ kind: 'ready' });
    expect(host.state).toEqual({ event: 'engine', state: 'ready', losses: 0 });
    expect(lastTold()).toEqual(host.state);
  });

  it('is given ports only once it is ready', () => {
    expect(() => host.connect(port)).toThrow();
    engine(1).say({ kind: 'ready' });
    host.connect(port);
    expect(engine(1).ports).toEqual([port]);
  });

  it('is not ended while it answers its pings', () => {
    engine(1).say({ kind: 'ready' });
    vi.advanceTimersByTime(600_000);
    expect(engine(1).wasKilled).toBe(false);
  });
});

describe('an engine that hangs', () => {
  it('is ended once eight pings in a row were not answered', () => {
    engine(1).say({ kind: 'ready' });
    engine(1).answersPings = false;
    vi.advanceTimersByTime(16_000);
    expect(engine(1).wasKilled).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(engine(1).wasKilled).toBe(true);
  });

  it('is spared when it answers late', () => {
    engine(1).say({ kind: 'ready' });
    engine(1).answersPings = false;
    vi.advanceTimersByTime(14_000);
    engine(1).say({ kind: 'pong', n: 1 });
    vi.advanceTimersByTime(14_000);
    expect(engine(1).wasKilled).toBe(false);
  });

  it('has ten minutes to open a large store, in which it need not answer', () => {
    engine(1).answersPings = false;
    vi.advanceTimersByTime(600_000);
    expect(engine(1).wasKilled).toBe(false);
    vi.advanceTimersByTime(2_000);
    expect(engine(1).wasKilled).toBe(true);
  });

  it('has no successor before it is really gone', () => {
    engine(1).say({ kind: 'ready' });
    engine(1).answersPings = false;
    vi.advanceTimersByTime(120_000);
    expect(engines).toHaveLength(1);
    engine(1).exit();
    vi.advanceTimersByTime(250);
    expect(engines).toHaveLength(2);
  });
});

describe('an engine that is lost', () => {
  it('is replaced after a quarter of a second, and the loss is counted', () => {
    engine(1).say({ kind: 'ready' });
    engine(1).exit();
    expect(lastTold()).toMatchObject({ state: 'waiting', lossesInARow: 1, retryAt: Date.now() + 250, error: null });
    vi.advanceTimersByTime(250);
    expect(lastTold()).toMatchObject({ state: 'starting' });
    engine(2).say({ kind: 'ready' });
    expect(lastTold()).toMatchObject({ state: 'ready', losses: 1 });
  });

  it('is replaced later and later while it does not live, and the window is told how often', () => {
    const waits: number[] = [];
    for (let life = 1; life <= 9; life += 1) {
      engine(life).exit();
      const state = host.state;
      if (state.state !== 'waiting') throw new Error('the host does not wait');
      expect(state.lossesInARow).toBe(life);
      waits.push(state.retryAt - Date.now());
      vi.advanceTimersByTime(state.retryAt - Date.now());
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('takes no port while it is away', () => {
    engine(1).say({ kind: 'ready' });
    engine(1).exit();
    expect(() => host.connect(port)).toThrow();
  });
});

describe('an engine that cannot open the store', () => {
  const damaged = appError('store/damaged');
  const inUse = appError('store/in-use');

  it('is believed: the reason is told and nothing is started again', () => {
    engine(1).say({ kind: 'failed', error: damaged });
    expect(lastTold()).toEqual({ event: 'engine', state: 'failed', error: damaged });
    engine(1).exit();
    vi.advanceTimersByTime(600_000);
    expect(engines).toHaveLength(1);
    expect(lastTold()).toMatchObject({ state: 'failed' });
  });

  it('is started again when a person asks, and not twice for two askings', () => {
    engine(1).say({ kind: 'failed', error: damaged });
    engine(1).exit();
    host.tryAgain();
    host.tryAgain();
    expect(engines).toHaveLength(2);
  });

  it('is started again as soon as it has left, when a person asks while it is leaving', () => {
    engine(1).say({ kind: 'failed', error: damaged });
    host.tryAgain();
    expect(engines).toHaveLength(1);
    engine(1).exit();
    expect(engines).toHaveLength(2);
    engine(2).say({ kind: 'failed', error: damaged });
    engine(2).exit();
    expect(engines).toHaveLength(2);
  });

  it('is started again by itself when time may mend the reason', () => {
    engine(1).say({ kind: 'failed', error: inUse });
    engine(1).exit();
    expect(lastTold()).toMatchObject({ state: 'waiting', error: inUse });
    vi.advanceTimersByTime(250);
    expect(engines).toHaveLength(2);
  });

  it('is ended when it does not leave within five seconds', () => {
    engine(1).say({ kind: 'failed', error: damaged });
    vi.advanceTimersByTime(5_000);
    expect(engine(1).wasKilled).toBe(true);
  });
});

describe('a chosen file', () => {
  it('has its token once the engine has read of it', async () => {
    engine(1).say({ kind: 'ready' });
    engine(1).answersPings = false;
    let token: string | undefined;
    void host.registerFile('/lists/neighbours.csv').then((given) => {
      token = given;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(token).toBeUndefined();
    const [registered, ping] = engine(1).heard;
    expect(registered).toMatchObject({ kind: 'register-file', path: '/lists/neighbours.csv' });
    if (ping?.kind !== 'ping') throw new Error('no ping after the file');
    engine(1).say({ kind: 'pong', n: ping.n });
    await vi.advanceTimersByTimeAsync(0);
    expect(registered).toMatchObject({ token });
  });

  it('is told to the next engine too, before any window is connected to it', async () => {
    engine(1).say({ kind: 'ready' });
    const token = await host.registerFile('/lists/neighbours.csv');
    engine(1).exit();
    vi.advanceTimersByTime(250);
    engine(2).say({ kind: 'ready' });
    host.connect(port);
    expect(engine(2).heard).toEqual([
      { kind: 'register-file', token, path: '/lists/neighbours.csv' },
      { kind: 'connect' },
    ]);
  });

  it('has its token though the engine dies before it has read of it', async () => {
    engine(1).say({ kind: 'ready' });
    engine(1).answersPings = false;
    const token = host.registerFile('/lists/neighbours.csv');
    engine(1).exit();
    await expect(token).resolves.toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the end of the application', () => {
  it('asks the engine to leave and waits until it is gone', async () => {
    engine(1).say({ kind: 'ready' });
    let isOver = false;
    void host.stop().then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine(1).heard.at(-1)).toEqual({ kind: 'stop' });
    expect(isOver).toBe(false);
    engine(1).exit();
    await vi.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(true);
    vi.advanceTimersByTime(60_000);
    expect(engines).toHaveLength(1);
  });

  it('ends an engine that does not leave within five seconds', () => {
    engine(1).say({ kind: 'ready' });
    void host.stop();
    vi.advanceTimersByTime(5_000);
    expect(engine(1).wasKilled).toBe(true);
  });

  it('starts no engine that it was still waiting for', async () => {
    engine(1).exit();
    await host.stop();
    vi.advanceTimersByTime(60_000);
    expect(engines).toHaveLength(1);
  });
});

describe('an engine that has opened the store', () => {
  it('is sent the carrier for a store of its mode, before it is ready', async () => {
    const access = { url: null, accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };
    carrierFor = (mode) => Promise.resolve(mode === 'live' ? access : null);
    engine(1).say({ kind: 'opened', mode: 'live' });
    await vi.advanceTimersByTimeAsync(0);
    expect(engine(1).heard).toEqual([{ kind: 'carrier', carrier: access }]);
    expect(host.state).toMatchObject({ state: 'starting' });
  });

  it('is told at once whose carrier is coming, when that is known, and then where it is', async () => {
    const access = { url: 'http://127.0.0.1:4010', accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };
    let find: (access: CarrierAccess) => void = () => {};
    carrierFor = () => new Promise((resolve) => (find = resolve));
    accountComing = 'AC1';
    engine(1).say({ kind: 'opened', mode: 'practice' });
    expect(engine(1).heard).toEqual([{ kind: 'carrier-coming', accountSid: 'AC1' }]);
    await vi.advanceTimersByTimeAsync(1_000);
    find(access);
    await vi.advanceTimersByTimeAsync(0);
    expect(engine(1).heard.slice(1)).toEqual([{ kind: 'carrier', carrier: access }]);
  });

  it('has a carrier looked for only after the first screen when it need not wait for one', async () => {
    let looks = 0;
    carrierFor = () => {
      looks += 1;
      return Promise.resolve(null);
    };
    accountComing = 'AC1';
    engine(1).say({ kind: 'opened', mode: 'practice' });
    await vi.advanceTimersByTimeAsync(999);
    expect(looks).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(1);
  });

  it('has no carrier looked for when it has ended before the first screen', async () => {
    let looks = 0;
    carrierFor = () => {
      looks += 1;
      return Promise.resolve(null);
    };
    accountComing = 'AC1';
    engine(1).say({ kind: 'opened', mode: 'practice' });
    engine(1).exit();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(looks).toBe(0);
  });

  it('is started again when the carrier that comes is of another account', async () => {
    carrierFor = () => Promise.resolve({ url: null, accountSid: 'AC2', apiKeySid: 'SK1', apiKeySecret: 'secret' });
    accountComing = 'AC1';
    engine(1).say({ kind: 'opened', mode: 'practice' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(engine(1).heard.slice(1)).toEqual([{ kind: 'stop' }]);
    engine(1).exit();
    await vi.advanceTimersByTimeAsync(0);
    expect(engines).toHaveLength(2);
    expect(host.state).toMatchObject({ state: 'starting' });
  });

  it('hears nothing of a carrier that is found when it has ended', async () => {
    let find: (access: null) => void = () => {};
    carrierFor = () => new Promise((resolve) => (find = resolve));
    engine(1).say({ kind: 'opened', mode: 'practice' });
    engine(1).exit();
    vi.advanceTimersByTime(250);
    find(null);
    await vi.advanceTimersByTimeAsync(0);
    expect([engine(1).heard, engine(2).heard]).toEqual([[], []]);
  });

  it('leaves when the search for its carrier breaks, and is replaced after a pause, with the cause written down', async () => {
    carrierFor = () => Promise.reject(new Error('no practice carrier'));
    engine(1).say({ kind: 'opened', mode: 'practice' });
    await vi.advanceTimersByTimeAsync(0);
    expect(engine(1).heard).toEqual([{ kind: 'stop' }]);
    expect(incidents.map(String)).toEqual(['Error: no practice carrier']);
    engine(1).exit();
    // No reason of the store's, or the page would say that the store cannot be opened.
    expect(lastTold()).toMatchObject({ state: 'waiting', lossesInARow: 1, error: null, retryAt: Date.now() + 250 });
    carrierFor = () => Promise.resolve(null);
    await vi.advanceTimersByTimeAsync(250);
    engine(2).say({ kind: 'opened', mode: 'practice' });
    await vi.advanceTimersByTimeAsync(0);
    expect(engine(2).heard).toEqual([{ kind: 'carrier', carrier: null }]);
    engine(2).say({ kind: 'ready' });
    expect(lastTold()).toMatchObject({ state: 'ready', losses: 0 });
  });

  it('ends nothing but itself when the search for its carrier breaks late', async () => {
    let fail: (thrown: Error) => void = () => {};
    carrierFor = () => new Promise((_resolve, reject) => (fail = reject));
    engine(1).say({ kind: 'opened', mode: 'practice' });
    engine(1).exit();
    vi.advanceTimersByTime(250);
    fail(new Error('no practice carrier'));
    await vi.advanceTimersByTimeAsync(0);
    expect(engine(2).heard).toEqual([]);
  });

  it('tells how its campaign is called', () => {
    engine(1).say({ kind: 'named', name: 'Harbor Tenants Union' });
    expect(names).toEqual(['Harbor Tenants Union']);
  });
});

describe('an engine that has gone', () => {
  it('says nothing more, whatever was still on its way', () => {
    engine(1).exit();
    engine(1).say({ kind: 'ready' });
    engine(1).say({ kind: 'failed', error: appError('store/damaged') });
    engine(1).say({ kind: 'named', name: 'Harbor Tenants Union' });
    expect(lastTold()).toMatchObject({ state: 'waiting' });
    expect(names).toEqual([]);
  });
});

describe('who acts', () => {
  const owner = { isFounded: true, role: 'owner' } as const;

  /** Answers the question that the engine was asked last. */
  function identifyBy(number: number, identity: Identity): void {
    const asked = engine(number).heard.at(-1);
    if (asked?.kind !== 'identify') throw new Error(`engine ${number} was not asked`);
    engine(number).say({ kind: 'identified', n: asked.n, identity });
  }

  it('is told by the engine, by the session', async () => {
    engine(1).say({ kind: 'ready' });
    const identified = host.identify('token');
    expect(engine(1).heard).toEqual([{ kind: 'identify', n: 1, session: 'token' }]);
    identifyBy(1, owner);
    await expect(identified).resolves.toEqual(owner);
  });

  it('is asked of the next engine when one ends before it has told', async () => {
    engine(1).say({ kind: 'ready' });
    const identified = host.identify('token');
    engine(1).exit();
    await vi.advanceTimersByTimeAsync(250);
    expect(engine(2).heard).toEqual([]);
    engine(2).say({ kind: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
    identifyBy(2, owner);
    await expect(identified).resolves.toEqual(owner);
  });

  it('is not to be found out while no engine can open the store', async () => {
    const first = host.identify(null);
    engine(1).say({ kind: 'failed', error: appError('store/in-use') });
    engine(1).exit();
    await expect(first).resolves.toBeNull();
    vi.advanceTimersByTime(250);
    engine(2).say({ kind: 'failed', error: appError('store/damaged') });
    await expect(host.identify('token')).resolves.toBeNull();
  });

  it('waits for an engine that died, so that nobody gains by ending one', async () => {
    engine(1).say({ kind: 'ready' });
    engine(1).exit();
    let isKnown = false;
    void host.identify(null).then(() => {
      isKnown = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isKnown).toBe(false);
  });

  it('is never told once the application ends', async () => {
    engine(1).say({ kind: 'ready' });
    let isKnown = false;
    void host.identify(null).then(() => {
      isKnown = true;
    });
    void host.stop();
    engine(1).exit();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isKnown).toBe(false);
  });
});

describe('credentials', () => {
  const credentials = { accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };

  it('are judged by a ready engine', async () => {
    engine(1).say({ kind: 'ready' });
    const checked = host.checkCredentials(credentials);
    const [asked] = engine(1).heard;
    if (asked?.kind !== 'check-credentials') throw new Error('the engine was not asked');
    expect(asked.credentials).toEqual(credentials);
    const outcome = ok({ accountName: 'Harbor', numbers: [] });
    engine(1).say({ kind: 'credentials-checked', n: asked.n, outcome });
    await expect(checked).resolves.toEqual(outcome);
  });

  it('stay unjudged when the engine ends meanwhile, or is not there', async () => {
    await expect(host.checkCredentials(credentials)).resolves.toBeNull();
    engine(1).say({ kind: 'ready' });
    const checked = host.checkCredentials(credentials);
    engine(1).exit();
    await expect(checked).resolves.toBeNull();
  });

  it('are told to be wrong as the carrier says it', async () => {
    engine(1).say({ kind: 'ready' });
    const checked = host.checkCredentials(credentials);
    const outcome = err(appError('carrier/wrong-credentials'));
    engine(1).say({ kind: 'credentials-checked', n: 1, outcome });
    await expect(checked).resolves.toEqual(outcome);
  });
});

describe('a restart', () => {
  it('waits until the engine is gone, then does what is to be done while there is none, then starts the next', async () => {
    engine(1).say({ kind: 'ready' });
    const happened: string[] = [];
    const restarted = host.restart(() => void happened.push(`work with ${engines.length} engine`));
    expect(engine(1).heard).toEqual([{ kind: 'stop' }]);
    expect(lastTold()).toMatchObject({ state: 'starting' });
    expect(happened).toEqual([]);
    engine(1).exit();
    await restarted;
    expect(happened).toEqual(['work with 1 engine']);
    expect(engines).toHaveLength(2);
    engine(2).say({ kind: 'ready' });
    expect(host.state).toEqual({ event: 'engine', state: 'ready', losses: 0 });
  });

  it('is one for several wishes', async () => {
    engine(1).say({ kind: 'ready' });
    const both = Promise.all([host.restart(), host.restart()]);
    engine(1).exit();
    await both;
    expect(engines).toHaveLength(2);
  });

  it('does not take an engine for ready that was asked to leave', () => {
    void host.restart();
    engine(1).say({ kind: 'ready' });
    expect(host.state).toMatchObject({ state: 'starting' });
  });

  it('needs no engine: one that failed, or is waited for, is followed at once by one other', async () => {
    engine(1).say({ kind: 'failed', error: appError('store/damaged') });
    engine(1).exit();
    await host.restart();
    expect(engines).toHaveLength(2);
    engine(2).exit();
    await host.restart();
    expect(engines).toHaveLength(3);
    vi.advanceTimersByTime(60_000);
    expect(engines).toHaveLength(3);
  });

  it('starts nothing when the application ends meanwhile', async () => {
    engine(1).say({ kind: 'ready' });
    const restarted = host.restart();
    const stopped = host.stop();
    engine(1).exit();
    await Promise.all([restarted, stopped]);
    expect(engines).toHaveLength(1);
  });

  it('goes on with the next engine though the work between failed, and says so', async () => {
    engine(1).say({ kind: 'ready' });
    const restarted = host.restart(() => Promise.reject(new Error('no folder')));
    engine(1).exit();
    await expect(restarted).rejects.toThrow('no folder');
    expect(engines).toHaveLength(2);
  });
});
