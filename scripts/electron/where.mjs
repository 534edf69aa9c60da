// Says which Electron to start and how. Gives the one that Electron's own downloader fetched, else the stand-in from
// the cache; refuses when neither is there, and fetches nothing itself: that is `npm run ready`.
import { existsSync, readFileSync } from 'node:fs';
import { downloadedElectron, electronVersion, standInBinding, standInExecutable } from './places.mjs';
import { standInPackage } from './stand-in-package.mjs';

/**
 * The Electron of this machine. Start it as `executable ...args <application folder>` with `env` added to the
 * environment; on Linux without a display, under xvfb-run.
 * @returns {import('./where.d.mts').Electron}
 * @throws Error, in words for a person, when there is none
 */
export function findElectron() {
  const downloaded = downloadedElectron();
  if (downloaded !== undefined) {
    return { executable: downloaded, args: launchFlags(false), env: {}, isStandIn: false, version: electronVersion() };
  }
  const executable = standInExecutable();
  const binding = standInBinding();
  if (!existsSync(executable) || !existsSync(binding)) {
    throw new Error('There is no Electron here yet. Get one with: npm run ready -- --retry-electron');
  }
  return {
    executable,
    args: launchFlags(true),
    env: { FIELDLINE_SQLITE_BINDING: binding },
    isStandIn: true,
    version: standInPackage.electronVersion,
  };
}

/**
 * Chromium refuses to run its sandbox as root and cannot where the kernel withholds user namespaces; /dev/shm is
 * small in containers; a stand-in is started where there is no graphics card to speak of.
 */
function launchFlags(isStandIn) {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid?.() === 0;
  const flags = [];
  if (isRoot || !allowsUserNamespaces()) flags.push('--no-sandbox');
  if (isRoot) flags.push('--disable-dev-shm-usage');
  if (isRoot || isStandIn) flags.push('--disable-gpu');
  return flags;
}

function allowsUserNamespaces() {
  return (
    kernelSetting('unprivileged_userns_clone') !== '0' && kernelSetting('apparmor_restrict_unprivileged_userns') !== '1'
  );
}

function kernelSetting(name) {
  try {
    return readFileSync(`/proc/sys/kernel/${name}`, 'utf8').trim();
  } catch {
    return undefined;
  }
}
