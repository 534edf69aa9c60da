import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../ready/places.mjs';
import { electronVersion } from './places.mjs';

/** A network that cannot reach the download today may well do so tomorrow. */
export const MEMORY_MS = 24 * 60 * 60 * 1_000;

/** @typedef {{ at: number, reason: string }} FailedDownload `at` in epoch milliseconds */

/** @returns {FailedDownload | undefined} the last failure to download Electron, while it is worth remembering */
export function recallFailure(now = Date.now()) {
  try {
    const failure = JSON.parse(readFileSync(memoryFile(), 'utf8'));
    return isFresh(failure, now) ? failure : undefined;
  } catch {
    return undefined;
  }
}

/** @param {FailedDownload} failure @param {number} now @returns {boolean} */
export function isFresh(failure, now) {
  return now >= failure.at && now - failure.at < MEMORY_MS;
}

/** @param {string} reason @returns {void} */
export function rememberFailure(reason, now = Date.now()) {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(memoryFile(), JSON.stringify({ at: now, reason }));
}

/** @returns {void} */
export function forgetFailure() {
  rmSync(memoryFile(), { force: true });
}

function memoryFile() {
  return join(cacheFolder(), `electron-${electronVersion()}-failed.json`);
}
