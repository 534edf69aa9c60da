import type { Database, Statement } from 'better-sqlite3';
import type { Log } from '../log/index.ts';

export type Value = string | number | bigint | null | Uint8Array;
/** Values for `?` in order, then one object for `:names`; either may be left out. */
export type Values = readonly Value[] | readonly [...Value[], Readonly<Record<string, Value>>];

/** Reads with SQL. Row types are stated by the caller, whose query they belong to. */
export interface Reader {
  get<Row>(sql: string, ...values: Values): Row | undefined;
  all<Row>(sql: string, ...values: Values): Row[];
}

/**
 * A write transaction. Whatever takes a `Tx` changes the store; whatever takes a `Reader` cannot. It ends when its work
 * returns: whoever keeps it and uses it later is stopped, because nothing would be rolled back any more.
 */
export interface Tx extends Reader {
  /** Gives the number of changed rows and the rowid of the last insert. */
  run(sql: string, ...values: Values): { readonly changes: number; readonly id: number };
  /** Runs once the transaction is committed, in order; never when it is rolled back. */
  afterCommit(task: () => void): void;
}

/** A statement that takes longer than this on the engine's thread makes somebody's Enter wait. */
const slowStatementMs = 10;

export type Statements = Omit<Tx, 'afterCommit'>;

/** Prepares each statement once per connection and reports the slow ones by their text, never by their values. */
export function createStatements(database: Database, log: Log): Statements {
  const prepared = new Map<string, Statement<unknown[]>>();

  function timed<Outcome>(sql: string, work: (statement: Statement<unknown[]>) => Outcome): Outcome {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = database.prepare<unknown[]>(sql);
      prepared.set(sql, statement);
    }
    const startedMs = performance.now();
    const outcome = work(statement);
    const tookMs = performance.now() - startedMs;
    if (tookMs > slowStatementMs)
      log.warn('slow-statement', { sql: sql.replace(/\s+/g, ' ').trim(), tookMs: Math.round(tookMs) });
    return outcome;
  }

  return {
    get: <Row>(sql: string, ...values: Values) =>
      timed(sql, (statement) => statement.get(...values) as Row | undefined),
    all: <Row>(sql: string, ...values: Values) => timed(sql, (statement) => statement.all(...values) as Row[]),
    run: (sql, ...values) =>
      timed(sql, (statement) => {
        const { changes, lastInsertRowid } = statement.run(...values);
        return { changes, id: Number(lastInsertRowid) };
      }),
  };
}
