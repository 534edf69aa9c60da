/**
 * The programs that keep a folder in step with other computers, each by its product's own name, and how their folders
 * are known: by what they are called, by where they stand, and by what the program leaves in them.
 */

/** How each program names its folder: alone, or with the name of an account or a company. */
const folderNames: readonly (readonly [program: string, component: RegExp])[] = [
  ['Dropbox', /^dropbox(?: \(.+\)|-.+)?$/i],
  ['OneDrive', /^onedrive(?: ?- ?.+)?$/i],
  ['Google Drive', /^(?:google ?drive(?: \(.+\)|-.+)?|drivefs|my drive|shared drives)$/i],
  ['iCloud Drive', /^(?:icloud ?drive|mobile documents|com~apple~clouddocs)$/i],
  ['Nextcloud', /^nextcloud\d*$/i],
  ['ownCloud', /^owncloud\d*(?: - .+)?$/i],
  ['Box', /^box(?: sync|-box)$/i],
  ['pCloud', /^pcloud ?(?:drive|sync)?$/i],
  ['MEGA', /^mega ?sync$/i],
  ['Proton Drive', /^proton ?drive(?:-.+)?$/i],
  ['Seafile', /^seadrive$/i],
  ['Resilio Sync', /^resilio sync$/i],
  ['Tresorit', /^tresorit(?: drive)?$/i],
  // Where macOS puts the folders of all of them; last, because a program that is known by name says more.
  ['CloudStorage', /^cloudstorage$/i],
];

/** Words that may name anybody's own folder. They count only where the program puts its folder: directly in a home. */
const namesInHome: ReadonlyMap<string, string> = new Map([
  ['box', 'Box'],
  ['mega', 'MEGA'],
  ['syncthing', 'Syncthing'],
  ['seafile', 'Seafile'],
]);

/** What these programs leave at the top of a folder that they keep in step. */
const markers: readonly (readonly [program: string, name: RegExp])[] = [
  ['Syncthing', /^\.stfolder$/],
  ['Dropbox', /^\.dropbox\.cache$/],
  ['Google Drive', /^\.tmp\.drive(?:download|upload)$/],
  ['OneDrive', /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i],
  ['Nextcloud', /^(?:\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/],
  ['ownCloud', /^(?:\.csync_journal\.db|\.owncloudsync\.log)$/],
  ['MEGA', /^\.megaignore$/],
];

/** The program that one of the path's components is called after, or the one whose folder stands in the home. */
export function syncProgramOfPath(components: readonly string[], inHome: string | undefined): string | undefined {
  const named = folderNames.find(([, pattern]) => components.some((component) => pattern.test(component)));
  return named?.[0] ?? namesInHome.get(inHome?.toLowerCase() ?? '');
}

export function syncProgramOfMarker(name: string): string | undefined {
  return markers.find(([, pattern]) => pattern.test(name))?.[0];
}

export function isSyncMarker(name: string): boolean {
  return syncProgramOfMarker(name) !== undefined;
}
