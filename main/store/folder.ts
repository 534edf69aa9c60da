/**
 * Judges where a store may live. Takes a path, gathers what the operating system knows of it, and decides by a pure
 * rule. It refuses folders on a network, because SQLite's locks and its shared memory do not work there, and folders
 * that another program copies while we write, because a half-copied store is a damaged one. There is no override.
 */
import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import nodePath from 'node:path';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';

export type Platform = 'linux' | 'macos' | 'windows';

export interface FolderFacts {
  readonly platform: Platform;
  /** The path with symbolic links and mapped drives followed; what of it does not exist yet stays as it is. */
  readonly realPath: string;
  readonly homeFolder: string;
  /** Type of the file system that holds it, in the operating system's word; null when unknown. */
  readonly fileSystem: string | null;
  /** Names of the files and folders in it and in the folders above it that a sync program may have put there. */
  readonly markers: readonly string[];
  /** Folders that sync programs say are theirs, whatever they are called. */
  readonly syncRoots: readonly { readonly kind: string; readonly path: string }[];
}

export type FolderRefusal = AppError<'store/network-folder' | 'store/sync-folder'>;

/**
 * Decides by facts alone. The refusal's params are `folder` (the path's last component) and `kind` (the file system's
 * type, or the name of the program that keeps the folder in step).
 */
export function judgeFolder(path: string, facts: FolderFacts): Result<null, FolderRefusal> {
  const folder = componentsOf(path, facts.platform).at(-1) ?? path;
  const network = networkKind(facts);
  if (network !== undefined) return err(appError('store/network-folder', { folder, kind: network }));
  const sync = syncKind(facts);
  if (sync !== undefined) return err(appError('store/sync-folder', { folder, kind: sync }));
  return ok(null);
}

/** File systems whose data is on another computer, or is served by the host of a virtual machine. */
const networkFileSystems: ReadonlySet<string> = new Set([
  ...['nfs', 'nfs3', 'nfs4', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs', 'ncpfs', '9p', 'vboxsf', 'vmhgfs', 'prl_fs'],
  ...[
    'ceph',
    'glusterfs',
    'afs',
    'afpfs',
    'coda',
    'lustre',
    'gfs',
    'gfs2',
    'ocfs2',
    'gpfs',
    'beegfs',
    'orangefs',
    'pvfs2',
  ],
  ...['webdav', 'davfs', 'davfs2', 'ftp', 'sshfs', 'acfs', 'drvfs', 'drivefs', 'macfuse.remote', 'osxfuse.remote'],
]);
/** FUSE's drivers are named one by one, because most of them (NTFS, exFAT, archives, encryption) are local. */
const networkFuseDrivers: ReadonlySet<string> = new Set([
  ...[
    'sshfs',
    'rclone',
    's3fs',
    's3ql',
    'davfs',
    'davfs2',
    'wdfs',
    'gvfsd-fuse',
    'kio-fuse',
    'glusterfs',
    'ceph',
    'ceph-fuse',
  ],
  ...['curlftpfs', 'smbnetfs', 'goofys', 'gcsfuse', 'mount-s3', 'juicefs', 'vmhgfs-fuse', 'onedriver', 'seadrive'],
  ...[
    'google-drive-ocamlfuse',
    'drivefs',
    'pcloud',
    'pcloudfs',
    'mega',
    'mfs',
    'lizardfs',
    'seaweedfs',
    'blobfuse',
    'blobfuse2',
  ],
]);

function networkKind(facts: FolderFacts): string | undefined {
  // `\\server\share`, also spelt `\\?\UNC\server\share`; but `\\?\C:\...` is a local path.
  if (facts.platform === 'windows' && /^[\\/]{2}(?:[?.][\\/]UNC[\\/]|(?![?.][\\/]))/i.test(facts.realPath))
    return 'unc';
  const type = facts.fileSystem?.toLowerCase();
  if (type === undefined) return undefined;
  const driver = type.startsWith('fuse.') ? type.slice('fuse.'.length) : undefined;
  const isNetwork = networkFileSystems.has(type) || (driver !== undefined && networkFuseDrivers.has(driver));
  return isNetwork ? type : undefined;
}

/** How each program names its folder: alone, or with the name of an account or a company. */
const syncFolders: readonly (readonly [kind: string, component: RegExp])[] = [
  ['dropbox', /^dropbox(?: \(.+\)|-.+)?$/i],
  ['onedrive', /^onedrive(?: ?- ?.+)?$/i],
  ['google-drive', /^(?:google ?drive(?: \(.+\)|-.+)?|drivefs|my drive|shared drives)$/i],
  ['icloud', /^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['nextcloud', /^nextcloud\d*$/i],
  ['owncloud', /^owncloud\d*(?: - .+)?$/i],
  ['box', /^box(?: sync|-box)$/i],
  ['pcloud', /^pcloud ?(?:drive|sync)?$/i],
  ['mega', /^mega ?sync$/i],
  ['proton-drive', /^proton ?drive(?:-.+)?$/i],
  ['seafile', /^seadrive$/i],
  ['resilio', /^resilio sync$/i],
  ['tresorit', /^tresorit(?: drive)?$/i],
  ['cloud-storage', /^cloudstorage$/i],
];

/** Words that may name anybody's own folder. They count only where the program puts its folder: directly in a home. */
const syncFoldersInHome: ReadonlyMap<string, string> = new Map([
  ['box', 'box'],
  ['mega', 'mega'],
  ['syncthing', 'syncthing'],
  ['seafile', 'seafile'],
]);

/** What these programs leave at the top of a folder that they keep in step. */
const syncMarkers: readonly (readonly [kind: string, name: RegExp])[] = [
  ['syncthing', /^\.stfolder$/],
  ['dropbox', /^\.dropbox\.cache$/],
  ['google-drive', /^\.tmp\.drive(?:download|upload)$/],
  ['onedrive', /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i],
  ['nextcloud', /^(?:\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/],
  ['owncloud', /^(?:\.csync_journal\.db|\.owncloudsync\.log)$/],
  ['mega', /^\.megaignore$/],
];

function syncKind(facts: FolderFacts): string | undefined {
  const components = componentsOf(facts.realPath, facts.platform);
  for (const [kind, pattern] of syncFolders) {
    if (components.some((component) => pattern.test(component))) return kind;
  }
  const inHome = components[homeDepthOf(components, facts)]?.toLowerCase();
  const kindInHome = syncFoldersInHome.get(inHome ?? '');
  if (kindInHome !== undefined) return kindInHome;
  const root = facts.syncRoots.find(({ path }) =>
    isWithin(components, componentsOf(path, facts.platform), facts.platform),
  );
  return root?.kind ?? facts.markers.map(markerKind).find((kind) => kind !== undefined);
}

function markerKind(name: string): string | undefined {
  return syncMarkers.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Where a home folder ends in the path: this person's, or anybody's by its usual place. -1 when it is in none. */
function homeDepthOf(components: readonly string[], facts: FolderFacts): number {
  const home = componentsOf(facts.homeFolder, facts.platform);
  if (isWithin(components, home, facts.platform)) return home.length;
  const usual = components.findIndex((component) => /^(?:home|users)$/i.test(component));
  return usual === -1 ? -1 : usual + 2;
}

function isWithin(inner: readonly string[], outer: readonly string[], platform: Platform): boolean {
  // Windows and macOS do not tell upper case from lower case in names.
  const same = (a: string | undefined, b: string): boolean =>
    platform === 'linux' ? a === b : a?.toLowerCase() === b.toLowerCase();
  return outer.length > 0 && outer.every((component, depth) => same(inner[depth], component));
}

function componentsOf(path: string, platform: Platform): string[] {
  return path.split(platform === 'windows' ? /[\\/]+/ : /\/+/).filter((component) => component !== '');
}

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
      found.push(...readdirSync(folder).filter((name) => markerKind(name) !== undefined));
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
    return path === undefined || path === '' ? [] : [{ kind: 'onedrive', path }];
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
        typeof account?.path === 'string' ? [{ kind: 'dropbox', path: account.path }] : [],
      );
    } catch {
      return [];
    }
  });
}
