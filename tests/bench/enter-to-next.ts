import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Figures, percentile, roundMs } from './figures.ts';
import { type DesktopWindow, openDesktopWindow } from './support/desktop-window.ts';
import { installPressWatch, isLastOfBatch, type PressTimes, whenThere } from './support/press-watch.ts';
import { makeTextingStore } from './support/texting-store.ts';

const application = fileURLToPath(new URL('../..', import.meta.url));
const rows = 1_000_000;
const presses = 1_000;
/** The first ones find code and caches cold, which is over before a texter has read a text. */
const warmUps = 20;

/**
 * An Enter that does another thing than the last one has to come a little later (`renderer/verbs/registry.ts`), and the
 * first text on a card is sent only once it has been in sight for as long.
 */
const longerThanEnterRestsMs = 450;
/** Every other text is sent only once it has been in sight for a glance (`renderer/features/texting/sight.ts`). */
const longerThanGlanceMs = 225;

const card = '[data-assignment]';
/** The button that claims the next batch, once all of this one is kept. */
const nextBatch = 'main button[aria-keyshortcuts="Enter"]:not(:disabled)';

/** Lets the numbers of the practice carrier's account send about as fast as somebody presses. */
const letTextsLeave = `(async () => {
  const call = async (name, input) => {
    const answer = await window.fieldline.call(name, input);
    if (!answer.ok) throw new Error(name + ': ' + answer.error.code);
    return answer.value;
  };
  await call('people/sign-in', { userId: 1 });
  const { numbers } = await call('numbers/refresh', {});
  for (const { numberId, lost } of numbers) {
    if (lost) continue;
    await call('numbers/set-rate', { intentId: crypto.randomUUID(), numberId, segmentsPerSecond: 50 });
  }
})()`;

/** Texts that were pressed and wait for their turn. */
const countQueued = `window.fieldline.call('outbox/read-status', {}).then(({ value }) => value.queued)`;

/**
 * From the key to the first frame after the commit, in the real window: a person presses Enter 1,000 times, each time as
 * soon as the last text is kept and the next was in sight for a glance, in batches of 200 out of a million contacts. Texts leave meanwhile through the practice
 * carrier, replies come in, and the pages of the desk are brought behind.
 */
export async function measureEnterToNext(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  try {
    await makeTextingStore(join(folder, 'campaign'), { rows });
    const window = await openDesktopWindow(application, folder);
    try {
      await window.evaluate(letTextsLeave);
      await window.evaluate(whenThere('nav'));
      await window.press('Control+4');
      await window.evaluate(whenThere(card));
      await window.evaluate(installPressWatch);
      await sleep(longerThanEnterRestsMs);
      await pressMany(window, warmUps);
      const times = await pressMany(window, presses);
      const queued = (await window.evaluate(countQueued)) as number;
      return { ...figuresOf(times), textsLeftMeanwhile: presses + warmUps - queued };
    } finally {
      await window.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A press that ends a batch brings nobody and is not among them; neither is the one that claims the next batch. */
async function pressMany(window: DesktopWindow, count: number): Promise<PressTimes[]> {
  const times: PressTimes[] = [];
  while (times.length < count) {
    await sleep(longerThanGlanceMs);
    if (await window.evaluate(isLastOfBatch)) {
      await window.press('Enter');
      await window.evaluate(whenThere(nextBatch));
      await sleep(longerThanEnterRestsMs);
      await window.press('Enter');
      await window.evaluate(whenThere(card));
      await sleep(longerThanEnterRestsMs);
      continue;
    }
    await window.evaluate('watchPress()');
    await window.press('Enter');
    times.push((await window.evaluate('pressTimes')) as PressTimes);
  }
  return times;
}

function figuresOf(times: readonly PressTimes[]): Figures {
  const kept = times.map(({ keptMs }) => keptMs);
  const shown = times.map(({ nextMs }) => nextMs);
  return {
    enterToNextP50Ms: roundMs(percentile(kept, 0.5)),
    enterToNextP99Ms: roundMs(percentile(kept, 0.99)),
    nextShownP50Ms: roundMs(percentile(shown, 0.5)),
    nextShownP99Ms: roundMs(percentile(shown, 0.99)),
  };
}
