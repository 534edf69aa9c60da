import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, vi } from 'vitest';
import { type ContactsParts, contactsHandlers, createContacts } from '../../../main/contacts/index.ts';
import { createJobs, jobsHandlers } from '../../../main/jobs/index.ts';
import { createJournal } from '../../../main/journal/index.ts';
import { createFiles, createServer, type EngineHandlers } from '../../../main/serve/index.ts';
import type { ColumnTarget, ImportOutcome, ImportResult } from '../../../shared/contract/contacts.ts';
import type { Actor, Answer, CallName, EngineEvent, Given, Role } from '../../../shared/contract/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { peopleColumns, writeList } from '../../support/lists.ts';
import { openTestStore, storeOptions } from '../../support/stores.ts';

const importWorker = fileURLToPath(new URL('../../../main/import-worker.ts', import.meta.url));
const readWorker = fileURLToPath(new URL('./read-worker.ts', import.meta.url));

/** The room on a store, with jobs and a server, as the engine has them. */
export async function openContacts(
  changes: { readonly folder?: string; readonly parts?: Partial<ContactsParts> } = {},
) {
  const folder = changes.folder ?? temporaryFolder();
  const options = storeOptions({ folder, readWorker });
  const { clock, log } = options;
  const store = await openTestStore(options);
  const events: EngineEvent[] = [];
  const announce = (event: EngineEvent): void => void events.push(event);
  const journal = createJournal({ device: store.device, clock });
  const jobs = createJobs({ store, journal, clock, log, announce });
  const withdrawn: string[] = [];
  const parts: ContactsParts = {
    store,
    journal,
    clock,
    log,
    jobs,
    announce,
    importWorker,
    listFields: (reader) => reader.all('SELECT id AS fieldId, slug, title FROM field ORDER BY id'),
    onOptedOut: (_tx, phone) => void withdrawn.push(phone),
    ...changes.parts,
  };
  const contacts = createContacts(parts);
  const files = createFiles();
  const handlers = { ...contactsHandlers(contacts, parts), ...jobsHandlers(jobs, store) } as Partial<EngineHandlers>;
  const actorOf = (token: string): Actor => ({ sessionId: 1, userId: 7, role: token as Role });
  const server = createServer({
    handlers: handlers as EngineHandlers,
    store,
    actorOf,
    files,
    clock,
    log,
    checkOutputs: true,
  });
  // Before the store is closed: no work may outlive it.
  onTestFinished(() => jobs.stop());

  async function call<Name extends CallName>(
    name: Name,
    input: Given<Name>,
    role: Role = 'admin',
  ): Promise<Answer<Name>> {
    return (await server.answer({ session: role }, { id: 1, call: name, input })) as never;
  }

  /** Starts an import of the file; gives its job and list. */
  async function startImport(path: string, columns: readonly (ColumnTarget | null)[] = peopleColumns) {
    const started = await call('contacts/start-import', {
      intentId: randomUUID(),
      file: files.register(path),
      listName: 'Spring canvass',
      columns: [...columns],
    });
    if (!started.ok) throw new Error(started.error.code);
    return started.value;
  }

  async function ended(jobId: number): Promise<{ state: string; outcome: unknown }> {
    await vi.waitFor(() => expect(jobs.find(jobId)?.state).not.toBe('running'), { timeout: 60_000, interval: 5 });
    const row = jobs.find(jobId);
    return { state: row?.state ?? '', outcome: JSON.parse(row?.outcome ?? 'null') };
  }

  /** Imports the file to its end; throws when it is refused. */
  async function importFile(path: string, columns?: readonly (ColumnTarget | null)[]): Promise<ImportResult> {
    const outcome = await outcomeOf(path, columns);
    if (!('listId' in outcome)) throw new Error(outcome.error.code);
    return outcome;
  }

  async function outcomeOf(path: string, columns?: readonly (ColumnTarget | null)[]): Promise<ImportOutcome> {
    const { jobId } = await startImport(path, columns);
    const { state, outcome } = await ended(jobId);
    expect(state).toBe('done');
    return outcome as ImportOutcome;
  }

  const rowsOf = <Row>(sql: string, ...values: (string | number)[]): Row[] =>
    store.look((reader) => reader.all<Row>(sql, ...values));

  return {
    folder,
    store,
    clock,
    log,
    events,
    jobs,
    journal,
    contacts,
    files,
    withdrawn,
    call,
    startImport,
    importFile,
    outcomeOf,
    ended,
    rowsOf,
    write: (name: string, content: string | Uint8Array) => writeList(folder, name, content),
    count: (table: string): number => rowsOf<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n ?? 0,
    addField: (slug: string, title: string): number =>
      store.write((tx) => tx.run('INSERT INTO field (slug, title, created_at) VALUES (?, ?, 0)', slug, title).id),
  };
}
