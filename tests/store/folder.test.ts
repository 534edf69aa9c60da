import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderFacts, judgeFolder, type Platform } from '../../main/store/folder.ts';
import { gatherFacts, parseMountInfo, parseMountOutput } from '../../main/store/folder-facts.ts';

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
  test.each([
    ['nfs', 'NFS'],
    ['nfs4', 'NFS'],
    ['NFS4', 'NFS'],
    ['cifs', 'SMB'],
    ['smb3', 'SMB'],
    ['smbfs', 'SMB'],
    ['9p', '9P'],
    ['vboxsf', 'VirtualBox'],
    ['ceph', 'Ceph'],
    ['glusterfs', 'GlusterFS'],
    ['afs', 'AFS'],
    ['davfs', 'WebDAV'],
    ['fuse.sshfs', 'SSHFS'],
    ['fuse.rclone', 'rclone'],
    ['fuse.s3fs', 'S3'],
    ['fuse.davfs2', 'WebDAV'],
    ['fuse.gvfsd-fuse', 'GNOME'],
    ['fuse.glusterfs', 'GlusterFS'],
    ['fuse.gcsfuse', 'Google Cloud Storage'],
  ])('%s is on a network and is told as %s', (fileSystem, word) => {
    expect(judge('linux', '/mnt/work', { fileSystem })).toBe(`store/network-folder ${word}`);
  });

  test.each([
    ['smbfs', 'SMB'],
    ['afpfs', 'AFP'],
    ['nfs', 'NFS'],
    ['webdav', 'WebDAV'],
    ['macfuse.remote', 'macFUSE'],
  ])('%s is on a network on macOS and is told as %s', (fileSystem, word) => {
    expect(judge('macos', '/Volumes/work', { fileSystem })).toBe(`store/network-folder ${word}`);
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
    ['\\\\server\\share\\Fieldline', 'store/network-folder SMB'],
    ['//server/share/Fieldline', 'store/network-folder SMB'],
    ['\\\\?\\UNC\\server\\share\\Fieldline', 'store/network-folder SMB'],
    ['\\\\wsl.localhost\\Debian\\home\\ana', 'store/network-folder WSL'],
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
      'store/network-folder SMB',
    );
  });

  test('an unknown file system is not held against the folder', () => {
    expect(judge('linux', '/srv/work', { fileSystem: null })).toBe('fine');
  });
});

describe('a folder that another program keeps in step', () => {
  test.each<[Platform, string, string]>([
    ['linux', '/home/ana/Dropbox/Fieldline', 'Dropbox'],
    ['macos', '/Users/ana/Dropbox (Riverside Union)/Fieldline', 'Dropbox'],
    ['windows', 'C:\\Users\\ana\\OneDrive\\Fieldline', 'OneDrive'],
    ['windows', 'C:\\Users\\ana\\OneDrive - Riverside Union\\Documents\\Fieldline', 'OneDrive'],
    ['macos', '/Users/ana/Library/CloudStorage/OneDrive-Personal/Fieldline', 'OneDrive'],
    ['macos', '/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Fieldline', 'Google Drive'],
    ['windows', 'G:\\My Drive\\Fieldline', 'Google Drive'],
    ['windows', 'G:\\Shared drives\\Field\\Fieldline', 'Google Drive'],
    ['linux', '/home/ana/Google Drive/Fieldline', 'Google Drive'],
    ['windows', 'C:\\Users\\ana\\AppData\\Local\\Google\\DriveFS\\Fieldline', 'Google Drive'],
    ['macos', '/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Fieldline', 'iCloud Drive'],
    ['windows', 'C:\\Users\\ana\\iCloudDrive\\Fieldline', 'iCloud Drive'],
    ['macos', '/Users/ana/Library/CloudStorage/SomethingNew/Fieldline', 'CloudStorage'],
    ['linux', '/home/ana/Nextcloud/Fieldline', 'Nextcloud'],
    ['linux', '/home/ana/Nextcloud2/Fieldline', 'Nextcloud'],
    ['linux', '/home/ana/ownCloud/Fieldline', 'ownCloud'],
    ['windows', 'C:\\Users\\ana\\Box\\Fieldline', 'Box'],
    ['macos', '/Users/ana/Library/CloudStorage/Box-Box/Fieldline', 'Box'],
    ['linux', '/home/ana/pCloudDrive/Fieldline', 'pCloud'],
    ['linux', '/home/ana/ProtonDrive/Fieldline', 'Proton Drive'],
    ['linux', '/home/ana/SeaDrive/Fieldline', 'Seafile'],
    ['windows', 'C:\\Users\\ana\\Resilio Sync\\Fieldline', 'Resilio Sync'],
    ['windows', 'C:\\Users\\ana\\MEGA\\Fieldline', 'MEGA'],
    ['linux', '/home/ben/MEGAsync/Fieldline', 'MEGA'],
    ['linux', '/home/ben/Syncthing/Fieldline', 'Syncthing'],
  ])('%s: %s', (platform, path, kind) => {
    expect(judge(platform, path)).toBe(`store/sync-folder ${kind}`);
  });

  test.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.sync_0123456789ab.db', 'Nextcloud'],
    ['._sync_0123456789ab.db', 'Nextcloud'],
    ['.owncloudsync.log', 'ownCloud'],
    ['.tmp.drivedownload', 'Google Drive'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.megaignore', 'MEGA'],
  ])('is known by the marker %s', (marker, kind) => {
    expect(judge('linux', '/srv/shared/fieldline', { markers: [marker] })).toBe(`store/sync-folder ${kind}`);
  });

  test('is known by what the program itself says, under any name', () => {
    const syncRoots = [{ kind: 'Dropbox', path: '/srv/union' }];
    expect(judge('linux', '/srv/union/fieldline', { syncRoots })).toBe('store/sync-folder Dropbox');
    expect(judge('linux', '/srv/unionised/fieldline', { syncRoots })).toBe('fine');
  });

  test('is found in another case where names have none', () => {
    const syncRoots = [{ kind: 'OneDrive', path: 'D:\\Union' }];
    expect(judge('windows', 'd:\\union\\Fieldline', { syncRoots })).toBe('store/sync-folder OneDrive');
  });

  test.each<[Platform, string]>([
    ['linux', '/home/ana/.local/share/fieldline'],
    ['linux', '/srv/box/fieldline'],
    ['linux', '/home/ana/projects/mega/fieldline'],
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
    expect(judged).toMatchObject({ error: { kind: 'setup', params: { folder: 'Fieldline', kind: 'Dropbox' } } });
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
      error: { code: 'store/sync-folder', params: { kind: 'Syncthing' } },
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
      error: { params: { folder: 'Fieldline', kind: 'Dropbox' } },
    });
  });

  test('links that lead to each other do not hang it', () => {
    symlinkSync(join(folder, 'b'), join(folder, 'a'));
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(gatherFacts(join(folder, 'a')).markers).toEqual([]);
  });
});
