import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteIncident } from '../../../main/app/incidents.ts';
import { hostPracticeCarrier, type PracticeCarrier } from '../../../main/app/practice-carrier.ts';
import { practiceArguments, readPracticeOptions } from '../../../main/app/practice-options.ts';
import type { PracticeListeners, StartPractice } from '../../../main/app/practice-process.ts';
import { readArguments } from '../../../main/carrier/simulator/arguments.ts';

interface FakeCarrier extends PracticeListeners {
  readonly folder: string;
  readonly port: number;
  readonly asked: string[];
}

const secrets = { accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };

let started: FakeCarrier[];
let moves: number;
let incidents: unknown[];
let practice: PracticeCarrier;
let startFails: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  moves = 0;
  incidents = [];
  startFails = false;
  const start: StartPractice = ({ folder, port }, listeners) => {
    if (startFails) throw new Error('no such program');
    const asked: string[] = [];
    started.push({ folder, port, asked, ...listeners });
    return { leave: () => asked.push('leave'), kill: () => asked.push('kill') };
  };
  const onMoved = (): void => {
    moves += 1;
  };
  const noteIncident: NoteIncident = (_where, thrown) => {
    incidents.push(thrown);
    return '00000000';
  };
  practice = hostPracticeCarrier(start, onMoved, noteIncident);
});

afterEach(() => {
  vi.useRealTimers();
});

function carrier(number: number): FakeCarrier {
  const found = started[number - 1];
  if (!found) throw new Error(`carrier ${number} was not started`);
  return found;
}

const accessAt = (port: number) => ({ url: `http://127.0.0.1:${port}`, ...secrets });

/** It listens at the port that it was given, or at `free` when it may take any. */
function comeUp(number: number, free = 4010): void {
  const port = carrier(number).port || free;
  carrier(number).onReady({ ...accessAt(port), controlUrl: `http://127.0.0.1:${port}/simulator`, controlToken: 't' });
}

async function connectedTo(folder = '/campaign'): Promise<unknown> {
  const connecting = practice.connect(folder);
  await vi.advanceTimersByTimeAsync(0);
  comeUp(started.length);
  return connecting;
}

describe('the practice carrier', () => {
  it('is started for the first engine that asks, and says where it is and how to be let in', async () => {
    expect(started).toEqual([]);
    expect(await connectedTo()).toEqual(accessAt(4010));
    expect(carrier(1)).toMatchObject({ folder: '/campaign', port: 0 });
  });

  it('that does not come before another campaign is opened is not taken for that one’s', async () => {
    const first = practice.connect('/campaign');
    await vi.advanceTimersByTimeAsync(0);
    const second = practice.connect('/other');
    carrier(1).onExit();
    await vi.advanceTimersByTimeAsync(0);
    comeUp(2, 4020);
    expect(await first).toBeNull();
    expect(await second).toEqual(accessAt(4020));
  });

  it('is the same one for the next engine', async () => {
    await connectedTo();
    expect(await practice.connect('/campaign')).toEqual(accessAt(4010));
    expect(started).toHaveLength(1);
  });

  it('is started again at the same port when it dies, and no engine need know', async () => {
    await connectedTo();
    carrier(1).onExit();
    vi.advanceTimersByTime(250);
    expect(carrier(2).port).toBe(4010);
    comeUp(2);
    expect(moves).toBe(0);
  });

  it('takes another port when its own was taken twice, and tells that it moved', async () => {
    await connectedTo();
    for (const life of [1, 2, 3]) {
      carrier(life).onExit();
      vi.advanceTimersByTime(1_000);
    }
    expect([carrier(3).port, carrier(4).port]).toEqual([4010, 0]);
    comeUp(4, 4020);
    expect(moves).toBe(1);
    expect(await practice.connect('/campaign')).toEqual(accessAt(4020));
  });

  it('lets an engine open without it when it does not come up, and tells when it does', async () => {
    const connecting = practice.connect('/campaign');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await connecting).toBeNull();
    comeUp(1);
    expect(moves).toBe(1);
  });

  it('is tried again after a pause when it cannot even be started, with the cause written down', async () => {
    startFails = true;
    const connecting = practice.connect('/campaign');
    await vi.advanceTimersByTimeAsync(0);
    expect(incidents.map(String)).toEqual(['Error: no such program']);
    startFails = false;
    await vi.advanceTimersByTimeAsync(250);
    comeUp(1);
    expect(await connecting).toEqual(accessAt(4010));
  });

  it('is left for another campaign, whose own is started when it has gone', async () => {
    await connectedTo();
    const connecting = practice.connect('/other');
    expect(carrier(1).asked).toEqual(['leave']);
    expect(started).toHaveLength(1);
    carrier(1).onExit();
    await vi.advanceTimersByTimeAsync(0);
    expect(carrier(2)).toMatchObject({ folder: '/other', port: 0 });
    comeUp(2, 4030);
    expect(await connecting).toEqual(accessAt(4030));
  });

  it('is ended when it does not leave within three seconds, and nothing follows it', async () => {
    await connectedTo();
    const left = practice.leave();
    vi.advanceTimersByTime(3_000);
    expect(carrier(1).asked).toEqual(['leave', 'kill']);
    carrier(1).onExit();
    await left;
    vi.advanceTimersByTime(60_000);
    expect(started).toHaveLength(1);
  });

  it('is not waited for when it is not there', async () => {
    await connectedTo();
    carrier(1).onExit();
    await practice.leave();
    vi.advanceTimersByTime(60_000);
    expect(started).toHaveLength(1);
  });
});

describe('what may be asked of it', () => {
  const given: Readonly<Record<string, string>> = {
    'practice-speed': '20',
    'practice-seed': 'harbor',
    'practice-knobs': '{"listLatenessMs":500}',
  };
  const options = readPracticeOptions((name) => given[name] ?? '');
  const where = { bookFile: '/campaign/practice-carrier.db', isNew: true, port: 4010 };

  it('arrives at the simulator', () => {
    expect(readArguments(practiceArguments(options, where)).options).toEqual({
      dataFile: '/campaign/practice-carrier.db',
      seed: 'harbor',
      port: 4010,
      numberCount: 4,
      knobs: { listLatenessMs: 500, speed: 20 },
    });
  });

  it('is people’s own pace when nothing is asked', () => {
    const nothing = readPracticeOptions(() => '');
    expect(readArguments(practiceArguments(nothing, where)).options).toMatchObject({ knobs: {} });
    expect(nothing.controlFile).toBeNull();
  });

  it('leaves the contacts of a campaign who they are', () => {
    expect(practiceArguments(options, { ...where, isNew: false })).not.toContain('--seed');
  });
});
