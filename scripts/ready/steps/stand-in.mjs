import { existsSync } from 'node:fs';
import { fetchStandIn } from '../../electron/fetch-stand-in.mjs';
import { standInBinding, standInExecutable } from '../../electron/places.mjs';
import { compileSqliteBinding } from '../../electron/sqlite-binding.mjs';

const note = 'for tests and trying out, never packaged';

/**
 * Prepares the stand-in Electron and the database driver for it, both at once: one waits for the network, the other
 * for the compiler.
 * @param {(text: string) => void} report
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function prepareStandIn(report) {
  if (existsSync(standInExecutable()) && existsSync(standInBinding())) return { kind: 'already', note };
  const underWay = { electron: '', driver: '' };
  const reportOf = (part) => (text) => {
    underWay[part] = text;
    report(Object.values(underWay).filter(Boolean).join(', '));
  };
  const work = [
    fetchStandIn(reportOf('electron')).finally(() => reportOf('electron')('')),
    compileSqliteBinding(reportOf('driver')).finally(() => reportOf('driver')('')),
  ];
  const results = await Promise.allSettled(work);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return { kind: 'done', note };
}
