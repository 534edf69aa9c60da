import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../main/clock/index.ts';
import { createJournal } from '../../main/journal/index.ts';
import { type Beside, type FileFacts, type Inside, judgeIncarnation } from '../../main/store/incarnation.ts';
import type { Store } from '../../main/store/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore, testStart } from '../support/stores.ts';

const inside: Inside = { incarnation: 'a', epoch: 5, lastJournalId: 70 };
const file: FileFacts = { fileNumber: '900', changeTime: '1234' };
/** What an engine leaves that is killed, and what one leaves that ends in order. */
const cutOff: Beside = { ...inside, fileNumber: '900', changeTime: null };
const ended: Beside = { ...cutOff, changeTime: '1234' };

describe('judging a store by what lies beside it', () => {
  it.each<[string, Inside, Beside | null, FileFacts | null]>([
    ['same', inside, ended, file],
    ['same', inside, cutOff, file],
    ['same', inside, cutOff, { ...file, changeTime: '1235' }],
    ['same', { ...inside, epoch: 6, lastJournalId: 80 }, ended, file],
    ['copied', inside, null, file],
    ['copied', inside, ended, null],
    ['copied', inside, ended, { ...file, fileNumber: '901' }],
    ['restored', inside, { ...ended, incarnation: 'b' }, file],
    ['restored', { ...inside, epoch: 4 }, ended, file],
    ['restored', { ...inside, lastJournalId: 69 }, ended, file],
    ['restored', { ...inside, lastJournalId: 69 }, ended, { ...file, fileNumber: '901' }],
    ['restored', inside, ended, { ...file, changeTime: '1235' }],
  ])('is %s for %o beside %o in %o', (judged, found, mark, facts) => {
    expect(judgeIncarnation(found, mark, facts)).toBe(judged);
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

  it('is restored when a backup of the whole folder was copied back over it', async () => {
    const folder = await folderWith(3);
    cpSync(folder, `${folder}-backup`, { recursive: true, preserveTimestamps: true });
    const today = await openTestStore({ folder });
    write(today, 2);
    await today.close();
    // Each file is overwritten where it is, so the store keeps its number, and what lies beside it is of the backup.
    for (const name of readdirSync(`${folder}-backup`))
      copyFileSync(join(`${folder}-backup`, name), join(folder, name));
    expect((await reopen(folder)).found).toBe('restored');
  });

  it('is restored when a copy that was made while it was open was put in its place', async () => {
    const folder = await folderWith(3);
    const path = join(folder, 'fieldline.db');
    const open = await openTestStore({ folder });
    const files = [path, `${path}-wal`];
    for (const file of files) copyFileSync(file, `${file}.backup`);
    await open.close();
    for (const file of files) copyFileSync(`${file}.backup`, file);
    // Told by the epoch alone, as on a file system that keeps no time of change.
    const beside = JSON.parse(readFileSync(`${path}.incarnation`, 'utf8')) as Beside;
    writeFileSync(`${path}.incarnation`, JSON.stringify({ ...beside, changeTime: null }));
    expect((await reopen(folder)).found).toBe('restored');
  });

  it('must be matched from its last entry on, but not from an instant that has yet to come', async () => {
    const sinceOf = async (lastEntryAt: number): Promise<unknown> => {
      const folder = join(temporaryFolder(), 'campaign');
      const store = await openTestStore({ folder });
      const clock = settableClock({ startAt: lastEntryAt });
      const entry = { kind: 'people/signed-in', userId: 1, entityId: 1, payload: {} } as const;
      store.write((tx) => createJournal({ device: 0, clock }).record(tx, entry));
      await store.close();
      rmSync(join(folder, 'fieldline.db.incarnation'));
      const { store: copy } = await reopen(folder);
      return copy.look((reader) => reader.get('SELECT unmatched_since_at AS since FROM store'));
    };
    expect(await sinceOf(testStart - 60_000)).toEqual({ since: testStart - 60_000 });
    expect(await sinceOf(testStart + 86_400_000)).toEqual({ since: testStart });
  });

  it('is a copy when what lay beside it is gone', async () => {
    const folder = await folderWith(1);
    rmSync(join(folder, 'fieldline.db.incarnation'));
    expect((await reopen(folder)).found).toBe('copied');
  });
});
