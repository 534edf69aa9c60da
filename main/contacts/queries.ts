import type { Reader, Tx } from '../store/index.ts';

export interface ContactRow {
  readonly id: number;
  readonly phone: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly zip: string;
  readonly state: string;
  readonly zone_set_id: number;
}

export const contactColumns = 'id, phone, first_name, last_name, email, zip, state, zone_set_id';

/** A contact that an unfinished import has brought is not there yet: it may still be taken back. */
const isVisible = `NOT EXISTS (SELECT 1 FROM import WHERE import.id = contact.import_id AND import.state = 'running')`;

export function findContactRow(reader: Reader, contactId: number): ContactRow | undefined {
  return reader.get<ContactRow>(`SELECT ${contactColumns} FROM contact WHERE id = ? AND ${isVisible}`, contactId);
}

export function findContactRowByPhone(reader: Reader, phone: string): ContactRow | undefined {
  return reader.get<ContactRow>(`SELECT ${contactColumns} FROM contact WHERE phone = ? AND ${isVisible}`, phone);
}

export function listValues(reader: Reader, contactId: number): { slug: string; value: string }[] {
  return reader.all('SELECT slug, value FROM v_contact_value WHERE contact_id = ?', contactId);
}

export interface PhoneRow {
  readonly opted_out_at: number | null;
  readonly blocked_at: number | null;
  readonly unreachable_code: number | null;
  readonly last_initial_at: number | null;
  readonly last_out_at: number | null;
  readonly last_in_at: number | null;
}

/** One row for any phone: what nobody has noted is null. */
export function findPhone(reader: Reader, phone: string): PhoneRow | undefined {
  return reader.get<PhoneRow>(
    `SELECT opt_out.at AS opted_out_at, blocked_at, unreachable_code, last_initial_at, last_out_at, last_in_at
     FROM (SELECT ? AS phone) AS asked
     LEFT JOIN opt_out ON opt_out.phone = asked.phone
     LEFT JOIN phone_fact ON phone_fact.phone = asked.phone`,
    phone,
  );
}

/** Times never go back: a text that is told late does not hide a later one. */
export function raiseInitial(tx: Tx, phone: string, at: number): void {
  tx.run(
    `INSERT INTO phone_fact (phone, last_initial_at, last_out_at) VALUES (:phone, :at, :at)
     ON CONFLICT (phone) DO UPDATE SET last_initial_at = max(coalesce(last_initial_at, 0), :at),
       last_out_at = max(coalesce(last_out_at, 0), :at)`,
    { phone, at },
  );
}

export function raiseOut(tx: Tx, phone: string, at: number): void {
  tx.run(
    `INSERT INTO phone_fact (phone, last_out_at) VALUES (:phone, :at)
     ON CONFLICT (phone) DO UPDATE SET last_out_at = max(coalesce(last_out_at, 0), :at)`,
    { phone, at },
  );
}

export function raiseIn(tx: Tx, phone: string, at: number): void {
  tx.run(
    `INSERT INTO phone_fact (phone, last_in_at) VALUES (:phone, :at)
     ON CONFLICT (phone) DO UPDATE SET last_in_at = max(coalesce(last_in_at, 0), :at)`,
    { phone, at },
  );
}

export function setUnreachable(tx: Tx, phone: string, code: number): void {
  tx.run(
    `INSERT INTO phone_fact (phone, unreachable_code) VALUES (:phone, :code)
     ON CONFLICT (phone) DO UPDATE SET unreachable_code = :code`,
    { phone, code },
  );
}

/** Gives false when the phone was opted out already: who was the first stays on record. */
export function insertOptOut(
  tx: Tx,
  optOut: { phone: string; at: number; source: string; userId: number | null },
): boolean {
  const insert = `INSERT INTO opt_out (phone, at, source, user_id) VALUES (:phone, :at, :source, :userId)
    ON CONFLICT (phone) DO NOTHING`;
  return tx.run(insert, optOut).changes === 1;
}

export function listZoneSetRows(reader: Reader): { id: number; zones: string }[] {
  return reader.all('SELECT id, zones FROM zone_set ORDER BY id');
}

/** Takes the zones as JSON; gives the set that has them, made when there is none. */
export function zoneSetOf(tx: Tx, zones: string): number {
  const known = tx.get<{ id: number }>('SELECT id FROM zone_set WHERE zones = ?', zones);
  return known?.id ?? tx.run('INSERT INTO zone_set (zones) VALUES (?)', zones).id;
}

export function insertList(tx: Tx, list: { name: string; userId: number; at: number }): number {
  const insert = `INSERT INTO list (name, state, created_by, created_at) VALUES (:name, 'importing', :userId, :at)`;
  return tx.run(insert, list).id;
}

export function findReadyListRow(reader: Reader, listId: number): { id: number; name: string } | undefined {
  return reader.get(`SELECT id, name FROM list WHERE id = ? AND state = 'ready'`, listId);
}

export function markListReady(tx: Tx, listId: number): void {
  tx.run(`UPDATE list SET state = 'ready' WHERE id = ?`, listId);
}

/** Of a list that is still being imported, and has no members any more. */
export function deleteList(tx: Tx, listId: number): void {
  tx.run(`DELETE FROM list WHERE id = ? AND state = 'importing'`, listId);
}

export interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly created_at: number;
  readonly contact_count: number;
}

/** Newest first, from just below `before`. Counts every member of every list on the page: for the read worker. */
export function listReadyLists(reader: Reader, before: number | null, limit: number): ListRow[] {
  return reader.all<ListRow>(
    `SELECT id, name, created_at, (SELECT count(*) FROM list_member WHERE list_id = list.id) AS contact_count
     FROM list WHERE state = 'ready' AND id < ? ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  );
}

/** Ascending ids of a list's contacts, each with its zones. */
export function pageOfMemberRows(
  reader: Reader,
  listId: number,
  afterContactId: number,
  limit: number,
): { contact_id: number; zone_set_id: number }[] {
  return reader.all(
    `SELECT contact_id, zone_set_id FROM list_member JOIN contact ON contact.id = contact_id
     WHERE list_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?`,
    listId,
    afterContactId,
    limit,
  );
}

export interface MemberRow extends ContactRow {
  readonly opted_out: 0 | 1;
}

export function pageOfContacts(reader: Reader, listId: number, after: number | null, limit: number): MemberRow[] {
  return reader.all<MemberRow>(
    `SELECT ${contactColumns},
       EXISTS (SELECT 1 FROM opt_out WHERE opt_out.phone = contact.phone) AS opted_out
     FROM list_member JOIN contact ON contact.id = contact_id
     WHERE list_id = ? AND contact_id > ? ORDER BY contact_id LIMIT ?`,
    listId,
    after ?? 0,
    limit,
  );
}

/** Of all opted-out phones, those in a list: there are few of them, however long the list is. */
export function countOptedOut(reader: Reader, listId: number): number {
  const row = reader.get<{ count: number }>(
    `SELECT count(*) AS count FROM opt_out CROSS JOIN contact ON contact.phone = opt_out.phone
     CROSS JOIN list_member ON list_member.list_id = ? AND list_member.contact_id = contact.id`,
    listId,
  );
  return row?.count ?? 0;
}

/**
 * Of a list's contacts who have not opted out: those whose phones take no texts, and of the others those who had a first
 * text after `lockedAfterAt`. Goes by what is noted of phones, and looks for the list only those up of whom there is
 * something to say.
 */
export function countHeldBack(
  reader: Reader,
  asked: { readonly listId: number; readonly lockedAfterAt: number | null },
): { readonly unreachable: number; readonly locked: number } {
  const noted = `SELECT unreachable_code IS NOT NULL OR blocked_at IS NOT NULL AS is_never
    FROM phone_fact CROSS JOIN contact ON contact.phone = phone_fact.phone
    CROSS JOIN list_member ON list_member.list_id = :listId AND list_member.contact_id = contact.id
    WHERE (unreachable_code IS NOT NULL OR blocked_at IS NOT NULL OR last_initial_at > :lockedAfterAt)
      AND NOT EXISTS (SELECT 1 FROM opt_out WHERE opt_out.phone = phone_fact.phone)`;
  const counted = `SELECT count(*) FILTER (WHERE is_never) AS unreachable, count(*) FILTER (WHERE NOT is_never) AS locked
    FROM (${noted})`;
  return reader.get(counted, asked) ?? { unreachable: 0, locked: 0 };
}

export function countMembers(reader: Reader, listId: number): number {
  const select = 'SELECT count(*) AS count FROM list_member WHERE list_id = ?';
  return reader.get<{ count: number }>(select, listId)?.count ?? 0;
}
