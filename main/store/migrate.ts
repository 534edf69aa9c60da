import { createHash } from 'node:crypto';
import { constants, copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { flushFile } from './flush.ts';

export interface Migration {
  /** The file's name without its ending: four digits in steps of ten and a phrase. */
  readonly name: string;
  readonly number: number;
  readonly sql: string;
  /** SHA-256 of the text with plain line ends, so that a checkout on Windows has the same one. */
  readonly hash: string;
}

interface AppliedRow {
  readonly name: string;
  readonly hash: string;
}

/** Marks the file as ours ("FLDN"), so that another program's database is never migrated by mistake. */
export const applicationId = 0x464c444e;

/** The migrations lie beside this file, in the source tree as in the build. */
const defaultFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/** All migrations in the order in which they are applied. */
export function readMigrations(folder: string = defaultFolder): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const name = file.slice(0, -'.sql'.length);
      return { name, number: Number(name.slice(0, 4)), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Decides what a file still needs. A file that has a migration we do not know was written by a newer program; one
 * whose migration differs from ours was written by a program that was changed after it was shipped. Both are left alone.
 */
export function planMigrations(
  known: readonly Migration[],
  applied: readonly AppliedRow[],
): Result<readonly Migration[], AppError<'store/newer-version' | 'store/migration-changed'>> {
  const knownLast = known.at(-1)?.name ?? '';
  for (const [position, row] of applied.entries()) {
    const ours = known[position];
    if (ours === undefined)
      return err(appError('store/newer-version', { found: applied.at(-1)?.name ?? '', known: knownLast }));
    if (ours.name !== row.name || ours.hash !== row.hash)
      return err(appError('store/migration-changed', { name: row.name }));
  }
  return ok(known.slice(applied.length));
}

/** What has been applied to a file of ours; nothing for a new one. */
export function readApplied(database: Database): readonly AppliedRow[] {
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get();
  return exists === undefined
    ? []
    : (database.prepare('SELECT name, hash FROM migration ORDER BY name').all() as AppliedRow[]);
}

/**
 * Applies migrations, each in one transaction of its own together with its row, so that a crash leaves the file at
 * one step or the next. A file that holds something is copied first, beside itself; the copy of the step before is
 * then no longer needed. `onStep` is called after each piece of work that may take long.
 */
export function applyMigrations(
  database: Database,
  path: string,
  pending: readonly Migration[],
  nowMs: number,
  onStep: () => void = () => {},
): void {
  const first = pending[0];
  if (first === undefined) return;
  const applied = readApplied(database);
  if (applied.length > 0) copyBefore(database, path, first);
  onStep();
  database.pragma(`application_id = ${applicationId}`);
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  );
  for (const migration of pending) {
    database
      .transaction(() => {
        database.exec(migration.sql);
        const broken = database.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0)
          throw new Error(`${migration.name} leaves ${broken.length} rows without what they refer to`);
        database.prepare('INSERT INTO migration VALUES (?, ?, ?)').run(migration.name, migration.hash, nowMs);
        database.pragma(`user_version = ${migration.number}`);
      })
      .exclusive();
    onStep();
  }
}

function copyBefore(database: Database, path: string, first: Migration): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  const copy = `${path}.before-${first.name}`;
  try {
    copyFileSync(path, copy, constants.COPYFILE_FICLONE);
    flushFile(copy);
  } catch (thrown) {
    // Half a copy is no copy, and on a full disk it holds the room that everything else needs.
    rmSync(copy, { force: true });
    throw thrown;
  }
  const prefix = `${path}.before-`;
  for (const file of readdirSync(dirname(path))) {
    const older = join(dirname(path), file);
    if (older.startsWith(prefix) && older !== copy) rmSync(older);
  }
}
