import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, installedVersion, projectRoot } from '../ready/places.mjs';
import { standInPackage } from './stand-in-package.mjs';

export const launcherFolder = join(import.meta.dirname, 'launcher');
export const compatHeader = join(import.meta.dirname, 'napi9-compat.h');

const electronPackage = join(projectRoot, 'node_modules', 'electron');

/** @returns {string} the version that users get, from the pinned npm package */
export function electronVersion() {
  return installedVersion('electron');
}

/** @returns {string | undefined} the executable that Electron's own downloader left behind, if it is whole and of the pinned version */
export function downloadedElectron() {
  try {
    const version = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = join(electronPackage, 'dist', readFileSync(join(electronPackage, 'path.txt'), 'utf8'));
    return version === electronVersion() && existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {string} the stand-in's folder in the cache; its name changes with everything that goes into it */
export function standInFolder() {
  const launcher = ['package.json', 'launch.mjs'].map((name) => join(launcherFolder, name));
  return join(
    cacheFolder(),
    `electron-${standInPackage.electronVersion}-stand-in-${hashOf(launcher, standInPackage.integrity)}`,
  );
}

/** @returns {string} the stand-in's executable, whether or not it exists */
export function standInExecutable() {
  return join(standInFolder(), 'electron');
}

/** @returns {string} the database driver compiled for the stand-in, whether or not it exists */
export function standInBinding() {
  const driver = `better-sqlite3-${installedVersion('better-sqlite3')}-napi9`;
  const hash = hashOf([compatHeader], installedVersion('node-api-headers'));
  return join(cacheFolder(), `${driver}-${hash}`, 'better_sqlite3.node');
}

function hashOf(paths, salt) {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex').slice(0, 10);
}
