/**
 * Judges where a store may live: a pure rule over the facts that `folder-facts.ts` gathers. It refuses folders on a
 * network, because SQLite's locks and its shared memory do not work there, and folders that another program copies
 * while we write, because a half-copied store is a damaged one. There is no override.
 */
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { networkWordOf, networkWordOfShare } from './network-file-systems.ts';
import { syncProgramOfMarker, syncProgramOfPath } from './sync-programs.ts';

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
  /** Folders that sync programs say are theirs, whatever they are called; `kind` is the program's name. */
  readonly syncRoots: readonly { readonly kind: string; readonly path: string }[];
}

export type FolderRefusal = AppError<'store/network-folder' | 'store/sync-folder'>;

/**
 * Decides by facts alone. The refusal's params are `folder` (the path's last component) and `kind` (the word that
 * people know the network by, or the name of the program that keeps the folder in step).
 */
export function judgeFolder(path: string, facts: FolderFacts): Result<null, FolderRefusal> {
  const folder = componentsOf(path, facts.platform).at(-1) ?? path;
  const network = networkOf(facts);
  if (network !== undefined) return err(appError('store/network-folder', { folder, kind: network }));
  const program = syncProgramOf(facts);
  if (program !== undefined) return err(appError('store/sync-folder', { folder, kind: program }));
  return ok(null);
}

function networkOf({ platform, realPath, fileSystem }: FolderFacts): string | undefined {
  const share = platform === 'windows' ? networkWordOfShare(realPath) : undefined;
  return share ?? (fileSystem === null ? undefined : networkWordOf(fileSystem));
}

function syncProgramOf(facts: FolderFacts): string | undefined {
  const { platform, markers, syncRoots } = facts;
  const components = componentsOf(facts.realPath, platform);
  const byName = syncProgramOfPath(components, components[homeDepthOf(components, facts)]);
  if (byName !== undefined) return byName;
  const root = syncRoots.find(({ path }) => isWithin(components, componentsOf(path, platform), platform));
  return root?.kind ?? markers.map(syncProgramOfMarker).find((program) => program !== undefined);
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
