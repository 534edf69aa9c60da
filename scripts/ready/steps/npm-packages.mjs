import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { contentHash } from '../content-hash.mjs';
import { isInstalled, npmErrors } from '../lockfile.mjs';
import { npm } from '../npm.mjs';
import { pinnedNode, projectRoot } from '../places.mjs';
import { isStamped, stamp } from '../stamps.mjs';
import { StepFailure } from '../step.mjs';

const step = 'npm-packages';
const modules = join(projectRoot, 'node_modules');
const quietly = ['--no-audit', '--no-fund'];

/**
 * Installs exactly what package-lock.json says. Of the packages' own install scripts only one is run, that of `node`,
 * which fetches the pinned Node for this platform; the others are not needed or would phone home.
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function installNpmPackages() {
  const hash = contentHash(projectRoot, ['package-lock.json']);
  const noted = join(modules, '.package-lock.json');
  if (existsSync(noted) && pinnedNode() !== undefined) {
    if (isStamped(step, hash)) return { kind: 'already' };
    if (isInstalled(readJson(join(projectRoot, 'package-lock.json')), readJson(noted))) {
      stamp(step, hash);
      return { kind: 'already' };
    }
  }
  await must(npm([...installCommand(), '--ignore-scripts', ...quietly], { step, timeLimitMs: 1_800_000 }));
  await must(npm(['rebuild', 'node', '--ignore-scripts=false', ...quietly], { step, timeLimitMs: 900_000 }));
  if (pinnedNode() === undefined) {
    throw new StepFailure('There is no Node 24 for this platform among the npm packages; all else runs on it.', {
      remedy: 'install Node 24 from https://nodejs.org, then repeat',
    });
  }
  stamp(step, hash);
  return { kind: 'done' };
}

/** Windows cannot delete a program that runs, and a second `npm test` runs on the Node inside node_modules. */
function installCommand() {
  const isInside = process.platform === 'win32' && process.execPath.startsWith(modules + sep);
  return isInside ? ['install', '--no-save'] : ['ci'];
}

async function must(run) {
  const { code, output } = await run;
  if (code === 0) return;
  throw new StepFailure('npm could not install the packages, and nothing runs without them.', {
    remedy: 'npm ci',
    output: npmErrors(output),
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
