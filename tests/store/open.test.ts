import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settableClock, systemClock } from '../../main/clock/index.ts';
import { openDatabase, openStore, type Store } from '../../main/store/index.ts';
import { applyMigrations, readMigrations } from '../../main/store/migrate.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore, storeOptions, testStart } from '../support/stores.ts';

/** Tries to open the folder's store, and gives the refusal with its English sentence. */
async function refusalOf(folder: string) {
  const opened = await openStore(storeOptions({ folder, clock: systemClock() }));
  if (opened.ok) throw new Error('opened');
  return { ...opened.error, sentence: sentenceOf(opened.error, 'en') };
}

async function closedStore(change: (store: Store) => void = () => {}): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  const store = await openTestStore({ folder });
  change(store);
  await store.close();
  return { folder, path: join(folder, 'fieldline.db') };
}

describe('a store that cannot be opened', () => {
  it('from a newer version is left as it was', async () => {
    const { folder, path } = await closedStore((store) =>
      store.write((tx) => tx.run(`INSERT INTO migration VALUES ('9990_from_the_future', 'hash', 0)`)),
    );
    const before = readFileSync(path);
    const refusal = await refusalOf(folder);
    expect(refusal).toMatchObject({
      code: 'store/newer-version',
      kind: 'setup',
      params: { found: '9990_from_the_future' },
    });
    expect(refusal.sentence).toContain('Update Fieldline; the campaign was not touched.');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('whose schema was changed under us is left as it was', async () => {
    const { folder, path } = await closedStore((store) =>
      store.write((tx) => tx.run(`UPDATE migration SET hash = 'another' WHERE name = '0010_store'`)),
    );
    const before = readFileSync(path);
    expect(await refusalOf(folder)).toMatchObject({ code: 'store/migration-changed', kind: 'bug' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('that is no database is left as it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'fieldline.db');
    writeFileSync(path, 'Dear diary, today I texted nobody.');
    const refusal = await refusalOf(folder);
    expect(refusal).toMatchObject({ code: 'store/not-a-store', kind: 'setup', params: { file: 'fieldline.db' } });
    expect(readFileSync(path, 'utf8')).toContain('Dear diary');
  });

  it('that belongs to another program is left as it was', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'fieldline.db');
    const foreign = openDatabase(path, { durability: 'full' });
    foreign.exec('CREATE TABLE recipe (name TEXT)');
    foreign.close();
    expect(await refusalOf(folder)).toMatchObject({ code: 'store/not-a-store' });
  });

  it.each([
    ['cut off', (path: string) => truncateSync(path, 9_000)],
    ['overwritten in its first page', (path: string) => overwrite(path, 40, 60)],
    ['overwritten in its schema', (path: string) => overwrite(path, 100, 3_000)],
  ])('that was %s is damaged, and is left as it is', async (_how, damage) => {
    const { folder, path } = await closedStore();
    damage(path);
    const before = readFileSync(path);
    const refusal = await refusalOf(folder);
    expect(refusal).toMatchObject({ code: 'store/damaged', kind: 'setup' });
    expect(refusal.sentence).toContain('Restore a backup');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('in a folder that is a file is told as not writable', async () => {
    const folder = join(temporaryFolder(), 'campaign');
    writeFileSync(folder, '');
    const refusal = await refusalOf(folder);
    expect(refusal).toMatchObject({ code: 'store/not-writable', kind: 'setup', params: { folder: 'campaign' } });
  });

  it('in a folder where the lock cannot be made is told as not writable', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'fieldline.db.lock'));
    expect(await refusalOf(folder)).toMatchObject({ code: 'store/not-writable', params: { folder: basename(folder) } });
  });

  it('because what lies beside it cannot be written leaves nothing open behind it', async () => {
    const folder = temporaryFolder();
    const clock = settableClock({ startAt: testStart });
    // The new mark is written under this name first.
    mkdirSync(join(folder, 'fieldline.db.incarnation.new'));
    expect(await openStore(storeOptions({ folder, clock }))).toMatchObject({ error: { code: 'store/not-writable' } });
    expect(clock.pendingTimers()).toBe(0);
    // A connection that is still open keeps the log's file.
    expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  it('in a folder that another program keeps in step is refused before anything is made', async () => {
    const folder = join(temporaryFolder(), 'Dropbox', 'campaign');
    mkdirSync(folder, { recursive: true });
    const refusal = await refusalOf(folder);
    expect(refusal).toMatchObject({ code: 'store/sync-folder', kind: 'setup' });
    expect(refusal.sentence).toContain('Dropbox');
  });

  it('because another engine has it open is told so', async () => {
    const folder = temporaryFolder();
    await openTestStore({ folder, clock: systemClock() });
    expect(await refusalOf(folder)).toMatchObject({ code: 'store/in-use', kind: 'setup' });
  });
});

describe('a store whose making was cut off', () => {
  it('is made again from an empty file', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'fieldline.db'), '');
    expect((await openTestStore({ folder })).status().schema).toMatch(/^\d{4}_/);
  });

  it('goes on from the migration that was applied last', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'fieldline.db');
    const migrations = readMigrations();
    const database = openDatabase(path, { durability: 'full' });
    applyMigrations(database, path, migrations.slice(0, -1), 0);
    database.close();
    const store = await openTestStore({ folder });
    expect(store.status().schema).toBe(migrations.at(-1)?.name);
  });
});

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(path, bytes);
}
