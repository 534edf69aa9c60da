import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Clock, settableClock, systemClock } from '../../main/clock/index.ts';
import { memoryLog } from '../../main/log/index.ts';
import { takeLock } from '../../main/store/lock.ts';

/** What a child engine does: takes the lock or says why not, then writes its process number again and again. */
const engineSource = `
import { appendFileSync } from 'node:fs';
import { systemClock } from '${new URL('../../main/clock/index.ts', import.meta.url).href}';
import { takeLock } from '${new URL('../../main/store/lock.ts', import.meta.url).href}';
const [store, watchMs, work] = process.argv.slice(2);
const say = (said) => process.stdout.write(JSON.stringify(said) + '\\n');
const taken = await takeLock(store, { clock: systemClock(), watchMs: Number(watchMs), onLost: () => say({ lost: true }) });
if (!taken.ok) {
  say(taken.error);
  process.exit(0);
}
process.on('SIGTERM', () => {
  taken.value.release();
  process.exit(0);
});
say({ locked: true });
setInterval(() => appendFileSync(work, process.pid + '\\n'), 20);
`;

interface Said {
  readonly locked?: true;
  readonly lost?: true;
  readonly code?: string;
}

interface Engine {
  readonly pid: number;
  readonly child: ChildProcess;
  /** The next thing it says. */
  next(): Promise<Said>;
  /** Resolves with the signal that ended it, or null. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

let folder: string;
let storePath: string;
let workPath: string;
let engines: Engine[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldline-lock-'));
  storePath = join(folder, 'fieldline.db');
  workPath = join(folder, 'work.txt');
  engines = [];
  writeFileSync(join(folder, 'engine.mjs'), engineSource);
});

afterEach(async () => {
  for (const engine of engines) engine.child.kill('SIGKILL');
  await Promise.all(engines.map((engine) => engine.ended));
  rmSync(folder, { recursive: true, force: true });
});

function startEngine(options: { readonly watchMs?: number; readonly path?: string } = {}): Engine {
  const given = [options.path ?? storePath, String(options.watchMs ?? 8_000), workPath];
  const child = spawn(process.execPath, [join(folder, 'engine.mjs'), ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Said> => {
    const line = await lines.next();
    if (line.done) throw new Error('the engine ended without a word');
    return JSON.parse(line.value) as Said;
  };
  if (child.pid === undefined) throw new Error('the engine did not start');
  const engine = { pid: child.pid, child, next, ended };
  engines.push(engine);
  return engine;
}

function workDone(): number[] {
  return existsSync(workPath) ? readFileSync(workPath, 'utf8').trim().split('\n').map(Number) : [];
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await delay(10);
}

function stateOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0];
}

/** Suspends an engine, as a debugger or a broken driver does, and waits until it stands still. */
async function suspend(engine: Engine): Promise<void> {
  engine.child.kill('SIGSTOP');
  await until(() => stateOf(engine.pid) === 'T');
}

describe('one engine per store', () => {
  test('a second engine is refused while the first lives', async () => {
    const first = startEngine();
    expect(await first.next()).toEqual({ locked: true });
    const second = startEngine();
    expect(await second.next()).toMatchObject({ code: 'store/in-use', params: { folder: basename(folder) } });
    expect(await second.ended).toBeNull();
    expect(new Set(workDone())).toEqual(new Set([first.pid]));
  });

  test('of several engines that start at once, exactly one gets the store', async () => {
    const started = [1, 2, 3, 4].map(() => startEngine());
    const said = await Promise.all(started.map((engine) => engine.next()));
    expect(said.filter((words) => words.locked)).toHaveLength(1);
    expect(said.filter((words) => words.code === 'store/in-use')).toHaveLength(3);
  });

  test('the lock is free at once after the first engine was killed', async () => {
    const first = startEngine();
    await first.next();
    first.child.kill('SIGKILL');
    await first.ended;
    // It could not watch anybody: a holder that still held the lock would be the answer.
    const second = startEngine({ watchMs: 0 });
    expect(await second.next()).toEqual({ locked: true });
  });

  test('the lock is free after the first engine released it, and its holder file is gone', async () => {
    const first = startEngine();
    await first.next();
    expect(existsSync(`${storePath}.holder`)).toBe(true);
    first.child.kill('SIGTERM');
    await first.ended;
    expect(existsSync(`${storePath}.holder`)).toBe(false);
    expect(await startEngine({ watchMs: 0 }).next()).toEqual({ locked: true });
  });

  test('a store that is reached by a symbolic link is the same store', async () => {
    writeFileSync(storePath, '');
    await startEngine().next();
    const link = join(folder, 'other.db');
    symlinkSync(storePath, link);
    expect(await startEngine({ path: link }).next()).toMatchObject({ code: 'store/in-use' });
    expect(existsSync(`${link}.lock`)).toBe(false);
  });

  test('an engine whose lock file was removed says so and ends its work', async () => {
    const first = startEngine();
    await first.next();
    unlinkSync(`${storePath}.lock`);
    expect(await first.next()).toEqual({ lost: true });
  });

  test('a second attempt in the same process is refused and takes nothing from the first', async () => {
    const first = await takeLock(storePath, { clock: systemClock() });
    const second = await takeLock(storePath, { clock: systemClock(), watchMs: 8_000 });
    expect(second).toMatchObject({ ok: false, error: { code: 'store/in-use' } });
    // On POSIX a process drops all its locks on a file when it closes any descriptor of it.
    expect(await startEngine().next()).toMatchObject({ code: 'store/in-use' });
    if (first.ok) first.value.release();
  });

  test('a process never ends itself, however silent its own lock is', async () => {
    const first = await takeLock(storePath, { clock: settableClock({ startAt: 0 }) });
    const second = await takeLock(storePath, { clock: systemClock(), watchMs: 300 });
    expect(second).toMatchObject({ ok: false, error: { code: 'store/in-use' } });
    if (first.ok) first.value.release();
  });
});

describe('the watch over a silent holder', () => {
  /** Counts how often an engine that waits for a silent holder goes back to sleep before it gives up. */
  async function sleepsOf(watchMs: number, pollMs: number, changes: Partial<Clock> = {}): Promise<number> {
    const first = await takeLock(storePath, { clock: settableClock({ startAt: 0 }) });
    const clock = { ...systemClock(), ...changes };
    let sleepCount = 0;
    const sleep: Clock['sleep'] = (forMs) => {
      sleepCount += 1;
      return clock.sleep(forMs);
    };
    const second = await takeLock(storePath, { clock: { ...clock, sleep }, watchMs, pollMs });
    expect(second).toMatchObject({ ok: false, error: { code: 'store/in-use' } });
    if (first.ok) first.value.release();
    return sleepCount;
  }

  test('counts what each attempt itself waits, not only the sleep between two', async () => {
    // A turn is an attempt of 200 ms and a sleep of 50 ms. Were only the sleep counted, there would be 20 of them.
    expect(await sleepsOf(1_000, 50)).toBeLessThanOrEqual(5);
  });

  test('goes on after the computer slept, because the holder slept as well', async () => {
    let nowMs = 0;
    const sleep = async (): Promise<void> => {
      nowMs += 3_600_000;
    };
    // A turn counts as twice its 450 ms at most, however long it took.
    expect(await sleepsOf(3_000, 250, { monotonicMs: () => nowMs, sleep })).toBe(4);
  });
});

describe.runIf(process.platform === 'linux')('a hung engine', () => {
  test('is ended and succeeded, and does nothing more when it is resumed', async () => {
    const first = startEngine();
    await first.next();
    await until(() => workDone().length > 0);
    await suspend(first);
    const second = startEngine({ watchMs: 1_500 });
    expect(await second.next()).toEqual({ locked: true });
    const workOfFirst = workDone().filter((pid) => pid === first.pid).length;
    first.child.kill('SIGCONT');
    expect(await first.ended).toBe('SIGKILL');
    await until(() => workDone().filter((pid) => pid === second.pid).length > 5);
    expect(workDone().filter((pid) => pid === first.pid)).toHaveLength(workOfFirst);
  });

  test('that is resumed while it is watched keeps its store', async () => {
    const first = startEngine();
    await first.next();
    await suspend(first);
    const second = startEngine({ watchMs: 60_000 });
    await delay(500);
    first.child.kill('SIGCONT');
    expect(await second.next()).toMatchObject({ code: 'store/in-use' });
    expect(first.child.exitCode).toBeNull();
  });

  test('is not ended when its process number now belongs to another process', async () => {
    const first = startEngine();
    await first.next();
    await suspend(first);
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      const told = JSON.parse(readFileSync(`${storePath}.holder`, 'utf8')) as Record<string, unknown>;
      writeFileSync(`${storePath}.holder`, JSON.stringify({ ...told, pid: bystander.pid }));
      const second = startEngine({ watchMs: 500 });
      expect(await second.next()).toMatchObject({ code: 'store/in-use' });
      expect(bystander.signalCode).toBeNull();
      expect(stateOf(first.pid)).toBe('T');
    } finally {
      bystander.kill('SIGKILL');
    }
  });

  test.each([
    ['has another start time', { processStart: '00000000-0000-4000-8000-000000000000 42' }],
    ['has an unknown start time', { processStart: null }],
    ['has another command line', { commandMark: 'another-program.mjs' }],
    ['is described by half a file', { pid: undefined }],
  ])('is not ended when it %s', async (_, changes) => {
    const first = startEngine();
    await first.next();
    await suspend(first);
    const told = JSON.parse(readFileSync(`${storePath}.holder`, 'utf8')) as Record<string, unknown>;
    writeFileSync(`${storePath}.holder`, JSON.stringify({ ...told, ...changes }));
    expect(await startEngine({ watchMs: 300 }).next()).toMatchObject({ code: 'store/in-use' });
    expect(stateOf(first.pid)).toBe('T');
  });

  test('leaves a line in the log of its successor', async () => {
    const first = startEngine();
    await first.next();
    await suspend(first);
    const log = memoryLog();
    const taken = await takeLock(storePath, { clock: systemClock(), log, watchMs: 300, pollMs: 50 });
    expect(taken.ok).toBe(true);
    expect(log.lines).toMatchObject([{ level: 'warn', event: 'store/holder-hung', pid_: first.pid, ended: 'ended' }]);
    if (taken.ok) taken.value.release();
  });

  test('that cannot be ended has no line of others in its log', async () => {
    const first = startEngine();
    await first.next();
    await suspend(first);
    const told = JSON.parse(readFileSync(`${storePath}.holder`, 'utf8')) as Record<string, unknown>;
    writeFileSync(`${storePath}.holder`, JSON.stringify({ ...told, commandMark: 'another-program.mjs' }));
    const log = memoryLog();
    const taken = await takeLock(storePath, { clock: systemClock(), log, watchMs: 300 });
    expect(taken).toMatchObject({ ok: false, error: { code: 'store/in-use' } });
    expect(log.lines).toEqual([]);
  });
});
