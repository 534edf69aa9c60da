import Database from 'better-sqlite3';

export type { Database } from 'better-sqlite3';

export interface OpenOptions {
  /** `full` survives power loss and is what the campaign's store always uses; `normal` is for files that may lose their tail. */
  readonly durability: 'full' | 'normal';
  readonly readonly?: boolean;
  /** How long a statement waits for another connection's lock, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/**
 * The one place where a SQLite file is opened. Sets what every connection of ours relies on and reads it back,
 * because a pragma that SQLite does not know is silently ignored.
 * @throws the driver's SqliteError when the file cannot be opened or is no database; Error when a pragma did not hold.
 */
export function openDatabase(path: string, options: OpenOptions): Database.Database {
  const database = new Database(path, {
    readonly: options.readonly ?? false,
    timeout: options.busyTimeoutMs ?? 5_000,
    ...compatBinding(),
  });
  try {
    if (!options.readonly) {
      const mode = database.pragma('journal_mode = wal', { simple: true });
      if (mode !== 'wal' && mode !== 'memory') throw new Error(`journal_mode is ${String(mode)}, not wal`);
    }
    setDurability(database, options.durability);
    hold(database, 'foreign_keys', 1);
    hold(database, 'trusted_schema', 0);
    // Without it, a row that REPLACE takes away passes by the triggers that say a row stays.
    hold(database, 'recursive_triggers', 1);
    // In KiB when negative: 32 MB keep the inner pages of every index of a large campaign in memory.
    hold(database, 'cache_size', -32_000);
    if (process.platform === 'darwin' && options.durability === 'full') {
      // macOS answers fsync before the disk has it; only F_FULLFSYNC survives a power cut there.
      hold(database, 'fullfsync', 1);
      hold(database, 'checkpoint_fullfsync', 1);
    }
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Says whether a commit waits for the disk. Not within a transaction. */
export function setDurability(database: Database.Database, durability: OpenOptions['durability']): void {
  hold(database, 'synchronous', durability === 'full' ? 2 : 1);
}

function hold(database: Database.Database, pragma: string, value: number): void {
  database.pragma(`${pragma} = ${value}`);
  const found = database.pragma(pragma, { simple: true });
  if (found !== value) throw new Error(`${pragma} is ${String(found)}, not ${value}`);
}

/**
 * The driver's own binary needs Node-API 10. A test host with an older one names a binary built for it; every other
 * host ignores the variable, so that it cannot make the application load foreign code.
 */
export function compatBinding(): { nativeBinding?: string } {
  const path = process.env['FIELDLINE_SQLITE_BINDING'];
  return path !== undefined && Number(process.versions.napi) < 10 ? { nativeBinding: path } : {};
}
