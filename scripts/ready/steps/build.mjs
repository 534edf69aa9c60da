import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../content-hash.mjs';
import { pinnedNode, projectRoot } from '../places.mjs';
import { runLogged } from '../run-logged.mjs';
import { isStamped, stamp } from '../stamps.mjs';
import { StepFailure } from '../step.mjs';

const step = 'build';
const script = join(projectRoot, 'scripts', 'build.ts');
const sources = [
  ...['main', 'preload', 'renderer', 'shared', 'resources'],
  ...['scripts/build.ts', 'vite.config.ts', 'vite.node.config.ts', 'tsconfig.base.json'],
  ...['package.json', 'package-lock.json'],
];

/**
 * Builds what Electron runs, unless what is there was built from these very sources.
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function buildApplication() {
  if (!existsSync(script)) return { kind: 'skipped', note: 'nothing to build yet' };
  const hash = contentHash(projectRoot, sources);
  const isThere = ['main', 'preload', 'engine', 'renderer'].every((part) => existsSync(join(projectRoot, 'out', part)));
  if (isThere && isStamped(step, hash)) return { kind: 'already' };

  const run = { step, timeLimitMs: 600_000 };
  const { code, output } = await runLogged(pinnedNode() ?? process.execPath, [script], run);
  if (code !== 0) {
    throw new StepFailure('The application does not build.', { remedy: 'npm run ready', output });
  }
  stamp(step, hash);
  return { kind: 'done' };
}
