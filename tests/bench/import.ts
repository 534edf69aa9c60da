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

const rows = 100_000;
const workerOf = (name: string): string => fileURLToPath(new URL(`../../main/${name}.ts`, import.meta.url));

/**
 * A list of 100,000 people, from the click to the list being ready to be texted: the worker started, the file read, every
 * row judged, contacts, their zones and the list written and flushed. Meanwhile a small write every few milliseconds
 * stands for somebody who presses Enter, and says how long an import keeps them waiting.
 */
export async function measureImport(count = rows): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const clock = systemClock();
  const log = silentLog();
  const readWorker = workerOf('read-worker');
  const opened = await openStore({ folder, newMode: 'practice', readWorker, clock, log, onSuperseded: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  try {
    const path = writeList(folder, 'people.csv', peopleCsv(count));
    const importing = openImporting(store);
    const waits = beginToWait(store);
    const startedMs = performance.now();
    importing.start(path);
    await importing.ready;
    const tookMs = performance.now() - startedMs;
    const samples = waits.stop();
    const members = store.look((reader) => reader.get<{ n: number }>('SELECT count(*) AS n FROM list_member'))?.n;
    if (members !== count) throw new Error(`${members} of ${count} people are in the list`);
    return {
      importMs: Math.round(tookMs),
      importRowsPerS: Math.round((count * 1_000) / tookMs),
      writeWhileImportingP50Ms: roundMs(percentile(samples, 0.5)),
      writeWhileImportingP99Ms: roundMs(percentile(samples, 0.99)),
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }

  function openImporting(store: Store) {
    let becomeReady = (): void => {};
    const ready = new Promise<void>((resolve) => {
      becomeReady = resolve;
    });
    const journal = createJournal({ device: store.device, clock });
    const jobs = createJobs({ store, journal, clock, log, announce: () => {} });
    const parts = {
      store,
      journal,
      clock,
      log,
      jobs,
      importWorker: workerOf('import-worker'),
      listFields: () => [],
      onOptedOut: () => {},
      // The list is there as soon as the room says that it has changed.
      announce: () => becomeReady(),
    };
    const handlers = contactsHandlers(createContacts(parts), parts);
    const start = (path: string): void => {
      const context = {
        actor: { sessionId: 1, userId: 1, role: 'admin' as const },
        session: null,
        bindSession: () => {},
        findFile: () => ok(path),
      };
      const input = { intentId: '', file: '', listName: 'People', columns: [...peopleColumns] };
      const started = store.write((tx) => handlers['contacts/start-import']({ ...context, tx }, input));
      if (!started.ok) throw new Error(started.error.code);
    };
    return { start, ready };
  }
}

/** A write of its own as soon as it is due, again and again: how late it was and how long it took. */
function beginToWait(store: Store) {
  const everyMs = 5;
  const samples: number[] = [];
  let dueMs = performance.now() + everyMs;
  const timer = setInterval(() => {
    store.write((tx) =>
      tx.run(`INSERT INTO phone_fact (phone, last_in_at) VALUES ('+12025550123', 1)
      ON CONFLICT (phone) DO UPDATE SET last_in_at = last_in_at + 1`),
    );
    samples.push(performance.now() - dueMs);
    dueMs = performance.now() + everyMs;
  }, everyMs);
  return {
    stop: (): readonly number[] => {
      clearInterval(timer);
      return samples;
    },
  };
}
