/** All SQL on messages and on what was accepted. */
import { type Book, idCounter } from './book.ts';

export type MessageStatus =
  | 'accepted'
  | 'scheduled'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received';

/** A column of `schema.sql` each; what they mean is said there. */
export interface MessageRow {
  readonly id: number;
  readonly sid: string;
  readonly drawName: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly fromPhone: string | null;
  readonly toPhone: string;
  readonly body: string;
  readonly segments: number;
  readonly media: string;
  readonly serviceSid: string | null;
  readonly status: MessageStatus;
  readonly previousStatus: MessageStatus | null;
  readonly errorCode: number | null;
  readonly fate: 'delivered' | 'undelivered' | 'failed' | 'sent' | null;
  readonly fateCode: number | null;
  readonly statusCallback: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly updatedAt: number;
  readonly listedAt: number;
  readonly expiresAt: number | null;
  readonly nextAt: number | null;
}

export interface AcceptanceRow {
  readonly id: number;
  readonly sid: string;
  readonly fromPhone: string | null;
  readonly toPhone: string;
  readonly body: string;
  readonly segments: number;
  readonly acceptedAt: number;
  readonly optedOutAt: number | null;
}

/** What a turn of life changes. */
export type MessageProgress = Pick<
  MessageRow,
  'id' | 'status' | 'previousStatus' | 'errorCode' | 'fromPhone' | 'sentAt' | 'updatedAt' | 'nextAt'
>;

export interface MessageFilter {
  readonly to: string | null;
  readonly from: string | null;
  /** Bounds of `date_sent`, epoch ms, both included. A message without that date passes neither. */
  readonly sentFromAt: number | null;
  readonly sentUntilAt: number | null;
  /** What is listed only later is left out. */
  readonly nowAt: number;
}

/** Where a page begins. `older` and `newer` exclude the message itself. */
export type PageStart =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'older' | 'newer'; readonly createdAt: number; readonly id: number };

export interface MessageRows {
  nextId(): number;
  insert(row: MessageRow): void;
  recordAcceptance(row: Omit<AcceptanceRow, 'id'>): void;
  bySid(sid: string): MessageRow | undefined;
  byId(id: number): MessageRow | undefined;
  /** Where a message stands in the order of lists, also after it was deleted. */
  positionOf(sid: string): { createdAt: number; id: number } | undefined;
  /** At most `limit` rows, newest first, whichever way the page begins. */
  list(filter: MessageFilter, start: PageStart, limit: number): MessageRow[];
  progress(change: MessageProgress): void;
  redact(id: number, updatedAt: number): void;
  remove(id: number, deletedAt: number): void;
  /** The name for chance of the next text to or from the contact. */
  nextDrawName(direction: MessageRow['direction'], contact: string): string;
  /** The sender that a service last used towards the phone. */
  lastSender(serviceSid: string, toPhone: string): string | null;
  accepted(afterId: number, limit: number, toPhone: string | null): AcceptanceRow[];
}

const columns = `id, sid, draw_name AS drawName, direction, from_phone AS fromPhone, to_phone AS toPhone, body, segments, media,
  service_sid AS serviceSid, status, previous_status AS previousStatus, error_code AS errorCode, fate,
  fate_code AS fateCode, status_callback AS statusCallback, created_at AS createdAt, sent_at AS sentAt,
  updated_at AS updatedAt, listed_at AS listedAt, expires_at AS expiresAt, next_at AS nextAt`;

const names = [...columns.matchAll(/(\w+)(?: AS (\w+))?/g)].map(([, column, alias]) => ({
  column,
  field: alias ?? column,
}));

const insertMessage = `INSERT INTO message (${names.map(({ column }) => column).join(', ')})
  VALUES (${names.map(({ field }) => `@${field}`).join(', ')})`;

export function messageRows(book: Book): MessageRows {
  const { database } = book;
  const insert = database.prepare<[MessageRow]>(insertMessage);
  const accept = database.prepare<[Omit<AcceptanceRow, 'id'>]>(
    `INSERT INTO acceptance (sid, from_phone, to_phone, body, segments, accepted_at, opted_out_at)
     VALUES (@sid, @fromPhone, @toPhone, @body, @segments, @acceptedAt, @optedOutAt)`,
  );
  const bySid = database.prepare<[string], MessageRow>(
    `SELECT ${columns} FROM message WHERE sid = ? AND deleted_at IS NULL`,
  );
  const byId = database.prepare<[number], MessageRow>(`SELECT ${columns} FROM message WHERE id = ?`);
  const position = database.prepare<[string], { createdAt: number; id: number }>(
    'SELECT created_at AS createdAt, id FROM message WHERE sid = ?',
  );
  const progress = database.prepare<[MessageProgress]>(
    `UPDATE message SET status = @status, previous_status = @previousStatus, error_code = @errorCode,
       from_phone = @fromPhone, sent_at = @sentAt, updated_at = @updatedAt, next_at = @nextAt
     WHERE id = @id`,
  );
  const redact = database.prepare("UPDATE message SET body = '', updated_at = ? WHERE id = ?");
  const remove = database.prepare("UPDATE message SET body = '', deleted_at = ? WHERE id = ?");
  const lastSender = database.prepare<[string, string], { fromPhone: string }>(
    `SELECT from_phone AS fromPhone FROM message
     WHERE to_phone = ? AND service_sid = ? AND direction = 'outbound-api' AND from_phone IS NOT NULL
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  const countTo = database.prepare<[string], number>('SELECT count(*) FROM acceptance WHERE to_phone = ?').pluck();
  const countFrom = database
    .prepare<[string], number>("SELECT count(*) FROM message WHERE from_phone = ? AND direction = 'inbound'")
    .pluck();
  const accepted = database.prepare<[{ afterId: number; limit: number; toPhone: string | null }], AcceptanceRow>(
    `SELECT id, sid, from_phone AS fromPhone, to_phone AS toPhone, body, segments, accepted_at AS acceptedAt,
       opted_out_at AS optedOutAt
     FROM acceptance WHERE id > @afterId AND (@toPhone IS NULL OR to_phone = @toPhone) ORDER BY id LIMIT @limit`,
  );

  return {
    nextId: idCounter(database, 'message'),
    insert: (row) => void insert.run(row),
    recordAcceptance: (row) => void accept.run(row),
    bySid: (sid) => bySid.get(sid),
    byId: (id) => byId.get(id),
    positionOf: (sid) => position.get(sid),
    list: (filter, start, limit) => {
      const { sql, values } = listQuery(filter, start, limit);
      const rows = database.prepare<unknown[], MessageRow>(sql).all(...values);
      return start.kind === 'newer' ? rows.reverse() : rows;
    },
    progress: (change) => void progress.run(change),
    redact: (id, updatedAt) => void redact.run(updatedAt, id),
    remove: (id, deletedAt) => void remove.run(deletedAt, id),
    nextDrawName: (direction, contact) => {
      const count = (direction === 'inbound' ? countFrom : countTo).get(contact) ?? 0;
      return `${direction} ${contact} ${count + 1}`;
    },
    lastSender: (serviceSid, toPhone) => lastSender.get(toPhone, serviceSid)?.fromPhone ?? null,
    accepted: (afterId, limit, toPhone) => accepted.all({ afterId, limit, toPhone }),
  };
}

function listQuery(filter: MessageFilter, start: PageStart, limit: number): { sql: string; values: unknown[] } {
  const conditions = ['deleted_at IS NULL', 'listed_at <= ?'];
  const values: unknown[] = [filter.nowAt];
  const require = (condition: string, ...given: unknown[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (filter.to !== null) require('to_phone = ?', filter.to);
  // A plus keeps SQLite from walking an index. Our number has sent nearly everything, a contact has received little.
  if (filter.from !== null) require(filter.to === null ? 'from_phone = ?' : '+from_phone = ?', filter.from);
  if (filter.sentFromAt !== null) {
    require('+sent_at >= ?', filter.sentFromAt);
    // Says nothing new, but ends the walk through the list where the oldest match is: clients ask this every few seconds.
    require('created_at >= (SELECT min(+created_at) FROM message WHERE sent_at >= ?)', filter.sentFromAt);
  }
  if (filter.sentUntilAt !== null) require('+sent_at <= ?', filter.sentUntilAt);
  if (start.kind === 'older') require('(created_at, id) < (?, ?)', start.createdAt, start.id);
  if (start.kind === 'newer') require('(created_at, id) > (?, ?)', start.createdAt, start.id);
  const order = start.kind === 'newer' ? 'created_at, id' : 'created_at DESC, id DESC';
  const sql = `SELECT ${columns} FROM message WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ? OFFSET ?`;
  return { sql, values: [...values, limit, start.kind === 'offset' ? start.offset : 0] };
}
