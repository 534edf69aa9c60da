import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Figures, percentile, ratioBeside, roundMs } from './figures.ts';
import { type DesktopWindow, openDesktopWindow } from './support/desktop-window.ts';
import { readTreeUse } from './support/process-tree.ts';

const application = fileURLToPath(new URL('../..', import.meta.url));
const emptyWindow = fileURLToPath(new URL('./reference/empty-window', import.meta.url));
const starts = 11;
const calls = 10_000;
/** What a start leaves to be done, such as loading the other screens, is over by then. */
const settleMs = 8_000;
const idleMs = 10_000;

/** Founds a campaign through the page's own bridge, so that every later start shows the same store. */
const found = `window.fieldline.call('campaign/found', {
  intentId: crypto.randomUUID(), campaignName: 'Riverside Tenants', firstName: 'Ana' })`;

const timeCalls = `(async () => {
  const samples = [];
  for (let n = 0; n < ${calls}; n += 1) {
    const began = performance.now();
    const answer = await window.fieldline.call('campaign/read', {});
    if (!answer.ok) throw new Error(answer.error.code);
    samples.push(performance.now() - began);
  }
  return samples;
})()`;

/**
 * Start to usable window, ours and an empty one in turns on the same machine state, the way of one call from the page
 * to SQLite and back, and what a window costs that nobody touches. The page's clock ticks in tenths of a millisecond.
 */
export async function measureWindow(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const [ours, empty] = [join(folder, 'ours'), join(folder, 'empty')];
  const during = async (work: (window: DesktopWindow) => Promise<void>): Promise<void> => {
    const window = await openDesktopWindow(application, ours);
    try {
      await work(window);
    } finally {
      await window.close();
    }
  };
  try {
    await during(async (window) => void (await window.evaluate(found)));
    await (await openDesktopWindow(emptyWindow, empty)).close();

    const [ourStarts, emptyStarts]: [number[], number[]] = [[], []];
    const timeReference = async (): Promise<void> => {
      const reference = await openDesktopWindow(emptyWindow, empty);
      emptyStarts.push(reference.usableAfterMs);
      await reference.close();
    };
    await timeReference();
    for (let n = 0; n < starts; n += 1) {
      await during(async ({ usableAfterMs }) => void ourStarts.push(usableAfterMs));
      await timeReference();
    }

    let idle: Figures = {};
    await during(async ({ pid }) => {
      idle = await measureIdle(pid);
    });
    let samples: number[] = [];
    await during(async (window) => {
      samples = (await window.evaluate(timeCalls)) as number[];
    });
    return {
      coldStartRatio: ratioBeside(ourStarts, emptyStarts),
      coldStartMs: Math.round(percentile(ourStarts, 0.5)),
      emptyWindowMs: Math.round(percentile(emptyStarts, 0.5)),
      callP50Ms: roundMs(percentile(samples, 0.5)),
      callP99Ms: roundMs(percentile(samples, 0.99)),
      ...idle,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** All processes of the application together; 100 is one core. */
async function measureIdle(pid: number): Promise<Figures> {
  await sleep(settleMs);
  const before = readTreeUse(pid);
  const startedMs = performance.now();
  await sleep(idleMs);
  const after = readTreeUse(pid);
  if (before === null || after === null) return {};
  return {
    idleCpuPercent: Math.round(((after.cpuMs - before.cpuMs) / (performance.now() - startedMs)) * 1_000) / 10,
    rssMbIdle: Math.round(after.residentBytes / 1_000_000),
  };
}
