/**
 * The file systems whose data is on another computer, or is served by the host of a virtual machine. Takes a type in
 * the operating system's word and gives the word that people know it by; for a local one it gives nothing.
 */

type Row = readonly [word: string, ...types: string[]];

function wordsByType(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([word, ...types]) => types.map((type): [string, string] => [type, word])));
}

const fileSystems = wordsByType([
  ['NFS', 'nfs', 'nfs3', 'nfs4'],
  ['SMB', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs'],
  ['NetWare', 'ncpfs'],
  ['AFP', 'afpfs'],
  ['AFS', 'afs'],
  ['WebDAV', 'webdav', 'davfs', 'davfs2'],
  ['FTP', 'ftp'],
  ['SSHFS', 'sshfs'],
  // What a virtual machine's host serves; `9p` is also how Windows and its Linux see each other.
  ['9P', '9p'],
  ['WSL', 'drvfs'],
  ['VirtualBox', 'vboxsf'],
  ['VMware', 'vmhgfs'],
  ['Parallels', 'prl_fs'],
  // Of clusters.
  ['Ceph', 'ceph'],
  ['GlusterFS', 'glusterfs'],
  ['Coda', 'coda'],
  ['Lustre', 'lustre'],
  ['GFS2', 'gfs', 'gfs2'],
  ['OCFS2', 'ocfs2'],
  ['GPFS', 'gpfs'],
  ['BeeGFS', 'beegfs'],
  ['OrangeFS', 'orangefs', 'pvfs2'],
  ['ACFS', 'acfs'],
  ['Google Drive', 'drivefs'],
  ['macFUSE', 'macfuse.remote', 'osxfuse.remote'],
]);

/** FUSE's drivers are named one by one, because most of them (NTFS, exFAT, archives, encryption) are local. */
const fuseDrivers = wordsByType([
  ['SMB', 'smbnetfs'],
  ['SSHFS', 'sshfs'],
  ['WebDAV', 'davfs', 'davfs2', 'wdfs'],
  ['FTP', 'curlftpfs'],
  ['rclone', 'rclone'],
  // The network places of the two large Linux desktops.
  ['GNOME', 'gvfsd-fuse'],
  ['KDE', 'kio-fuse'],
  ['VMware', 'vmhgfs-fuse'],
  ['S3', 's3fs', 'goofys', 'mount-s3'],
  ['S3QL', 's3ql'],
  ['Google Cloud Storage', 'gcsfuse'],
  ['Azure Blob Storage', 'blobfuse', 'blobfuse2'],
  ['Ceph', 'ceph', 'ceph-fuse'],
  ['GlusterFS', 'glusterfs'],
  ['JuiceFS', 'juicefs'],
  ['MooseFS', 'mfs'],
  ['LizardFS', 'lizardfs'],
  ['SeaweedFS', 'seaweedfs'],
  ['OneDrive', 'onedriver'],
  ['Google Drive', 'google-drive-ocamlfuse', 'drivefs'],
  ['pCloud', 'pcloud', 'pcloudfs'],
  ['MEGA', 'mega'],
  ['Seafile', 'seadrive'],
]);

/** Names under which the host of a virtual machine serves its folders to Windows, as if it were a server. */
const virtualServers = wordsByType([
  ['WSL', 'wsl.localhost', 'wsl$'],
  ['VirtualBox', 'vboxsvr', 'vboxsrv'],
  ['VMware', 'vmware-host'],
  ['Parallels', 'psf'],
]);

/** @param fileSystem the type as the operating system writes it; FUSE's drivers as `fuse.sshfs`. */
export function networkWordOf(fileSystem: string): string | undefined {
  const type = fileSystem.toLowerCase();
  return type.startsWith('fuse.') ? fuseDrivers.get(type.slice('fuse.'.length)) : fileSystems.get(type);
}

/** For a path of Windows. `\\server\share` is also spelt `\\?\UNC\server\share`; but `\\?\C:\...` is a local path. */
export function networkWordOfShare(path: string): string | undefined {
  const [, server] = /^[\\/]{2}(?:[?.][\\/]UNC[\\/]|(?![?.][\\/]))([^\\/]*)/i.exec(path) ?? [];
  return server === undefined ? undefined : (virtualServers.get(server.toLowerCase()) ?? 'SMB');
}
