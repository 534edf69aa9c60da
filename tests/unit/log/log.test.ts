import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { settableClock } from '../../../main/clock/index.ts';
import { createLog, memoryLog, silentLog } from '../../../main/log/index.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldline-log-'));
  path = join(folder, 'logs', 'engine.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

function linesOf(file: string): Record<string, unknown>[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a line', () => {
  test('is JSON with level, time, process, room, event and fields', () => {
    const clock = settableClock({ startAt: Date.UTC(2026, 10, 3, 14) });
    const log = createLog({ path, level: 'info', clock });
    log.child('store').warn('store/slow-statement', { tookMs: 12, table: 'contact' });
    const head = { level: 'warn', time: '2026-11-03T14:00:00.000Z', pid: process.pid, room: 'store' };
    expect(linesOf(path)).toEqual([{ ...head, event: 'store/slow-statement', tookMs: 12, table: 'contact' }]);
  });

  test('is written only from its level on', () => {
    const log = createLog({ path, level: 'warn' });
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(linesOf(path).map((line) => line['event'])).toEqual(['c', 'd']);
  });

  test('goes to a stream as well', () => {
    const written: string[] = [];
    const log = createLog({ path, level: 'info', stream: { write: (line) => written.push(line) } });
    log.info('engine/started');
    expect(written).toEqual([readFileSync(path, 'utf8')]);
  });

  test('keeps its own keys when a field has the same name', () => {
    const log = memoryLog();
    log.child('jobs').info('jobs/ended', { level: 'fake', room: 'fake', event: 'fake', time: 0, pid: 7 });
    expect(log.lines[0]).toMatchObject({ level: 'info', room: 'jobs', event: 'jobs/ended', level_: 'fake', pid_: 7 });
  });

  test('names one room, the one that speaks', () => {
    const log = memoryLog();
    log.child('store').child('jobs').info('jobs/ended');
    expect(log.text().match(/"room"/g)).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ room: 'jobs' });
  });

  test('tells an error with its type, code, message, stack and cause, redacted', () => {
    const log = memoryLog();
    const cause = new TypeError('no route to (202) 555-0123');
    const error = Object.assign(new Error('cannot text +12025550145', { cause }), { code: 21211, body: 'Hi Ana' });
    log.error('dispatch/failed', { error });
    expect(log.lines[0]?.['error']).toMatchObject({
      type: 'Error',
      code: 21211,
      body: '[private]',
      message: 'cannot text …145',
      stack: expect.stringMatching(/^Error: cannot text …145\n.+at .+log\.test\.ts/s),
      cause: { type: 'TypeError', message: 'no route to …123' },
    });
  });

  test('keeps what is needed to understand it', () => {
    const log = memoryLog();
    const kept = {
      attempts: 3,
      offline: false,
      nothing: null,
      freeBytes: 12_025_550_123,
      seenAt: 1_793_714_400_000,
      sid: 'SM01234567890123456789012345678901',
      reason: 'limit',
      ids: [1, 2, 3],
    };
    log.info('dispatch/paused', kept);
    expect(log.lines[0]).toMatchObject(kept);
  });

  test('is written whatever is handed over', () => {
    const log = memoryLog();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const broken = {
      get value(): string {
        throw new Error('no');
      },
    };
    log.info('a', {
      circle,
      broken,
      run: () => 'secret',
      bytes: new Uint8Array(3),
      big: 12025550123n,
      at: new Date(0),
    });
    expect(log.lines[0]).toMatchObject({
      circle: { self: '[circular]' },
      broken: { value: '[unreadable]' },
      run: '[function]',
      bytes: '[3 bytes]',
      big: '…123',
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  test('ends what is too deep or too wide', () => {
    const log = memoryLog();
    let deep: unknown = 'bottom';
    for (let level = 0; level < 30; level += 1) deep = { deep };
    log.info('a', { deep, wide: Array.from({ length: 5_000 }, (_, index) => index) });
    expect(log.text()).toContain('[too deep]');
    expect(log.text().length).toBeLessThan(2_000);
  });

  test('passes redaction with its event and its room, too', () => {
    const log = memoryLog();
    log.child('+12025550123').info('texted +12025550145');
    expect(log.lines[0]).toMatchObject({ room: '…123', event: 'texted …145' });
  });
});

describe('the file', () => {
  test('and its folder are made for the first line that is written, not before', () => {
    const log = createLog({ path, level: 'info' });
    log.debug('below the level');
    expect(existsSync(join(folder, 'logs'))).toBe(false);
    log.info('first');
    expect(linesOf(path).map((line) => line['event'])).toEqual(['first']);
  });

  test('that was filled by an engine before us is set aside at the first line', () => {
    const log = createLog({ path, level: 'info', maximumBytes: 300 });
    mkdirSync(join(folder, 'logs'));
    writeFileSync(path, `${JSON.stringify({ event: 'x'.repeat(300) })}\n`);
    log.info('first');
    expect(linesOf(path).map((line) => line['event'])).toEqual(['first']);
    expect(linesOf(`${path}.1`)).toHaveLength(1);
  });

  test('that cannot be opened does not stop the work, and the lost lines are counted', () => {
    writeFileSync(join(folder, 'logs'), '');
    const log = createLog({ path, level: 'info' });
    log.info('lost');
    rmSync(join(folder, 'logs'));
    log.info('written');
    expect(linesOf(path)).toMatchObject([{ event: 'log/lines-lost', lostLines: 1 }, { event: 'written' }]);
  });

  test('has the last line of a process that was killed right after it', () => {
    const module = new URL('../../../main/log/index.ts', import.meta.url).href;
    const script = `
      const { createLog } = await import(${JSON.stringify(module)});
      createLog({ path: ${JSON.stringify(path)}, level: 'info' }).info('engine/last-words');
      process.kill(process.pid, 'SIGKILL');`;
    expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).signal).toBe('SIGKILL');
    expect(linesOf(path).map((line) => line['event'])).toEqual(['engine/last-words']);
  });

  test('is appended to at the next start and is its owner’s alone', () => {
    createLog({ path, level: 'info' }).info('first');
    createLog({ path, level: 'info' }).info('second');
    expect(linesOf(path)).toHaveLength(2);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('is set aside before it grows past its size, and two older ones are kept', () => {
    const log = createLog({ path, level: 'info', maximumBytes: 1_000 });
    for (let number = 0; number < 100; number += 1) log.info('count', { number });
    const files = [`${path}.2`, `${path}.1`, path];
    for (const file of files) expect(statSync(file).size).toBeLessThanOrEqual(1_000);
    expect(existsSync(`${path}.3`)).toBe(false);
    const numbers = files.flatMap((file) => linesOf(file).map((line) => Number(line['number'])));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => 100 - numbers.length + index));
    expect(numbers.length).toBeGreaterThan(20);
  });

  test('takes a line that is longer than its size', () => {
    const log = createLog({ path, level: 'info', maximumBytes: 100 });
    log.info('long', { reason: 'because '.repeat(100) });
    log.info('short');
    expect(linesOf(`${path}.1`)).toHaveLength(1);
    expect(linesOf(path)).toHaveLength(1);
  });

  test('goes on when an older file cannot be replaced', () => {
    mkdirSync(`${path}.1`, { recursive: true });
    writeFileSync(join(`${path}.1`, 'occupied'), '');
    mkdirSync(`${path}.2`);
    writeFileSync(join(`${path}.2`, 'occupied'), '');
    const log = createLog({ path, level: 'info', maximumBytes: 300 });
    for (let number = 0; number < 20; number += 1) log.info('count', { number });
    expect(linesOf(path).map((line) => line['number'])).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });
});

test.runIf(existsSync('/dev/full'))('a full disk does not stop the work', () => {
  const log = createLog({ path: '/dev/full', level: 'info' });
  expect(() => log.error('store/disk-full')).not.toThrow();
});

test('a silent log says nothing, and neither do its children', () => {
  const log = silentLog();
  expect(() => log.child('store').error('store/damaged', { error: new Error('x') })).not.toThrow();
});
