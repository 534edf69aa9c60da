import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  unmount(): void;
}

/** A real file system of its own, of so many MB, or nothing where this user may not mount one. */
export function mountSmallDisk(megabytes = 16): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'fieldline-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return undefined;
  }
  return {
    path,
    unmount: () => {
      // Lazily: a test that failed may have left a file open, and its own failure is the one to see.
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}

/** Whether this user may mount one. Tests that need it are skipped, out loud, where not. */
export function canMountSmallDisk(): boolean {
  const disk = mountSmallDisk();
  disk?.unmount();
  return disk !== undefined;
}
