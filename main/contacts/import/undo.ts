import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store, Tx } from '../../store/index.ts';
import {
  deleteHeader,
  deleteSomeContacts,
  deleteSomeLeftOut,
  deleteSomeMembers,
  findHeader,
  type ImportRow,
  pageOfReplaced,
  setValue,
  updateContact,
} from '../import-queries.ts';
import type { Before } from './merge-row.ts';

/** Rows that one transaction takes back. */
const rowsPerStep = 200;

/**
 * Takes back what an import that has not ended has done, in short transactions with turns for others between them. It
 * may be cut off anywhere and begun again: what was taken back already is taken back to the same values.
 */
export async function undoImport(store: Store, row: ImportRow): Promise<void> {
  // The header is the first thing that an import writes and the last that is taken back: without it there is nothing.
  if (store.look((reader) => findHeader(reader, row.id)) === undefined) return;
  await repeat(store, (tx) => deleteSomeMembers(tx, row.list_id, rowsPerStep));
  let afterContactId = 0;
  await repeat(store, (tx) => {
    const page = pageOfReplaced(tx, row.bulk_id, afterContactId, rowsPerStep);
    for (const { entity_id, before } of page) restore(tx, entity_id, JSON.parse(before) as Before);
    afterContactId = page.at(-1)?.entity_id ?? afterContactId;
    return page.length;
  });
  await repeat(store, (tx) => deleteSomeContacts(tx, row.id, row.after_contact_id, rowsPerStep));
  await repeat(store, (tx) => deleteSomeLeftOut(tx, row.id, rowsPerStep));
  store.write((tx) => deleteHeader(tx, row.id));
}

function restore(tx: Tx, contactId: number, { values, ...contact }: Before): void {
  updateContact(tx, contactId, contact);
  for (const [fieldId, value] of Object.entries(values)) setValue(tx, contactId, Number(fieldId), value);
}

/** A step gives how many rows it has worked on; none ends it. */
async function repeat(store: Store, step: (tx: Tx) => number): Promise<void> {
  while (store.write(step) > 0) await nextTurn();
}
