import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type FolderFacts,
  gatherFacts,
  judgeFolder,
  type Platform,
  parseMountInfo,
  parseMountOutput,
} from '../../main/store/folder.ts';

const homes = { linux: '/home/ana', macos: '/Users/ana', windows: 'C:\\Users\\ana' };

function judge(platform: Platform, path: string, facts: Partial<FolderFacts> = {}): string {
  const judged = judgeFolder(path, {
    platform,
    realPath: path,
    homeFolder: homes[platform],
    fileSystem: null,
    markers: [],
    syncRoots: [],
    ...facts,
  });
  return judged.ok ? 'fine' : `${judged.error.code} ${judged.error.params?.['kind']}`;
}

describe('the file system', () => {
  test.each(
    [
      'nfs',
      'nfs4',
      'cifs',
      'smb3',
      'smbfs',
      '9p',
      'ceph',
      'glusterfs',
      'afs',
      'davfs',
      'fuse.sshfs',
      'fuse.rclone',
    ].concat(['fuse.s3fs', 'fuse.davfs2', 'fuse.gvfsd-fuse', 'fuse.glusterfs', 'fuse.gcsfuse', 'NFS4']),
  )('%s is on a network', (fileSystem) => {
    expect(judge('linux', '/mnt/work', { fileSystem })).toBe(`store/network-folder ${fileSystem.toLowerCase()}`);
  });

  test.each(['smbfs', 'afpfs', 'nfs', 'webdav', 'macfuse.remote'])('%s is on a network on macOS', (fileSystem) => {
    expect(judge('macos', '/Volumes/work', { fileSystem })).toBe(`store/network-folder ${fileSystem}`);
  });

  test.each([
    'ext4',
    'btrfs',
    'xfs',
    'zfs',
    'tmpfs',
    'overlay',
    'fuseblk',
    'fuse.ntfs-3g',
    'fuse.exfat',
    'fuse.gocryptfs',
    'vfat',
    'apfs',
  ])('%s is local', (fileSystem) => {
    expect(judge('linux', '/mnt/work', { fileSystem })).toBe('fine');
  });

  test.each([
    ['\\\\server\\share\\Fieldline', 'store/network-folder unc'],
    ['//server/share/Fieldline', 'store/network-folder unc'],
    ['\\\\?\\UNC\\server\\share\\Fieldline', 'store/network-folder unc'],
    ['\\\\wsl.localhost\\Debian\\home\\ana', 'store/network-folder unc'],
    ['\\\\?\\C:\\Fieldline', 'fine'],
    ['C:\\Fieldline', 'fine'],
  ])('on Windows %s is %s', (path, expected) => {
    expect(judge('windows', path)).toBe(expected);
  });

  test('two leading slashes are no server on Linux', () => {
    expect(judge('linux', '//srv/fieldline', { fileSystem: 'ext4' })).toBe('fine');
  });

  test('a mapped drive is judged by where it leads', () => {
    expect(judge('windows', 'Z:\\Fieldline', { realPath: '\\\\server\\share\\Fieldline' })).toBe(
      'store/network-folder unc',
    );
  });

  test('an unknown file system is not held against the folder', () => {
    expect(judge('linux', '/srv/work', { fileSystem: null })).toBe('fine');
  });
});

describe('a folder that another program keeps in step', () => {
  test.each<[Platform, string, string]>([
    ['linux', '/home/ana/Dropbox/Fieldline', 'dropbox'],
    ['macos', '/Users/ana/Dropbox (Riverside Union)/Fieldline', 'dropbox'],
    ['windows', 'C:\\Users\\ana\\OneDrive\\Fieldline', 'onedrive'],
    ['windows', 'C:\\Users\\ana\\OneDrive - Riverside Union\\Documents\\Fieldline', 'onedrive'],
    ['macos', '/Users/ana/Library/CloudStorage/OneDrive-Personal/Fieldline', 'onedrive'],
    ['macos', '/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Fieldline', 'google-drive'],
    ['windows', 'G:\\My Drive\\Fieldline', 'google-drive'],
    ['windows', 'G:\\Shared drives\\Field\\Fieldline', 'google-drive'],
    ['linux', '/home/ana/Google Drive/Fieldline', 'google-drive'],
    ['windows', 'C:\\Users\\ana\\AppData\\Local\\Google\\DriveFS\\Fieldline', 'google-drive'],
    ['macos', '/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Fieldline', 'icloud'],
    ['windows', 'C:\\Users\\ana\\iCloudDrive\\Fieldline', 'icloud'],
    ['macos', '/Users/ana/Library/CloudStorage/SomethingNew/Fieldline', 'cloud-storage'],
    ['linux', '/home/ana/Nextcloud/Fieldline', 'nextcloud'],
    ['linux', '/home/ana/Nextcloud2/Fieldline', 'nextcloud'],
    ['linux', '/home/ana/ownCloud/Fieldline', 'owncloud'],
    ['windows', 'C:\\Users\\ana\\Box\\Fieldline', 'box'],
    ['macos', '/Users/ana/Library/CloudStorage/Box-Box/Fieldline', 'box'],
    ['linux', '/home/ana/pCloudDrive/Fieldline', 'pcloud'],
    ['windows', 'C:\\Users\\ana\\MEGA\\Fieldline', 'mega'],
    ['linux', '/home/ben/MEGAsync/Fieldline', 'mega'],
    ['linux', '/home/ben/Syncthing/Fieldline', 'syncthing'],
  ])('%s: %s', (platform, path, kind) => {
    expect(judge(platform, path)).toBe(`store/sync-folder ${kind}`);
  });

  test.each([
    ['.stfolder', 'syncthing'],
    ['.dropbox.cache', 'dropbox'],
    ['.sync_0123456789ab.db', 'nextcloud'],
    ['._sync_0123456789ab.db', 'nextcloud'],
    ['.owncloudsync.log', 'owncloud'],
    ['.tmp.drivedownload', 'google-drive'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'onedrive'],
    ['.megaignore', 'mega'],
  ])('is known by the marker %s', (marker, kind) => {
    expect(judge('linux', '/srv/shared/fieldline', { markers: [marker] })).toBe(`store/sync-folder ${kind}`);
  });

  test('is known by what the program itself says, under any name', () => {
    const syncRoots = [{ kind: 'dropbox', path: '/srv/union' }];
    expect(judge('linux', '/srv/union/fieldline', { syncRoots })).toBe('store/sync-folder dropbox');
    expect(judge('linux', '/srv/unionised/fieldline', { syncRoots })).toBe('fine');
  });

  test('is found in another case where names have none', () => {
    const syncRoots = [{ kind: 'onedrive', path: 'D:\\Union' }];
    expect(judge('windows', 'd:\\union\\Fieldline', { syncRoots })).toBe('store/sync-folder onedrive');
  });

  test.each<[Platform, string]>([
    ['linux', '/home/ana/.local/share/fieldline'],
    ['linux', '/srv/box/fieldline'],
    ['linux', '/home/ana/work/mega/fieldline'],
    ['linux', '/home/ana/dropboxes/fieldline'],
    ['linux', '/home/ana/my driveway/fieldline'],
    ['macos', '/Users/ana/Library/Application Support/Fieldline'],
    ['windows', 'C:\\Users\\ana\\AppData\\Roaming\\Fieldline'],
    ['windows', 'D:\\Toolbox\\Fieldline'],
  ])('is not %s: %s', (platform, path) => {
    expect(judge(platform, path)).toBe('fine');
  });

  test('is told with the last part of its path only', () => {
    const judged = judgeFolder('/home/ana/Dropbox/Fieldline', {
      ...{ platform: 'linux', realPath: '/home/ana/Dropbox/Fieldline', homeFolder: '/home/ana' },
      ...{ fileSystem: 'ext4', markers: [], syncRoots: [] },
    });
    expect(judged).toMatchObject({ error: { kind: 'setup', params: { folder: 'Fieldline', kind: 'dropbox' } } });
  });
});

describe('the list of mounts', () => {
  test('on Linux is read with its escapes and its varying number of fields', () => {
    const lines = [
      '27 1 254:0 / / rw,relatime - ext4 /dev/sda1 rw',
      '36 27 0:40 / /mnt/my\\040share\\134x rw shared:1 master:2 - cifs //server/share rw',
      '37 27 0:41 / /mnt/remote rw,nosuid - fuse.sshfs ana@server.example:/ rw',
      '38 27 0:42 / /mnt/bucket rw - fuse s3fs rw',
      '',
    ];
    expect(parseMountInfo(lines.join('\n'))).toEqual([
      { mountPoint: '/', fileSystem: 'ext4' },
      { mountPoint: '/mnt/my share\\x', fileSystem: 'cifs' },
      { mountPoint: '/mnt/remote', fileSystem: 'fuse.sshfs' },
      { mountPoint: '/mnt/bucket', fileSystem: 'fuse.s3fs' },
    ]);
  });

  test('on macOS is read as mount prints it', () => {
    const lines = [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '//ana@server._smb._tcp.local/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ana)',
      'https://dav.example.org/ on /Volumes/notes on trips (webdav, nodev, mounted by ana)',
      'ana@server.example:/ on /Users/ana/remote (macfuse, nodev, synchronous, mounted by ana)',
      '/dev/disk5s1 on /Volumes/stick (macfuse, local, synchronous)',
    ];
    expect(parseMountOutput(lines.join('\n'))).toEqual([
      { mountPoint: '/', fileSystem: 'apfs' },
      { mountPoint: '/Volumes/share', fileSystem: 'smbfs' },
      { mountPoint: '/Volumes/notes on trips', fileSystem: 'webdav' },
      { mountPoint: '/Users/ana/remote', fileSystem: 'macfuse.remote' },
      { mountPoint: '/Volumes/stick', fileSystem: 'macfuse' },
    ]);
  });
});

describe('what is gathered of a real folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'fieldline-folder-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('an ordinary folder is fine', () => {
    const facts = gatherFacts(folder);
    expect(facts).toMatchObject({ realPath: folder, homeFolder: homedir(), markers: [] });
    expect(judgeFolder(folder, facts)).toEqual({ ok: true, value: null });
  });

  test.runIf(process.platform === 'linux')('the file system is the one with the longest mount point', () => {
    expect(gatherFacts('/proc/self').fileSystem).toBe('proc');
    expect(gatherFacts('/process').fileSystem).not.toBe('proc');
  });

  test('a folder that is not there yet is judged by its nearest parent', () => {
    mkdirSync(join(folder, '.stfolder'));
    const path = join(folder, 'not', 'there', 'yet');
    const facts = gatherFacts(path);
    expect(facts.realPath).toBe(path);
    expect(judgeFolder(path, facts)).toMatchObject({
      error: { code: 'store/sync-folder', params: { kind: 'syncthing' } },
    });
  });

  test.each([
    ['to a folder', true],
    ['to a folder that is not there yet', false],
  ])('a symbolic link %s is judged by where it leads', (_, targetExists) => {
    const target = join(folder, 'Dropbox', 'work');
    mkdirSync(targetExists ? target : join(folder, 'Dropbox'), { recursive: true });
    symlinkSync(target, join(folder, 'innocent'));
    const path = join(folder, 'innocent', 'Fieldline');
    expect(gatherFacts(path).realPath).toBe(join(target, 'Fieldline'));
    expect(judgeFolder(path, gatherFacts(path))).toMatchObject({
      error: { params: { folder: 'Fieldline', kind: 'dropbox' } },
    });
  });

  test('links that lead to each other do not hang it', () => {
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(gatherFacts(join(folder, 'a')).markers).toEqual([]);
  });
});
