/**
 * Writes what the worker has judged. Contacts that the store does not have are added many at a time, which costs a
 * third of adding them one by one; those that it has are merged one by one. A transaction leaves the rest of a chunk to
 * the next one when its time is up, so that texts go out between them, whatever the machine.
 */
import type { Tx } from '../../store/index.ts';
import { addCounts, insertLeftOut, insertMembers } from '../import-queries.ts';
import { type ContactRow, contactColumns } from '../queries.ts';
import { rowsOf } from './chunk-rows.ts';
import { mergeRow } from './merge-row.ts';
import type { RowChunk } from './messages.ts';
import type { ZoneSets } from './zone-sets.ts';

export interface ImportTarget {
  readonly importId: number;
  readonly listId: number;
  /** The import's job, which names what it replaces. */
  readonly bulkId: number;
  /** The custom fields that the file fills. */
  readonly fieldIds: readonly number[];
}

export interface RowWriter {
  /** Writes as much of the chunk as one transaction has time for; true when all of it is written. */
  write(tx: Tx): boolean;
}

/** Rows in one INSERT. More do not make it faster. */
const rowsPerInsert = 20;
/** How long one transaction writes, in milliseconds; what it was at then and its commit come on top. */
const writeForMs = 8;

const insertOne = insertContacts(1);
const insertMany = insertContacts(rowsPerInsert);
const insertOneValue = insertValues(1);
const insertManyValues = insertValues(rowsPerInsert);
const findKnown = `SELECT ${contactColumns} FROM contact WHERE id < ? AND phone IN (${times(rowsPerInsert, '?')})`;

function insertContacts(rows: number): string {
  return `INSERT INTO contact (id, phone, first_name, last_name, email, zip, state, zone_set_id, import_id, created_at)
    VALUES ${times(rows, '(?,?,?,?,?,?,?,?,:importId,:at)')} ON CONFLICT (phone) DO NOTHING`;
}

function insertValues(rows: number): string {
  return `INSERT INTO contact_value (contact_id, field_id, value) VALUES ${times(rows, '(?,?,?)')}`;
}

function times(count: number, one: string): string {
  return Array.from({ length: count }, () => one).join(',');
}

type Bound = (string | number)[];

export function createRowWriter(
  target: ImportTarget,
  chunk: RowChunk,
  zones: ZoneSets,
  time: { readonly nowMs: number; readonly monotonicMs: () => number },
): RowWriter {
  const { importId, listId } = target;
  const rows = rowsOf(chunk);
  let nextRow = 0;
  let nextLeftOut = 0;

  const zoneSetId = (tx: Tx, row: number): number => zones.idOf(tx, chunk.zones[row] ?? 0);

  /** Adds `count` rows under the ids from `firstId` on; gives those rows whose phone the store had, merged instead. */
  function addOrMerge(tx: Tx, from: number, count: number, firstId: number): { known: Set<number>; updated: number } {
    const bound: Bound = [];
    for (let row = from; row < from + count; row += 1) {
      bound.push(firstId + row - from, rows.phone(row), rows.firstName(row), rows.lastName(row), rows.email(row));
      bound.push(rows.zip(row), rows.state(row), zoneSetId(tx, row));
    }
    // What all rows share is bound once: binding is a fifth of the work.
    const { changes } = tx.run(count === 1 ? insertOne : insertMany, ...bound, { importId, at: time.nowMs });
    return changes === count ? { known: new Set(), updated: 0 } : mergeKnown(tx, from, count, firstId);
  }

  function mergeKnown(tx: Tx, from: number, count: number, firstId: number): { known: Set<number>; updated: number } {
    const phones = Array.from({ length: rowsPerInsert }, (_none, at) => (at < count ? rows.phone(from + at) : ''));
    const contacts = new Map(tx.all<ContactRow>(findKnown, firstId, ...phones).map((row) => [row.phone, row]));
    const known = new Set<number>();
    let updated = 0;
    for (let row = from; row < from + count; row += 1) {
      const contact = contacts.get(rows.phone(row));
      if (contact === undefined) continue;
      known.add(row);
      const merged = mergeRow(tx, target, contact, {
        firstName: rows.firstName(row),
        lastName: rows.lastName(row),
        email: rows.email(row),
        zip: rows.zip(row),
        state: rows.state(row),
        zoneSetId: zoneSetId(tx, row),
        rank: chunk.ranks[row] ?? 0,
        values: rows.values(row),
      });
      if (merged) updated += 1;
    }
    return { known, updated };
  }

  function writeContacts(tx: Tx, isTimeUp: () => boolean): { rowsRead: number; added: number; updated: number } {
    const firstRow = nextRow;
    const firstId = (tx.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM contact')?.id ?? 0) + 1;
    const values: Bound = [];
    let added = 0;
    let updated = 0;
    while (nextRow < chunk.count && !isTimeUp()) {
      const count = chunk.count - nextRow >= rowsPerInsert ? rowsPerInsert : 1;
      const idOfRow = (row: number): number => firstId + row - firstRow;
      const group = addOrMerge(tx, nextRow, count, idOfRow(nextRow));
      for (let row = nextRow; row < nextRow + count; row += 1) {
        if (group.known.has(row)) continue;
        for (const { fieldId, text } of rows.values(row)) values.push(idOfRow(row), fieldId, text);
      }
      added += count - group.known.size;
      updated += group.updated;
      nextRow += count;
    }
    const rowsRead = nextRow - firstRow;
    if (added > 0) insertMembers(tx, listId, firstId, firstId + rowsRead - 1);
    writeValues(tx, values);
    return { rowsRead, added, updated };
  }

  function writeLeftOut(tx: Tx, isTimeUp: () => boolean): number {
    const first = nextLeftOut;
    while (nextLeftOut < chunk.leftOut.length && !isTimeUp()) {
      const row = chunk.leftOut[nextLeftOut];
      if (row !== undefined) insertLeftOut(tx, importId, row);
      nextLeftOut += 1;
    }
    return nextLeftOut - first;
  }

  return {
    write: (tx) => {
      const untilMs = time.monotonicMs() + writeForMs;
      const isTimeUp = (): boolean => time.monotonicMs() >= untilMs;
      const contacts = writeContacts(tx, isTimeUp);
      const leftOut = writeLeftOut(tx, isTimeUp);
      addCounts(tx, importId, { ...contacts, rowsRead: contacts.rowsRead + leftOut, leftOut });
      return nextRow === chunk.count && nextLeftOut === chunk.leftOut.length;
    },
  };
}

function writeValues(tx: Tx, bound: Bound): void {
  const perInsert = rowsPerInsert * 3;
  let at = 0;
  for (; at + perInsert <= bound.length; at += perInsert) tx.run(insertManyValues, ...bound.slice(at, at + perInsert));
  for (; at < bound.length; at += 3) tx.run(insertOneValue, ...bound.slice(at, at + 3));
}
