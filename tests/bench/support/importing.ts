import { contactsHandlers, createContacts } from '../../../main/contacts/index.ts';
import { createJobs } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { ok } from '../../../shared/result.ts';
import { peopleColumns } from '../../support/lists.ts';
import { type BenchStore, workerOf } from './bench-store.ts';

export interface Importing {
  /** Begins to read a list with `peopleHeader`, by the handler that a window's call ends in. */
  start(path: string): void;
  /** Resolves when the list can be texted. */
  readonly ready: Promise<void>;
}

/** The room of contacts alone on a store, for one import. */
export function openImporting({ store, clock, log }: BenchStore): Importing {
  let becomeReady = (): void => {};
  let fail = (_reason: Error): void => {};
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve;
    fail = reject;
  });
  const journal = createJournal({ device: store.device, clock });
  const jobs = createJobs({
    store,
    journal,
    clock,
    log,
    announce: (event) => {
      if (event.event !== 'job' || event.state !== 'failed') return;
      fail(new Error(`the import failed: ${jobs.find(event.jobId)?.outcome}`));
    },
  });
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
  return {
    ready,
    start: (path) => {
      const actor = { sessionId: 1, userId: 1, role: 'admin' } as const;
      const context = { actor, session: null, bindSession: () => {}, findFile: () => ok(path) };
      const input = { intentId: '', file: '', listName: 'People', columns: [...peopleColumns] };
      const started = store.write((tx) => handlers['contacts/start-import']({ ...context, tx }, input));
      if (!started.ok) throw new Error(started.error.code);
    },
  };
}
