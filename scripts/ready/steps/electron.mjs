import { downloadElectron } from '../../electron/download.mjs';
import { forgetFailure, recallFailure, rememberFailure } from '../../electron/download-memory.mjs';
import { downloadedElectron, electronVersion } from '../../electron/places.mjs';
import { standInExistsHere, standInPackage } from '../../electron/stand-in-package.mjs';
import { StepFailure } from '../step.mjs';

const remedy = 'npm run ready -- --retry-electron';

/**
 * Downloads the Electron that users get. Where that cannot be reached and there is a stand-in, the step is skipped,
 * and for a day later runs do not wait for it again.
 * @param {{ retry: boolean, report: (text: string) => void }} options
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function fetchElectron({ retry, report }) {
  if (downloadedElectron() !== undefined) return { kind: 'already' };
  const known = retry || !standInExistsHere() ? undefined : recallFailure();
  if (known !== undefined) return unreachable(known.reason);

  report('downloading');
  const result = await downloadElectron(report);
  if (result.ok) {
    forgetFailure();
    return { kind: 'done' };
  }
  rememberFailure(result.reason);
  if (standInExistsHere()) return unreachable(result.reason);
  throw new StepFailure(`Electron cannot be downloaded (${result.reason}); the application cannot start without it.`, {
    remedy,
  });
}

/** Nothing is wrong, and the line must read like it: it says which Electron serves here, and which one users get. */
function unreachable(reason) {
  const serves = `the stand-in ${standInPackage.electronVersion} serves here, for tests and trying out`;
  const users = `users get ${electronVersion()} (not downloaded: ${reason}; to try again: ${remedy})`;
  return { kind: 'skipped', note: `${serves}; ${users}` };
}
