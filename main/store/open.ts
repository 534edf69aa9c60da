import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { openDatabase } from './database.ts';
import { applicationId, applyMigrations, type Migration, planMigrations, readApplied } from './migrate.ts';

/** Why a file could not be opened; each leaves it as it was. */
export type OpenCode =
  | 'store/newer-version'
  | 'store/damaged'
  | 'store/not-a-store'
  | 'store/not-writable'
  | 'store/disk-full'
  | 'store/migration-changed';

/**
 * Opens the store's file for writing, brought up to the newest schema. Everything that could make us refuse the file
 * is looked at through a connection that cannot write, before the one that can is opened.
 * @throws what is neither the file's fault nor the folder's: that is a bug.
 */
export function openFile(
  path: string,
  migrations: readonly Migration[],
  nowMs: number,
  onStep?: () => void,
): Result<Database, AppError<OpenCode>> {
  try {
    const plan = existsSync(path) ? planFor(path, migrations) : ok(migrations);
    if (!plan.ok) return plan;
    // Whoever else uses this computer does not read a campaign; SQLite gives its side files the same rights.
    closeSync(openSync(path, 'a', 0o600));
    const database = openDatabase(path, { durability: 'full' });
    try {
      applyMigrations(database, path, plan.value, nowMs, onStep);
      return ok(database);
    } catch (thrown) {
      database.close();
      throw thrown;
    }
  } catch (thrown) {
    return err(refusalOf(thrown, dirname(path)));
  }
}

function planFor(path: string, migrations: readonly Migration[]): Result<readonly Migration[], AppError<OpenCode>> {
  const foreign = err(appError('store/not-a-store', { file: basename(path) }));
  if (!looksLikeSqlite(path)) return foreign;
  const database = openDatabase(path, { durability: 'full', readonly: true });
  try {
    const owner = database.pragma('application_id', { simple: true });
    const empty = database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
    if (owner !== applicationId && !(owner === 0 && empty)) return foreign;
    return planMigrations(migrations, readApplied(database));
  } finally {
    database.close();
  }
}

/** An empty file is a database without tables, as a crash right after its making leaves it. */
function looksLikeSqlite(path: string): boolean {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(16);
    const length = readSync(descriptor, head, 0, 16, 0);
    return length === 0 || head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(descriptor);
  }
}

/** Which of our codes a failure of SQLite or of the file system is; null for anything else. */
export function codeOf(thrown: unknown): 'store/damaged' | 'store/not-writable' | 'store/disk-full' | null {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return 'store/damaged';
  // SQLite's plain error for a head that no version of it wrote.
  if (code === 'SQLITE_ERROR' && String(thrown).includes('unsupported file format')) return 'store/damaged';
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY')) return 'store/not-writable';
  // The last is SQLite's word when there is no room for the index of its log.
  if (['SQLITE_FULL', 'ENOSPC', 'SQLITE_IOERR_SHMSIZE'].includes(code)) return 'store/disk-full';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(code) ? 'store/not-writable' : null;
}

/** The same with what its sentence needs. @throws what has no code of ours: that is a bug. */
export function refusalOf(thrown: unknown, folder: string): AppError<NonNullable<ReturnType<typeof codeOf>>> {
  const code = codeOf(thrown);
  if (code === null) throw thrown;
  if (code === 'store/not-writable') return appError(code, { folder: basename(folder) });
  return code === 'store/disk-full' ? appError(code, { freeMegabytes: 0 }) : appError(code);
}
