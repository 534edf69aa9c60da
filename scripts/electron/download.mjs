import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, projectRoot, readyFolder } from '../ready/places.mjs';
import { runLogged } from '../ready/run-logged.mjs';
import { downloadedElectron } from './places.mjs';

const STALL_LIMIT_MS = 120_000;
const TIME_LIMIT_MS = 3_600_000;

/**
 * Lets Electron's own downloader fetch the pinned version, with its own checksums. It tries once: a refused
 * connection ends it at once, and silence after two minutes.
 * @param {(text: string) => void} report
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>} the reason in a few words
 */
export async function downloadElectron(report) {
  const temporary = join(readyFolder, 'electron-download');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    const script = join(projectRoot, 'node_modules', 'electron', 'install.js');
    const { output, ended } = await runLogged(pinnedNode() ?? process.execPath, [script], {
      step: 'electron',
      timeLimitMs: TIME_LIMIT_MS,
      env: downloadEnvironment(process.env, temporary),
      stalled: stallWatch(() => sizeBelow(temporary), report),
    });
    if (downloadedElectron() !== undefined) return { ok: true };
    return { ok: false, reason: ended === undefined ? reasonIn(output) : 'the download stood still' };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The downloader writes to the temporary folder, which is ours, so that its growth can be seen. */
function downloadEnvironment(env, temporary) {
  const hasProxy = Object.keys(env).some((name) => /^https?_proxy$/i.test(name));
  return {
    ...env,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    ELECTRON_GET_NO_PROGRESS: '1',
    ...(hasProxy && { ELECTRON_GET_USE_PROXY: '1' }),
  };
}

function stallWatch(sizeNow, report) {
  let size = 0;
  let grewAt = Date.now();
  return () => {
    const found = sizeNow();
    if (found !== size) {
      grewAt = Date.now();
      report(`${Math.round(found / 1_000_000)} MB`);
    }
    size = found;
    return Date.now() - grewAt > STALL_LIMIT_MS;
  };
}

function sizeBelow(folder) {
  try {
    const files = readdirSync(folder, { recursive: true });
    return files.reduce((sum, name) => sum + (statSync(join(folder, String(name))).size ?? 0), 0);
  } catch {
    // A file that went away while we were looking: look again in a second.
    return 0;
  }
}

/**
 * The most telling words of the downloader, which prints a stack trace and keeps the cause of a failed connection to itself.
 * @param {string} output
 * @returns {string}
 */
export function reasonIn(output) {
  if (output.includes('fetch failed')) return 'its server cannot be reached';
  const answer = /Response code \d+(?: \([^)]*\))?/.exec(output)?.[0];
  return (
    answer ??
    output
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ??
    'no reason given'
  );
}
