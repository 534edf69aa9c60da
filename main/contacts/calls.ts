import { basename } from 'node:path';
import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Tx } from '../store/index.ts';
import { findContact } from './contact.ts';
import type { Contacts, ContactsParts } from './contacts.ts';
import { importInput, importJob } from './import/job.ts';
import { findHeader, findImport, insertImport, pageOfLeftOut, setBulkId } from './import-queries.ts';
import { leftOutInput, leftOutJob } from './left-out-export.ts';
import { findReadyList } from './lists.ts';
import { insertList, pageOfContacts } from './queries.ts';
import { listLists } from './questions.ts';

export function contactsHandlers(
  contacts: Contacts,
  {
    store,
    journal,
    clock,
    jobs,
    listFields,
  }: Pick<ContactsParts, 'store' | 'journal' | 'clock' | 'jobs' | 'listFields'>,
): Handlers<CallsOf<'contacts'>, Tx> {
  return {
    'contacts/preview-import': async ({ findFile }, { file }) => {
      const path = findFile(file);
      if (!path.ok) return path;
      // What reads files and phones is loaded for the first one: the engine opens sooner without.
      const { previewFile } = await import('./import/preview.ts');
      return previewFile(path.value, store.look(listFields));
    },

    'contacts/start-import': ({ tx, actor: { userId }, findFile }, { file, listName, columns }) => {
      const path = findFile(file);
      if (!path.ok) return path;
      const fileName = basename(path.value);
      if (!columns.includes('phone')) return err(appError('contacts/no-phone-column', { file: fileName }));
      const at = clock.nowMs();
      const listId = insertList(tx, { name: listName, userId, at });
      const importId = insertImport(tx, { listId, userId, fileName, at });
      const input = importInput.parse({ importId, path: path.value, columns });
      const jobId = jobs.start(tx, { kind: importJob, input, userId });
      setBulkId(tx, importId, jobId);
      const payload = { importId };
      journal.record(tx, { kind: 'contacts/import-started', userId, entityId: listId, payload, bulkId: jobId });
      return ok({ jobId, listId });
    },

    'contacts/list-lists': async (_context, { before, limit }) => {
      const { page, next } = cut(await store.read(listLists, { before, limit: limit + 1 }), limit, ({ id }) => id);
      const lists = page.map((row) => ({
        listId: row.id,
        name: row.name,
        contactCount: row.contact_count,
        createdAt: row.created_at,
      }));
      return ok({ lists, next });
    },

    'contacts/list-contacts': (_context, { listId, after, limit }) => {
      const list = store.look((reader) => findReadyList(reader, listId));
      if (list === undefined) return err(appError('contacts/unknown-list'));
      const rows = store.look((reader) => pageOfContacts(reader, listId, after, limit + 1));
      const { page, next } = cut(rows, limit, ({ id }) => id);
      const onPage = page.map((row) => ({
        contactId: row.id,
        phone: row.phone,
        firstName: row.first_name,
        lastName: row.last_name,
        optedOut: row.opted_out === 1,
      }));
      return ok({ contacts: onPage, next });
    },

    'contacts/list-left-out': (_context, { importId, after, limit }) => {
      const found = store.look((reader) => findImport(reader, importId));
      if (found?.state !== 'done') return err(appError('contacts/unknown-import'));
      const rows = store.look((reader) => pageOfLeftOut(reader, importId, after, limit + 1));
      const { page, next } = cut(rows, limit, ({ line }) => line);
      const onPage = page.map(({ cells, ...row }) => ({ ...row, cells: JSON.parse(cells) as string[] }));
      const header = JSON.parse(store.look((reader) => findHeader(reader, importId)) ?? '[]') as string[];
      return ok({ header, rows: onPage, next });
    },

    'contacts/export-left-out': ({ tx, actor: { userId }, findFile }, { importId, file }) => {
      const path = findFile(file);
      if (!path.ok) return path;
      if (findImport(tx, importId)?.state !== 'done') return err(appError('contacts/unknown-import'));
      const input = leftOutInput.parse({ importId, path: path.value });
      return ok({ jobId: jobs.start(tx, { kind: leftOutJob, input, userId }) });
    },

    'contacts/opt-out': ({ tx, actor: { userId } }, { contactId }) => {
      const contact = findContact(tx, contactId);
      if (contact === undefined) return err(appError('contacts/unknown-contact'));
      const isNew = contacts.optOut(tx, { phone: contact.phone, source: 'texter', userId, at: clock.nowMs() });
      return ok({ alreadyOptedOut: !isNew });
    },
  };
}

/** Cuts a page from its rows, of which one more than the page was read: that one tells whether another page follows. */
function cut<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => number) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? keyOf(last) : null };
}
