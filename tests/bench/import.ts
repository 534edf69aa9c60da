import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../main/store/index.ts';
import { peopleCsv, writeList } from '../support/lists.ts';
import { type Figures, percentile, ratioBeside, roundMs } from './figures.ts';
import { hasSqliteCommand, timeSqliteImport } from './reference/sqlite-import.ts';
import { withBenchStore } from './support/bench-store.ts';
import { openImporting } from './support/importing.ts';

const listRows = 100_000;
const rounds = 11;

/**
 * A list of 100,000 people, from the click to the list being ready to be texted: the worker started, the file read,
 * every row judged, contacts, their zones and the list written and flushed; beside it, in turns, SQLite's own reading of
 * the same file. Then once more while somebody presses Enter again and again, which says how long an import keeps them
 * waiting.
 */
export async function measureImport(rows = listRows): Promise<Figures> {
  const hasReference = hasSqliteCommand();
  if (!hasReference) console.log('  importRatio is left out: there is no sqlite3 command to compare with');
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  try {
    const list = writeList(folder, 'people.csv', peopleCsv(rows));
    const [imports, references]: [number[], number[]] = [[], []];
    const timeReference = async (): Promise<void> => {
      if (hasReference) references.push(await timeSqliteImport(list));
    };
    await timeReference();
    for (let round = 0; round < rounds; round += 1) {
      imports.push(await timeImport(list, rows));
      await timeReference();
    }
    const waitsMs: number[] = [];
    await timeImport(list, rows, (store) => beginToWrite(store, waitsMs));
    return {
      ...besideReference(imports, references),
      importRowsPerS: Math.round((rows * 1_000) / percentile(imports, 0.5)),
      writeDuringImportP50Ms: roundMs(percentile(waitsMs, 0.5)),
      writeDuringImportP99Ms: roundMs(percentile(waitsMs, 0.99)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }

  function besideReference(imports: readonly number[], references: readonly number[]): Figures {
    if (!hasReference) return {};
    return {
      importRatio: ratioBeside(imports, references),
      bareImportRowsPerS: Math.round((rows * 1_000) / percentile(references, 0.5)),
    };
  }
}

/** Imports the list into a store of its own, in milliseconds; `meanwhile` begins something that it gives an end of. */
function timeImport(list: string, rows: number, meanwhile: (store: Store) => () => void = () => () => {}) {
  return withBenchStore(async (bench) => {
    const { start, ready } = openImporting(bench);
    const end = meanwhile(bench.store);
    const startedMs = performance.now();
    start(list);
    await ready;
    const tookMs = performance.now() - startedMs;
    end();
    const count = 'SELECT count(*) AS n FROM list_member';
    const members = bench.store.look((reader) => reader.get<{ n: number }>(count))?.n;
    if (members !== rows) throw new Error(`${members} of ${rows} people are in the list`);
    return tookMs;
  });
}

/** A small write every few milliseconds; notes for each how long after it was due it was done. */
function beginToWrite(store: Store, waitsMs: number[]): () => void {
  const everyMs = 20;
  let dueMs = performance.now() + everyMs;
  const timer = setInterval(() => {
    store.write((tx) =>
      tx.run(`INSERT INTO phone_fact (phone, last_in_at) VALUES ('+12025550123', 1)
        ON CONFLICT (phone) DO UPDATE SET last_in_at = last_in_at + 1`),
    );
    waitsMs.push(performance.now() - dueMs);
    dueMs = performance.now() + everyMs;
  }, everyMs);
  return () => clearInterval(timer);
}
