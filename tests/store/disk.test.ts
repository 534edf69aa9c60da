import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { createDiskGuard, type DiskGuardOptions, freeBytes } from '../../main/store/disk.ts';
import { canMountSmallDisk, mountSmallDisk } from '../support/small-disk.ts';

const megabyte = 1_000_000;

function guardOver(sizes: { freeBytes: number }, options: Partial<DiskGuardOptions> = {}) {
  const clock = settableClock({ startAt: 0 });
  const guard = createDiskGuard({ path: '/', clock, readFreeBytes: () => sizes.freeBytes, ...options });
  return { clock, guard };
}

describe('the disk guard, told by a stand-in how much is free', () => {
  test('lets write while more than the minimum is free', () => {
    const { guard } = guardOver({ freeBytes: 200 * megabyte });
    expect(guard.isWritable()).toBe(true);
    expect(guard.freeBytes()).toBe(200 * megabyte);
  });

  test('judges before it is first asked', () => {
    expect(guardOver({ freeBytes: 200 * megabyte - 1 }).guard.isWritable()).toBe(false);
  });

  test('does not look again for being asked', () => {
    const disk = { freeBytes: 900 * megabyte };
    const { guard } = guardOver(disk);
    disk.freeBytes = 0;
    expect(guard.isWritable()).toBe(true);
    expect(guard.checkNow()).toBe(false);
    expect(guard.isWritable()).toBe(false);
  });

  test('looks by itself every now and then until it is stopped', async () => {
    const disk = { freeBytes: 900 * megabyte };
    const { clock, guard } = guardOver(disk, { checkEveryMs: 1_000 });
    disk.freeBytes = 0;
    await clock.advance(999);
    expect(guard.isWritable()).toBe(true);
    await clock.advance(1);
    expect(guard.isWritable()).toBe(false);
    guard.stop();
    disk.freeBytes = 900 * megabyte;
    await clock.advance(60_000);
    expect(guard.isWritable()).toBe(false);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('resumes only when clearly more than the minimum is free', () => {
    const disk = { freeBytes: 0 };
    const { guard } = guardOver(disk, { minimumFreeBytes: 100, resumeFreeBytes: 150 });
    disk.freeBytes = 149;
    expect(guard.checkNow()).toBe(false);
    disk.freeBytes = 150;
    expect(guard.checkNow()).toBe(true);
    disk.freeBytes = 100;
    expect(guard.checkNow()).toBe(true);
    disk.freeBytes = 99;
    expect(guard.checkNow()).toBe(false);
  });

  test('tells each change once, and nobody who has left', () => {
    const disk = { freeBytes: 900 * megabyte };
    const { guard } = guardOver(disk);
    const told: boolean[] = [];
    const leave = guard.onChange((writable) => told.push(writable));
    disk.freeBytes = 0;
    guard.checkNow();
    guard.checkNow();
    disk.freeBytes = 900 * megabyte;
    guard.checkNow();
    leave();
    disk.freeBytes = 0;
    guard.checkNow();
    expect(told).toEqual([false, true]);
  });

  test('keeps its judgement when the disk does not answer', () => {
    const disk = { freeBytes: 0 };
    const { guard } = guardOver(disk, {
      readFreeBytes: () => {
        if (disk.freeBytes === 1) throw new Error('ENOENT');
        return disk.freeBytes;
      },
    });
    disk.freeBytes = 1;
    expect(guard.checkNow()).toBe(false);
  });

  test('refuses limits by which writing would resume too early', () => {
    expect(() => guardOver({ freeBytes: 0 }, { minimumFreeBytes: 100, resumeFreeBytes: 99 })).toThrow(RangeError);
  });
});

describe.runIf(canMountSmallDisk())('the disk guard on a real file system of 16 MB', () => {
  test('stops writing before the disk is full and resumes when there is room', () => {
    const disk = mountSmallDisk();
    if (disk === undefined) throw new Error('the small file system could be mounted a moment ago');
    const clock = settableClock({ startAt: 0 });
    const guard = createDiskGuard({ path: disk.path, clock, minimumFreeBytes: 4 * megabyte });
    try {
      expect(guard.isWritable()).toBe(true);
      let written = 0;
      // A disk that is full would throw here: the guard has to say stop before that.
      while (guard.checkNow()) writeFileSync(join(disk.path, `${++written}`), new Uint8Array(megabyte));
      expect(written).toBeGreaterThan(8);
      expect(freeBytes(disk.path)).toBeGreaterThan(2 * megabyte);
      rmSync(join(disk.path, '1'));
      expect(guard.checkNow()).toBe(false);
      for (const name of ['2', '3']) rmSync(join(disk.path, name));
      expect(guard.checkNow()).toBe(true);
    } finally {
      guard.stop();
      disk.unmount();
    }
  });
});
