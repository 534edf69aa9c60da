/**
 * `npm run demo -- [--seed TEXT] [--json FILE]`: the application itself, driven by key presses in its real window, from the
 * first start to two spreadsheets: a list of 5,000 rows, an action, 300 texts by Enter with the carrier cut off on the
 * way, replies and their answers, opt-outs, results. It photographs every screen into `out/demo`. What came of it is
 * counted as in `npm run textbank`: what the people did against the carrier's own book, never by the engine's word.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { tableOfDemo } from './demo/figures.ts';
import { giveUpAfterMs, sizes } from './demo/sizes.ts';
import { runDemo } from './demo/story.ts';
import { whatToSee } from './demo/what-to-see.ts';
import { openDisplay } from './display.ts';
import { playAndLeave } from './judged-story.ts';
import { projectRoot } from './ready/places.mjs';

const outFolder = join(projectRoot, 'out', 'demo');

await playAndLeave({
  name: 'demo',
  announcement: [
    `A text bank of ${sizes.firstTexts} initial messages in the window, in under 3 minutes where nothing else runs;`,
    `it gives up after ${giveUpAfterMs / 60_000} minutes. Nothing leaves this machine.`,
  ],
  giveUpAfterMs,
  play: async (surroundings) => {
    await buildIfStale();
    rmSync(outFolder, { recursive: true, force: true });
    mkdirSync(outFolder, { recursive: true });
    const screen = await openDisplay();
    surroundings.onStarted(screen.close);
    return runDemo({ ...surroundings, outFolder });
  },
  tableOf: tableOfDemo,
  leftBehind: whatToSee,
});
