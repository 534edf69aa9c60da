import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../main/clock/index.ts';
import { contactsHandlers, createContacts } from '../../main/contacts/index.ts';
import { createJobs } from '../../main/jobs/index.ts';
import { createJournal } from '../../main/journal/index.ts';
import { silentLog } from '../../main/log/index.ts';
import { openStore, type Store } from '../../main/store/index.ts';
import { ok } from '../../shared/result.ts';
import { peopleColumns, peopleCsv, writeList } from '../support/lists.ts';
import { type Figures, percentile, roundMs } from './figures.ts';

const listRows = 100_000;
const entryOf = (name: string): string => fileURLToPath(new URL(`../../main/${name}.ts`, import.meta.url));

/**
 * A list of 100,000 people, from the click to the list being ready to be texted: the worker started, the file read,
 * every row judged, contacts, their zones and the list written and flushed. It is done twice: once alone, and once while
 * somebody presses Enter every few milliseconds, which says how long an import keeps them waiting.
 */
export async function measureImport(rows = listRows): Promise<Figures> {
  const alone = await importOnce(rows, false);
  const disturbed = await importOnce(rows, true);
  return {
    importMs: Math.round(alone.tookMs),
    importRowsPerS: Math.round((rows * 1_000) / alone.tookMs),
    writeDuringImportP50Ms: roundMs(percentile(disturbed.waitsMs, 0.5)),
    writeDuringImportP99Ms: roundMs(percentile(disturbed.waitsMs, 0.99)),
  };
}

async function importOnce(rows: number, withWrites: boolean): Promise<{ tookMs: number; waitsMs: readonly number[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const options = { folder, newMode: 'practice', readWorker: entryOf('read-worker') } as const;
  const opened = await openStore({ ...options, clock: systemClock(), log: silentLog(), onSuperseded: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  try {
    const path = writeList(folder, 'people.csv', peopleCsv(rows));
    const { start, ready } = openImporting(store);
    const stopWriting = withWrites ? beginToWrite(store) : () => [];
    const startedMs = performance.now();
    start(path);
    await ready;
    const tookMs = performance.now() - startedMs;
    const waitsMs = stopWriting();
    const members = store.look((reader) => reader.get<{ n: number }>('SELECT count(*) AS n FROM list_member'))?.n;
    if (members !== rows) throw new Error(`${members} of ${rows} people are in the list`);
    return { tookMs, waitsMs };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** The room alone, with the handler that a window's call ends in. */
function openImporting(store: Store): { start: (path: string) => void; ready: Promise<void> } {
  let becomeReady = (): void => {};
  let fail = (_reason: Error): void => {};
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve;
    fail = reject;
  });
  const clock = systemClock();
  const log = silentLog();
  const journal = createJournal({ device: store.device, clock });
  const jobs = createJobs({
    store,
    journal,
    clock,
    log,
    announce: (event) => {
      if (event.event === 'job' && event.state === 'failed')
        fail(new Error(`the import failed: ${jobs.find(event.jobId)?.outcome}`));
    },
  });
  const parts = {
    store,
    journal,
    clock,
    log,
    jobs,
    importWorker: entryOf('import-worker'),
    listFields: () => [],
    onOptedOut: () => {},
    // The list is there as soon as the room says that it has changed.
    announce: () => becomeReady(),
  };
  const handlers = contactsHandlers(createContacts(parts), parts);
  const start = (path: string): void => {
    const actor = { sessionId: 1, userId: 1, role: 'admin' } as const;
    const context = { actor, session: null, bindSession: () => {}, findFile: () => ok(path) };
    const input = { intentId: '', file: '', listName: 'People', columns: [...peopleColumns] };
    const started = store.write((tx) => handlers['contacts/start-import']({ ...context, tx }, input));
    if (!started.ok) throw new Error(started.error.code);
  };
  return { start, ready };
}

/** A small write every few milliseconds. Its end gives, for each, how long after it was due it was done. */
function beginToWrite(store: Store): () => readonly number[] {
  const everyMs = 20;
  const waitsMs: number[] = [];
  let dueMs = performance.now() + everyMs;
  const timer = setInterval(() => {
    store.write((tx) =>
      tx.run(`INSERT INTO phone_fact (phone, last_in_at) VALUES ('+12025550123', 1)
        ON CONFLICT (phone) DO UPDATE SET last_in_at = last_in_at + 1`),
    );
    waitsMs.push(performance.now() - dueMs);
    dueMs = performance.now() + everyMs;
  }, everyMs);
  return () => {
    clearInterval(timer);
    return waitsMs;
  };
}
