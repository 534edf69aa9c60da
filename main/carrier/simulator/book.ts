/**
 * The simulator's one SQLite file. What is committed here has happened: it is still there after the process was
 * killed. One process at a time holds the file, so ids can be counted in memory.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Database, openDatabase } from '../../store/index.ts';

export interface Book {
  readonly database: Database;
  /** The value that was written under the key, or undefined. */
  readMeta(key: string): unknown;
  writeMeta(key: string, value: unknown): void;
  /** All or nothing. A throw inside rolls back and goes on up. */
  inTransaction<Value>(work: () => Value): Value;
  close(): void;
}

/**
 * Counts the shapes that `schema.sql` has had. A book of another shape is refused. That of a practice campaign cannot be
 * begun anew, since a new one would know none of the texts of the store beside it: whoever changes the shape migrates it.
 */
const schemaVersion = 1;

/**
 * @throws SqliteError when the file is no database, cannot be opened, or is held by another simulator.
 * @throws Error when the book was written by a version with another schema, or the file holds something else.
 */
export function openBook(path: string): Book {
  // Power loss is not part of the promise, a kill is: the operating system keeps what was handed to it.
  const database = openDatabase(path, { durability: 'normal', busyTimeoutMs: 2_000 });
  database.pragma('locking_mode = exclusive');
  const found = database.pragma('user_version', { simple: true });
  if (found !== 0 && found !== schemaVersion) {
    database.close();
    throw new Error('the book was written by another version of the simulator');
  }
  if (found === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) {
    database.close();
    throw new Error('the file is a database, but not the book of a simulator');
  }
  database.pragma(`user_version = ${schemaVersion}`);
  database.exec(readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'));
  const read = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const write = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  return {
    database,
    readMeta: (key) => {
      const row = read.get(key);
      return row === undefined ? undefined : JSON.parse(row.value);
    },
    writeMeta: (key, value) => void write.run(key, JSON.stringify(value)),
    inTransaction: (work) => (database.inTransaction ? work() : database.transaction(work).immediate()),
    close: () => void database.close(),
  };
}

/** 34 characters: the two letters of the kind and 32 hex digits, the same for the same row of the same account. */
export function sidOf(prefix: string, accountSid: string, id: number): string {
  return prefix + createHash('md5').update(`${accountSid}|${prefix}|${id}`).digest('hex');
}

/** Gives the ids that follow the highest one in the table. */
export function idCounter(database: Database, table: 'message' | 'number' | 'service'): () => number {
  const highest = database.prepare<[], { id: number | null }>(`SELECT max(id) AS id FROM ${table}`).get();
  let last = highest?.id ?? 0;
  return () => {
    last += 1;
    return last;
  };
}
