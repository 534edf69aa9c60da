import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../ready/places.mjs';

const PREFIX = '.work-';
/** Longer than any step may take. What is older was left by a run that was killed. */
const ABANDONED_AFTER_MS = 2 * 60 * 60 * 1_000;

/**
 * Lends a folder inside the cache, on the same disk as the results, so that a finished one is moved into place in one
 * step and nobody ever sees half of it. Removes the folder afterwards, whatever happens.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withWorkFolder(work) {
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const folder = mkdtempSync(join(cacheFolder(), PREFIX));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function removeAbandoned() {
  for (const name of readdirSync(cacheFolder()).filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(cacheFolder(), name);
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - madeAt > ABANDONED_AFTER_MS) rmSync(path, { recursive: true, force: true });
  }
}
