import { missingFrom, namesInRelease, packagesFor } from '../debian.mjs';
import { runLogged } from '../run-logged.mjs';
import { StepFailure } from '../step.mjs';

const step = 'system-packages';
// biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's placeholders.
const answerFormat = '${Package} ${db:Status-Status}\\n';
const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
const quick = { step, env, timeLimitMs: 30_000 };
const long = { step, env, timeLimitMs: 900_000 };
/** Another installation may be under way on the machine. */
const waitForLock = ['-o', 'DPkg::Lock::Timeout=120'];

/**
 * Brings what Electron needs from the system, where that is Debian or Ubuntu and we are root; else says what to type.
 * @param {{ electron: boolean, standIn: boolean, sqlite3: boolean }} needs
 * @returns {Promise<import('../step.mjs').StepOutcome>}
 */
export async function installSystemPackages(needs) {
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const packages = packagesFor({ ...needs, hasDisplay });
  const asked = await runLogged('dpkg-query', ['-W', '-f', answerFormat, ...packages.flat()], quick);
  if (asked.code === 127) return { kind: 'skipped', note: 'left to you: this is not Debian or Ubuntu' };

  const missing = missingFrom(packages, asked.output);
  if (missing.length === 0) return { kind: 'already' };
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await runLogged('apt-get', [...waitForLock, 'update'], long);
  const policy = await runLogged('apt-cache', ['policy', ...missing.flat()], quick);
  const names = namesInRelease(missing, policy.output);
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...names];
  if (!isRoot) throw lacking(names, `sudo ${command.join(' ')}`);

  const { code, output } = await runLogged(command[0], [...waitForLock, ...command.slice(1)], long);
  if (code !== 0) throw lacking(names, `apt-get update && ${command.join(' ')}`, output);
  return { kind: 'done', note: names.join(' ') };
}

function lacking(names, remedy, output) {
  return new StepFailure(`This system lacks ${names.join(', ')}; Electron, its tests or the benchmarks may not run.`, {
    remedy,
    ...(output && { output }),
  });
}
