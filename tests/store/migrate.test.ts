import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../main/log/index.ts';
import { openDatabase } from '../../main/store/index.ts';
import {
  applyMigrations,
  type Migration,
  planMigrations,
  readApplied,
  readMigrations,
} from '../../main/store/migrate.ts';
import { openFile } from '../../main/store/open.ts';
import { createStatements } from '../../main/store/statements.ts';
import { schemaOf } from '../../scripts/schema.ts';
import { temporaryFolder } from '../support/folders.ts';
import { openTestStore } from '../support/stores.ts';

const fixtures = new URL('../fixtures/stores/', import.meta.url);
const migrations = readMigrations();
const step = (number: number, sql: string): Migration => ({ name: `00${number}_test`, number, sql, hash: sql });
const rowOf = ({ name, hash }: Migration) => ({ name, hash });

describe('planning migrations', () => {
  const [first, second] = [
    step(10, 'CREATE TABLE a (x INTEGER) STRICT'),
    step(20, 'CREATE TABLE b (x INTEGER) STRICT'),
  ];

  it('gives a new file all of them', () => {
    expect(planMigrations([first, second], [])).toEqual({ ok: true, value: [first, second] });
  });

  it('gives an older file the ones it lacks', () => {
    expect(planMigrations([first, second], [rowOf(first)])).toEqual({ ok: true, value: [second] });
  });

  it('refuses a file with a migration from the future', () => {
    const planned = planMigrations([first], [rowOf(first), rowOf(second)]);
    expect(planned).toMatchObject({
      error: { code: 'store/newer-version', params: { found: '0020_test', known: '0010_test' } },
    });
  });

  it('refuses a file whose migration is not the one we know', () => {
    const planned = planMigrations([first, second], [{ name: first.name, hash: 'another' }]);
    expect(planned).toMatchObject({ error: { code: 'store/migration-changed', params: { name: '0010_test' } } });
  });
});

describe('the migrations', () => {
  it('are numbered upwards in steps of ten', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_migration, index) => (index + 1) * 10));
  });

  it('make the committed schema', () => {
    const committed = readFileSync(new URL('../../main/store/schema.sql', import.meta.url), 'utf8');
    expect(schemaOf(migrations)).toBe(committed);
  });

  it('make only strict tables', () => {
    const database = openDatabase(':memory:', { durability: 'full' });
    applyMigrations(database, ':memory:', migrations, 0);
    const loose = database
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
      .all();
    expect(loose).toEqual([]);
    database.close();
  });
});

describe('applying migrations', () => {
  it('leaves a file at the step before the one that fails', () => {
    const path = join(temporaryFolder(), 'fieldline.db');
    const good = step(10, 'CREATE TABLE a (x INTEGER) STRICT');
    const bad = step(20, 'CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (x INTEGER) STRICT');
    expect(() => openFile(path, [good, bad], 0)).toThrow('already exists');
    const database = openDatabase(path, { durability: 'full' });
    expect(readApplied(database)).toEqual([rowOf(good)]);
    expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'b'`).get()).toBeUndefined();
    database.close();
  });

  it('copies a file that holds something before it changes it, and keeps one such copy', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'fieldline.db');
    const steps = [
      step(10, 'CREATE TABLE a (x INTEGER) STRICT'),
      step(20, 'CREATE TABLE b (x INTEGER) STRICT'),
      step(30, 'DROP TABLE a'),
    ];
    const open = (count: number): void => {
      const opened = openFile(path, steps.slice(0, count), 0);
      if (!opened.ok) throw new Error(opened.error.code);
      opened.value.exec(`INSERT INTO ${count < 3 ? 'a' : 'b'} VALUES (${count})`);
      opened.value.close();
    };
    open(1);
    expect(readdirSync(folder)).toEqual(['fieldline.db']);
    open(2);
    open(3);
    expect(readdirSync(folder)).toEqual(['fieldline.db', 'fieldline.db.before-0030_test']);
    const copy = openDatabase(join(folder, 'fieldline.db.before-0030_test'), { durability: 'full', readonly: true });
    expect(copy.prepare('SELECT x FROM a').pluck().all()).toEqual([1, 2]);
    copy.close();
  });

  it('says after each step that it goes on, as a waiting engine ends one that shows no life', () => {
    const path = join(temporaryFolder(), 'fieldline.db');
    const onStep = vi.fn();
    const steps = [step(10, 'CREATE TABLE a (x INTEGER) STRICT'), step(20, 'CREATE TABLE b (x INTEGER) STRICT')];
    const opened = openFile(path, steps, 0, onStep);
    if (opened.ok) opened.value.close();
    expect(onStep).toHaveBeenCalledTimes(3);
  });

  it('refuses a step that leaves rows pointing at nothing', () => {
    const path = join(temporaryFolder(), 'fieldline.db');
    const sql =
      'CREATE TABLE a (id INTEGER PRIMARY KEY, up INTEGER REFERENCES a (id) DEFERRABLE INITIALLY DEFERRED) STRICT';
    const first = step(10, sql);
    const second = step(20, 'PRAGMA defer_foreign_keys = 1; INSERT INTO a VALUES (1, 7)');
    expect(() => openFile(path, [first, second], 0)).toThrow();
    const database = openDatabase(path, { durability: 'full' });
    expect(readApplied(database)).toEqual([rowOf(first)]);
    database.close();
  });
});

describe('stores of every schema that has landed', () => {
  const names = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => name.endsWith('.db')) : [];

  it('include one of the present schema', () => {
    expect(names).toContain(`${migrations.at(-1)?.name}.db`);
  });

  it.each(names)('%s opens, comes up to date and keeps what it held', async (name) => {
    const folder = mkdtempSync(join(temporaryFolder(), 'store-'));
    copyFileSync(new URL(name, fixtures), join(folder, 'fieldline.db'));
    const store = await openTestStore({ folder });
    expect(store.status().schema).toBe(migrations.at(-1)?.name);
    const kept = store.look((reader) => ({
      campaign: reader.get('SELECT name FROM campaign'),
      people: reader.all('SELECT first_name, role FROM user ORDER BY id'),
      running: reader.all(`SELECT kind FROM job WHERE state = 'running'`),
    }));
    expect(kept).toEqual({
      campaign: { name: 'Riverside Tenants' },
      people: [{ first_name: 'Ana', role: 'owner' }],
      running: [{ kind: 'store/check-integrity' }],
    });
    // A fixture is a copy of a store that texted elsewhere, so nothing may leave it before its messages are matched.
    expect(store.incarnation()).toBe('copied');
  });
});

describe('statements', () => {
  it('are prepared once and run with values by place or by name', () => {
    const database = openDatabase(':memory:', { durability: 'full' });
    const statements = createStatements(database, silentLog());
    statements.run('CREATE TABLE a (x INTEGER, y TEXT) STRICT');
    expect(statements.run('INSERT INTO a VALUES (?, ?)', 1, 'one')).toEqual({ changes: 1, id: 1 });
    expect(statements.run('INSERT INTO a VALUES (:x, :y)', { x: 2, y: 'two' })).toEqual({ changes: 1, id: 2 });
    expect(statements.all('SELECT y FROM a WHERE x > ? ORDER BY x', 0)).toEqual([{ y: 'one' }, { y: 'two' }]);
    database.close();
  });
});
