import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readyFolder } from './places.mjs';

/**
 * Whether a step was finished for exactly this content.
 * @param {string} step
 * @param {string} hash
 * @param {string} folder
 * @returns {boolean}
 */
export function isStamped(step, hash, folder = readyFolder) {
  try {
    return readFileSync(join(folder, `${step}.stamp`), 'utf8') === hash;
  } catch {
    return false;
  }
}

/**
 * Notes that a step is finished. To be called last: a step that was interrupted is done again.
 * @param {string} step
 * @param {string} hash
 * @param {string} folder
 * @returns {void}
 */
export function stamp(step, hash, folder = readyFolder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${step}.stamp`), hash);
}
