import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClockWriter, readClockFile, realNowMs, writeClockFile } from '../../../faults/clock-file.ts';
import { commonClock } from '../../../faults/common-clock.ts';

const noon = Date.UTC(2026, 6, 15, 12);
let folder: string;
let writer: ClockWriter;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldline-clock-'));
  writer = writeClockFile(join(folder, 'clock'));
  show(0);
});

afterEach(() => {
  writer.close();
  rmSync(folder, { recursive: true });
});

/** Moves the clock to so long after noon. */
function show(afterMs: number, skewMs = 0): void {
  writer.write({ realMs: realNowMs(), monotonicMs: afterMs, wallAt: noon + afterMs, skewMs });
}

const hourMs = 3_600_000;
const open = () => commonClock(readClockFile(join(folder, 'clock')));

describe('the common clock of a run with faults', () => {
  it('follows its file without being told', () => {
    const clock = open();
    show(hourMs);
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(hourMs);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(noon + hourMs);
  });

  it('runs on between two movements', async () => {
    const clock = open();
    const before = clock.monotonicMs();
    await sleep(20);
    expect(clock.monotonicMs()).toBeGreaterThan(before);
  });

  it('is set wrong on the wall only', () => {
    const clock = open();
    const before = clock.monotonicMs();
    show(before, -hourMs);
    expect(clock.nowMs()).toBeLessThan(noon);
    expect(clock.monotonicMs()).toBeGreaterThanOrEqual(before);
  });

  it('wakes those who wait for an instant that it is moved past, the earliest first', async () => {
    const clock = open();
    const woken: string[] = [];
    clock.after(2 * hourMs, () => woken.push('second'));
    clock.after(hourMs, () => woken.push('first'));
    clock.after(9 * hourMs, () => woken.push('never'))();
    await sleep(40);
    expect(woken).toEqual([]);
    show(3 * hourMs);
    await clock.sleep(0);
    expect(woken).toEqual(['first', 'second']);
  });

  it('does not wake whom an earlier one has cancelled at the same movement', async () => {
    const clock = open();
    const woken: string[] = [];
    clock.after(hourMs, () => {
      woken.push('first');
      cancel();
    });
    const cancel = clock.after(2 * hourMs, () => woken.push('second'));
    show(3 * hourMs);
    await clock.sleep(0);
    expect(woken).toEqual(['first']);
  });
});
