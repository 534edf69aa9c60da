import type { LeftOutReason } from '../../shared/contract/contacts.ts';
import type { Reader, Tx } from '../store/index.ts';

export interface ImportRow {
  readonly id: number;
  readonly list_id: number;
  readonly user_id: number;
  readonly file_name: string;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly after_contact_id: number;
  /** The id of the import's job. */
  readonly bulk_id: number;
  readonly rows_read: number;
  readonly added: number;
  readonly updated: number;
  readonly left_out: number;
  readonly failure: string | null;
}

/** Until `setBulkId`, in the same transaction, it has no job: the job is started with this row's id. */
export function insertImport(tx: Tx, row: { listId: number; userId: number; fileName: string; at: number }): number {
  const insert = `INSERT INTO import (list_id, user_id, file_name, state, after_contact_id, bulk_id, started_at)
    VALUES (:listId, :userId, :fileName, 'running', 0, 0, :at)`;
  return tx.run(insert, row).id;
}

export function setBulkId(tx: Tx, importId: number, bulkId: number): void {
  tx.run('UPDATE import SET bulk_id = ? WHERE id = ?', bulkId, importId);
}

export function findImport(reader: Reader, importId: number): ImportRow | undefined {
  return reader.get<ImportRow>('SELECT * FROM import WHERE id = ?', importId);
}

export function listRunningImports(reader: Reader): ImportRow[] {
  return reader.all<ImportRow>(`SELECT * FROM import WHERE state = 'running' ORDER BY id`);
}

/** From here on contacts are added. Whatever an earlier attempt had counted is forgotten. */
export function beginImport(tx: Tx, importId: number): void {
  tx.run(
    `UPDATE import SET after_contact_id = (SELECT coalesce(max(id), 0) FROM contact),
       rows_read = 0, added = 0, updated = 0, left_out = 0 WHERE id = ?`,
    importId,
  );
}

export interface Counts {
  readonly rowsRead: number;
  readonly added: number;
  readonly updated: number;
  readonly leftOut: number;
}

export function addCounts(tx: Tx, importId: number, { rowsRead, added, updated, leftOut }: Counts): void {
  tx.run(
    `UPDATE import SET rows_read = rows_read + :rowsRead, added = added + :added, updated = updated + :updated,
       left_out = left_out + :leftOut WHERE id = :importId`,
    { importId, rowsRead, added, updated, leftOut },
  );
}

export function endImport(
  tx: Tx,
  importId: number,
  { state, failure, at }: { state: 'done' | 'cancelled' | 'failed'; failure: string | null; at: number },
): void {
  const update = 'UPDATE import SET state = :state, failure = :failure, ended_at = :at WHERE id = :importId';
  tx.run(update, { importId, state, failure, at });
}

export function insertHeader(tx: Tx, importId: number, cells: string): void {
  tx.run('INSERT INTO import_header (import_id, cells) VALUES (?, ?)', importId, cells);
}

/** JSON array of the header's cells; undefined before the import has written anything. */
export function findHeader(reader: Reader, importId: number): string | undefined {
  const select = 'SELECT cells FROM import_header WHERE import_id = ?';
  return reader.get<{ cells: string }>(select, importId)?.cells;
}

export function insertLeftOut(tx: Tx, importId: number, { line, reason, earlierLine, cells }: LeftOutRow): void {
  tx.run(
    'INSERT INTO import_left_out (import_id, line, reason, earlier_line, cells) VALUES (?, ?, ?, ?, ?)',
    importId,
    line,
    reason,
    earlierLine,
    cells,
  );
}

export interface LeftOutRow {
  readonly line: number;
  readonly reason: LeftOutReason;
  /** Of a `duplicate`: the row that has its phone. */
  readonly earlierLine: number | null;
  /** JSON array of the row's cells. */
  readonly cells: string;
}

export function pageOfLeftOut(reader: Reader, importId: number, after: number | null, limit: number): LeftOutRow[] {
  return reader.all<LeftOutRow>(
    `SELECT line, reason, earlier_line AS earlierLine, cells FROM import_left_out
     WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?`,
    importId,
    after ?? 0,
    limit,
  );
}

export function countLeftOut(reader: Reader, importId: number): { reason: LeftOutReason; count: number }[] {
  return reader.all(
    'SELECT reason, count(*) AS count FROM import_left_out WHERE import_id = ? GROUP BY reason ORDER BY reason',
    importId,
  );
}

/** Contacts that were there before the import, each with what it replaced in them. */
export function pageOfReplaced(
  reader: Reader,
  bulkId: number,
  afterContactId: number,
  limit: number,
): { entity_id: number; before: string }[] {
  return reader.all(
    'SELECT entity_id, before FROM bulk_item WHERE bulk_id = ? AND entity_id > ? ORDER BY entity_id LIMIT ?',
    bulkId,
    afterContactId,
    limit,
  );
}

/** Kept once: an import that is begun again finds the values that it had found the first time. */
export function insertReplaced(tx: Tx, bulkId: number, contactId: number, before: string): void {
  const insert = 'INSERT INTO bulk_item (bulk_id, entity_id, before) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  tx.run(insert, bulkId, contactId, before);
}

/** What an import may change in a contact. */
export interface EditableContact {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly zip: string;
  readonly state: string;
  readonly zoneSetId: number;
}

export function updateContact(tx: Tx, contactId: number, contact: EditableContact): void {
  tx.run(
    `UPDATE contact SET first_name = :firstName, last_name = :lastName, email = :email, zip = :zip, state = :state,
       zone_set_id = :zoneSetId WHERE id = :contactId`,
    { contactId, ...contact },
  );
}

export function findValue(reader: Reader, contactId: number, fieldId: number): string | null {
  const select = 'SELECT value FROM contact_value WHERE contact_id = ? AND field_id = ?';
  return reader.get<{ value: string }>(select, contactId, fieldId)?.value ?? null;
}

/** Null takes the value away. */
export function setValue(tx: Tx, contactId: number, fieldId: number, value: string | null): void {
  if (value === null) {
    tx.run('DELETE FROM contact_value WHERE contact_id = ? AND field_id = ?', contactId, fieldId);
    return;
  }
  const upsert = `INSERT INTO contact_value (contact_id, field_id, value) VALUES (?, ?, ?)
    ON CONFLICT (contact_id, field_id) DO UPDATE SET value = excluded.value`;
  tx.run(upsert, contactId, fieldId, value);
}

export function insertMember(tx: Tx, listId: number, contactId: number): void {
  tx.run('INSERT INTO list_member (list_id, contact_id) VALUES (?, ?) ON CONFLICT DO NOTHING', listId, contactId);
}

/** All contacts between two ids, the two included: those that one transaction has added have nobody between them. */
export function insertMembers(tx: Tx, listId: number, firstContactId: number, lastContactId: number): void {
  const insert = 'INSERT INTO list_member (list_id, contact_id) SELECT ?, id FROM contact WHERE id BETWEEN ? AND ?';
  tx.run(insert, listId, firstContactId, lastContactId);
}

/** Like the next two, gives how many rows went, at most `limit`. */
export function deleteSomeMembers(tx: Tx, listId: number, limit: number): number {
  return tx.run(
    `DELETE FROM list_member WHERE list_id = :listId AND contact_id IN
       (SELECT contact_id FROM list_member WHERE list_id = :listId ORDER BY contact_id LIMIT :limit)`,
    { listId, limit },
  ).changes;
}

export function deleteSomeLeftOut(tx: Tx, importId: number, limit: number): number {
  return tx.run(
    `DELETE FROM import_left_out WHERE import_id = :importId AND line IN
       (SELECT line FROM import_left_out WHERE import_id = :importId ORDER BY line LIMIT :limit)`,
    { importId, limit },
  ).changes;
}

/** Contacts that this import added, the newest first, with what fills their fields. */
export function deleteSomeContacts(tx: Tx, importId: number, afterContactId: number, limit: number): number {
  const select = 'SELECT id FROM contact WHERE id > ? AND import_id = ? ORDER BY id DESC LIMIT ?';
  const rows = tx.all<{ id: number }>(select, afterContactId, importId, limit);
  for (const { id } of rows) {
    tx.run('DELETE FROM contact_value WHERE contact_id = ?', id);
    tx.run('DELETE FROM contact WHERE id = ?', id);
  }
  return rows.length;
}

export function deleteHeader(tx: Tx, importId: number): void {
  tx.run('DELETE FROM import_header WHERE import_id = ?', importId);
}
