import { downloadedElectron } from '../electron/places.mjs';
import { standInExistsHere } from '../electron/stand-in-package.mjs';
import { logFile } from './run-logged.mjs';
import { StepFailure } from './step.mjs';
import { buildApplication } from './steps/build.mjs';
import { fetchCarrierDescription } from './steps/carrier-description.mjs';
import { fetchElectron } from './steps/electron.mjs';
import { installNpmPackages } from './steps/npm-packages.mjs';
import { prepareStandIn } from './steps/stand-in.mjs';
import { installSystemPackages } from './steps/system-packages.mjs';

const TAIL_LINES = 25;

/**
 * Brings what is wanted, in an order in which each step finds what it needs; a step that fails does not stop those
 * that can do without it.
 * @param {{ wanted: Set<import('./plan.mjs').Need>, required: Set<import('./plan.mjs').Need> }} plan
 * @param {{ retryElectron: boolean, progress: ReturnType<typeof import('./progress.mjs').createProgress> }} options
 * @returns {Promise<boolean>} whether all that is required is there
 */
export async function getReady({ wanted, required }, { retryElectron, progress }) {
  const lacking = new Set();
  const attempt = async (need, name, log, work) => {
    const step = progress.begin(name);
    try {
      step.finish(await work(step.report));
    } catch (thrown) {
      lacking.add(need);
      if (!(thrown instanceof StepFailure)) throw thrown;
      step.fail(thrown.message);
      for (const line of explanation(thrown, log)) progress.say(`    ${line}`);
    }
  };

  if (wanted.has('packages')) await attempt('packages', 'npm packages', 'npm-packages', installNpmPackages);
  if (lacking.has('packages')) return false;

  if (wanted.has('electron')) {
    await attempt('electron', 'Electron', 'electron', (report) => fetchElectron({ retry: retryElectron, report }));
  }
  const standIn = wanted.has('electron') && downloadedElectron() === undefined && standInExistsHere();
  const system = { electron: wanted.has('electron'), standIn, sqlite3: wanted.has('sqlite3') };
  if (process.platform === 'linux' && (system.electron || system.sqlite3)) {
    await attempt('system', 'system packages', 'system-packages', () => installSystemPackages(system));
  }
  await Promise.all([
    standIn && attempt('electron', 'Electron stand-in', 'electron-stand-in', prepareStandIn),
    wanted.has('spec') && attempt('spec', "Twilio's API description", 'carrier-description', fetchCarrierDescription),
    wanted.has('build') && attempt('build', 'build', 'build', buildApplication),
  ]);
  return [...required].every((need) => !lacking.has(need));
}

function explanation(failure, log) {
  const tail = (failure.output ?? '').trimEnd().split('\n').filter(Boolean).slice(-TAIL_LINES);
  return [
    ...tail.map((line) => `| ${line}`),
    ...(tail.length > 0 ? [`all of it: ${logFile(log)}`] : []),
    ...(failure.remedy === undefined ? [] : [`type: ${failure.remedy}`]),
  ];
}
