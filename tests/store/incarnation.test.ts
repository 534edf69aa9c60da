import { copyFileSync, cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { createJournal } from '../../main/journal/index.ts';
import { type Beside, type Inside, judgeIncarnation } from '../../main/store/incarnation.ts';
import type { Store } from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore } from '../support/stores.ts';

const inside: Inside = { incarnation: 'a', epoch: 5, lastJournalId: 70 };
const beside: Beside = { ...inside, fileNumber: '900' };

describe('judging a store by what lies beside it', () => {
  it.each<[string, Inside, Beside | null, string]>([
    ['same', inside, beside, '900'],
    ['same', { ...inside, epoch: 6, lastJournalId: 80 }, beside, '900'],
    ['copied', inside, null, '900'],
    ['copied', inside, beside, '901'],
    ['restored', inside, { ...beside, incarnation: 'b' }, '900'],
    ['restored', { ...inside, epoch: 4 }, beside, '900'],
    ['restored', { ...inside, lastJournalId: 69 }, beside, '900'],
    ['restored', { ...inside, lastJournalId: 69 }, beside, '901'],
  ])('is %s for %o beside %o in file %s', (judged, found, mark, fileNumber) => {
    expect(judgeIncarnation(found, mark, fileNumber)).toBe(judged);
  });
});

describe('a store that is opened again', () => {
  const folderWith = async (entries: number): Promise<string> => {
    const folder = join(temporaryFolder(), 'campaign');
    const store = await openTestStore({ folder });
    write(store, entries);
    await store.close();
    return folder;
  };
  const write = (store: Store, entries: number): void => {
    const journal = createJournal({ device: store.device, clock: settableClock({ startAt: 0 }) });
    for (let n = 0; n < entries; n += 1) {
      store.write((tx) => journal.record(tx, { kind: 'people/signed-in', userId: 1, entityId: 1, payload: {} }));
    }
  };
  const reopen = async (folder: string) => {
    const store = await openTestStore({ folder });
    const found = store.incarnation();
    return { found, store };
  };

  it('is the same store', async () => {
    expect((await reopen(await folderWith(3))).found).toBe('same');
  });

  it('is the same store after its folder was moved', async () => {
    const folder = await folderWith(3);
    renameSync(folder, `${folder}-moved`);
    expect((await reopen(`${folder}-moved`)).found).toBe('same');
  });

  it('is a copy when its folder was copied, for as long as nobody matched its messages', async () => {
    const folder = await folderWith(3);
    cpSync(folder, `${folder}-copy`, { recursive: true });
    const first = await reopen(`${folder}-copy`);
    expect(first.found).toBe('copied');
    await first.store.close();
    const second = await reopen(`${folder}-copy`);
    expect(second.found).toBe('copied');
    second.store.write((tx) => second.store.markMatched(tx));
    expect(second.store.incarnation()).toBe('same');
    await second.store.close();
    expect((await reopen(`${folder}-copy`)).found).toBe('same');
    expect((await reopen(folder)).found).toBe('same');
  });

  it('is restored when yesterday’s file was put in its place', async () => {
    const folder = await folderWith(3);
    const path = join(folder, 'fieldline.db');
    copyFileSync(path, `${path}.backup`);
    const today = await openTestStore({ folder });
    write(today, 2);
    await today.close();
    copyFileSync(`${path}.backup`, path);
    expect((await reopen(folder)).found).toBe('restored');
  });

  it('is a copy when what lay beside it is gone', async () => {
    const folder = await folderWith(1);
    rmSync(join(folder, 'fieldline.db.incarnation'));
    expect((await reopen(folder)).found).toBe('copied');
  });
});
