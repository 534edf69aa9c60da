import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The folder of this clone, absolute. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** Where getting ready keeps its stamps and logs: inside the tree, ignored by git, deletable at any time. */
export const readyFolder = join(projectRoot, '.ready');

/**
 * The folder for what is dear to fetch or build and the same for every clone. Nothing in it is ever changed in place:
 * names carry versions, and deleting all of it only costs time.
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.FIELDLINE_CACHE) return env.FIELDLINE_CACHE;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'fieldline');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'fieldline', 'cache');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'fieldline');
}

/**
 * The Node that everything but getting ready runs on: the one inside the `node` package, or this one if it is as new.
 * @returns {string | undefined} undefined before the npm packages are there
 */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(projectRoot, 'node_modules', 'node', 'bin', name);
  if (existsSync(pinned)) return pinned;
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : undefined;
}

/**
 * The version of an installed npm package.
 * @param {string} name
 * @returns {string}
 * @throws Error when it is not installed
 */
export function installedVersion(name) {
  return JSON.parse(readFileSync(join(projectRoot, 'node_modules', name, 'package.json'), 'utf8')).version;
}
