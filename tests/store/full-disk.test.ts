import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { freeBytes } from '../../main/store/disk.ts';
import { openStore, type Store, StoreRefusal } from '../../main/store/index.ts';
import { openFile } from '../../main/store/open.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { canMountSmallDisk, mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { openTestStore, storeOptions, testStart } from '../support/stores.ts';

const addPerson = `INSERT INTO user (first_name, last_name, role, created_at) VALUES ('Ana', ?, 'texter', 0)`;
const countPeople = 'SELECT count(*) AS n FROM user';

async function onSmallDisk(test: (disk: SmallDisk) => Promise<void>): Promise<void> {
  const disk = mountSmallDisk();
  if (disk === undefined) throw new Error('the small file system could be mounted a moment ago');
  try {
    await test(disk);
  } finally {
    disk.unmount();
  }
}

/** Adds people until the store refuses; gives how many were added and the refusal. */
function fillUp(store: Store, onEach: () => void = () => {}): { added: number; refusal: StoreRefusal['error'] } {
  for (let added = 0; ; added += 1) {
    try {
      store.write((tx) => tx.run(addPerson, 'x'.repeat(50_000)));
      onEach();
    } catch (thrown) {
      if (thrown instanceof StoreRefusal) return { added, refusal: thrown.error };
      throw thrown;
    }
  }
}

describe.runIf(canMountSmallDisk())('a store on a disk that fills up', () => {
  it('stops taking changes before the disk is full, says so, and goes on when there is room', async () => {
    await onSmallDisk(async (disk) => {
      const clock = settableClock({ startAt: testStart });
      const ballast = join(disk.path, 'ballast');
      writeFileSync(ballast, new Uint8Array(6_000_000));
      const store = await openTestStore({ folder: join(disk.path, 'campaign'), clock, minimumFreeBytes: 3_000_000 });
      const reasons: (string | undefined)[] = [];
      store.onWritable((reason) => reasons.push(reason?.code));
      // Somebody else's files fill the disk between two looks of the guard.
      store.write((tx) => tx.run(addPerson, 'before'));
      writeFileSync(join(disk.path, 'more'), new Uint8Array(8_500_000));
      await clock.advance(10_000);

      const { added, refusal } = fillUp(store);
      expect(added).toBe(0);
      expect(refusal).toMatchObject({ code: 'store/disk-full', kind: 'wait' });
      expect(sentenceOf(refusal, 'en')).toMatch(/almost full \(\d MB left\)/);
      expect(sentenceOf(refusal, 'es')).toMatch(/casi lleno \(quedan \d MB\)/);
      expect(store.look((reader) => reader.get(countPeople))).toEqual({ n: 1 });

      rmSync(ballast);
      await clock.advance(10_000);
      expect(reasons).toEqual(['store/disk-full', undefined]);
      store.write((tx) => tx.run(addPerson, 'after'));
      await store.close();
    });
  });

  it('loses nothing that it had taken when the disk is full at once', async () => {
    await onSmallDisk(async (disk) => {
      const folder = join(disk.path, 'campaign');
      const ballast = join(disk.path, 'ballast');
      writeFileSync(ballast, new Uint8Array(2_000_000));
      const store = await openTestStore({ folder, minimumFreeBytes: 0 });
      let taken = 0;
      const { refusal } = fillUp(store, () => {
        taken += 1;
      });
      expect(refusal.code).toBe('store/disk-full');
      expect(taken).toBeGreaterThan(10);
      expect(store.look((reader) => reader.get(countPeople))).toEqual({ n: taken });
      await store.close();

      // With no room at all it cannot be opened for writing either; time, or a person, makes room.
      expect(await openStore(storeOptions({ folder, minimumFreeBytes: 0 }))).toMatchObject({
        error: { code: 'store/disk-full', kind: 'wait' },
      });
      rmSync(ballast);
      const again = await openTestStore({ folder, minimumFreeBytes: 0 });
      expect(again.look((reader) => reader.get(countPeople))).toEqual({ n: taken });
      expect(again.look((reader) => reader.all('PRAGMA integrity_check'))).toEqual([{ integrity_check: 'ok' }]);
      expect(again.incarnation()).toBe('same');
      await again.close();
    });
  });

  it('leaves no half copy behind when there is no room for a copy before a migration', async () => {
    await onSmallDisk(async (disk) => {
      const path = join(disk.path, 'fieldline.db');
      const first = { name: '0010_test', number: 10, sql: 'CREATE TABLE a (x TEXT) STRICT', hash: 'first' };
      const second = { name: '0020_test', number: 20, sql: 'CREATE TABLE b (x TEXT) STRICT', hash: 'second' };
      const opened = openFile(path, [first], 0);
      if (!opened.ok) throw new Error(opened.error.code);
      opened.value.prepare('INSERT INTO a VALUES (?)').run('x'.repeat(4_000_000));
      opened.value.close();
      writeFileSync(join(disk.path, 'ballast'), new Uint8Array(freeBytes(disk.path) - 2_000_000));
      const before = readFileSync(path);
      expect(openFile(path, [first, second], 0)).toMatchObject({ error: { code: 'store/disk-full', kind: 'wait' } });
      expect(readdirSync(disk.path).filter((name) => name.includes('before'))).toEqual([]);
      expect(readFileSync(path).equals(before)).toBe(true);
    });
  });
});
