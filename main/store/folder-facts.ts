/**
 * Gathers what the operating system knows of the folder a store may live in. Takes a path and gives facts, which
 * `folder.ts` judges; it changes nothing on the disk. What cannot be found out is left open.
 */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import nodePath from 'node:path';
import type { FolderFacts, Platform } from './folder.ts';
import { isSyncMarker } from './sync-programs.ts';

/** Asks the operating system. A path that is not there yet is judged by its nearest parent that is. */
export function gatherFacts(path: string): FolderFacts {
  const platform = ({ win32: 'windows', darwin: 'macos' } as const)[process.platform as string] ?? 'linux';
  const { realPath, existing } = followLinks(path);
  return {
    platform,
    realPath,
    homeFolder: homedir(),
    fileSystem: fileSystemOf(existing, platform),
    markers: markersAbove(existing),
    syncRoots: [...oneDriveRoots(), ...dropboxRoots()],
  };
}

function followLinks(path: string, linksLeft = 40): { realPath: string; existing: string } {
  const missing: string[] = [];
  for (let candidate = nodePath.resolve(path); ; candidate = nodePath.dirname(candidate)) {
    try {
      const existing = realpathSync.native(candidate);
      return { realPath: nodePath.join(existing, ...missing), existing };
    } catch {
      // A link whose target is not there yet: the store would be made at the target, so that is what is judged.
      const target = linksLeft > 0 ? linkTarget(candidate) : undefined;
      if (target !== undefined) return followLinks(nodePath.join(target, ...missing), linksLeft - 1);
      if (nodePath.dirname(candidate) === candidate) return { realPath: nodePath.resolve(path), existing: candidate };
      missing.unshift(nodePath.basename(candidate));
    }
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? nodePath.resolve(nodePath.dirname(path), readlinkSync(path)) : undefined;
  } catch {
    return undefined;
  }
}

function fileSystemOf(path: string, platform: Platform): string | null {
  try {
    if (platform === 'linux') return holding(path, parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8')));
    if (platform === 'macos') return holding(path, parseMountOutput(execFileSync('/sbin/mount', { encoding: 'utf8' })));
  } catch {
    // Not told. The other facts still stand.
  }
  // Windows needs no such list: the real path of a mapped drive begins with its server.
  return null;
}

export interface Mount {
  readonly mountPoint: string;
  readonly fileSystem: string;
}

/** The mount with the longest matching mount point; of two on one point, the later one, which covers the other. */
function holding(path: string, mounts: readonly Mount[]): string | null {
  let found: Mount | undefined;
  for (const mount of mounts) {
    const holds = mount.mountPoint === '/' || path === mount.mountPoint || path.startsWith(`${mount.mountPoint}/`);
    if (holds && mount.mountPoint.length >= (found?.mountPoint.length ?? 0)) found = mount;
  }
  return found?.fileSystem ?? null;
}

/** Reads Linux's `/proc/self/mountinfo`; its format is in proc(5). */
export function parseMountInfo(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    // The number of fields before the dash varies.
    const [before, after] = line.split(' - ', 2);
    const mountPoint = before?.split(' ')[4];
    const [type, source] = after?.split(' ') ?? [];
    if (mountPoint === undefined || type === undefined) return [];
    // A driver that sets no subtype often names itself as the source: `sshfs#host:/folder`, `s3fs`.
    const driver = type === 'fuse' && source !== undefined ? `fuse.${unescapeOctal(source).split(/[#:]/)[0]}` : type;
    return [{ mountPoint: unescapeOctal(mountPoint), fileSystem: driver }];
  });
}

/** Space, tab, newline and backslash stand as `\040`, `\011`, `\012` and `\134`; other bytes as themselves. */
function unescapeOctal(field: string): string {
  return field.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** Reads what macOS's `mount` prints: `//ana@server/share on /Volumes/share (smbfs, nodev, mounted by ana)`. */
export function parseMountOutput(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, source, mountPoint, type] = /^(.*?) on (\/.*) \(([^,()]+)[^()]*\)$/.exec(line) ?? [];
    if (source === undefined || mountPoint === undefined || type === undefined) return [];
    // macFUSE does not tell its driver; a local one has a device as its source.
    const isRemote = /^(?:mac|osx)fuse$/.test(type) && !source.startsWith('/dev/');
    return [{ mountPoint, fileSystem: isRemote ? `${type}.remote` : type }];
  });
}

function markersAbove(path: string): string[] {
  const found: string[] = [];
  for (let folder = path; ; folder = nodePath.dirname(folder)) {
    try {
      found.push(...readdirSync(folder).filter((name) => isSyncMarker(name)));
    } catch {
      // A folder that may be passed but not listed.
    }
    if (nodePath.dirname(folder) === folder) return found;
  }
}

/** OneDrive tells its folders by the environment, whatever they are called. */
function oneDriveRoots(): FolderFacts['syncRoots'] {
  return ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'].flatMap((name) => {
    const path = process.env[name];
    return path === undefined || path === '' ? [] : [{ kind: 'OneDrive', path }];
  });
}

/** Dropbox writes where its folders are, which a person may have put anywhere under any name. */
function dropboxRoots(): FolderFacts['syncRoots'] {
  const { APPDATA, LOCALAPPDATA } = process.env;
  const folders = [nodePath.join(homedir(), '.dropbox')];
  for (const base of [APPDATA, LOCALAPPDATA]) if (base !== undefined) folders.push(nodePath.join(base, 'Dropbox'));
  return folders.flatMap((folder) => {
    try {
      const accounts: unknown = JSON.parse(readFileSync(nodePath.join(folder, 'info.json'), 'utf8'));
      return Object.values(accounts ?? {}).flatMap((account: { path?: unknown }) =>
        typeof account?.path === 'string' ? [{ kind: 'Dropbox', path: account.path }] : [],
      );
    } catch {
      return [];
    }
  });
}
