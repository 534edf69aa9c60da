/** All SQL on the people at the other end: what reached them, what they will write, and who asked to hear no more. */
import type { Book } from './book.ts';

export interface PlannedReply {
  readonly dueAt: number;
  readonly contact: string;
  readonly number: string;
  readonly body: string;
  readonly optOut: 0 | 1;
}

export interface ContactRows {
  /** Counts one more text that has reached the phone, and gives the new count. */
  hear(phone: string): number;
  /** When the person asked to hear no more, in whatever words, or null. */
  optedOutAt(phone: string): number | null;
  setOptedOut(phone: string, at: number | null): void;
  /** The carrier's own block between a sender (a number or a service's sid) and a contact. */
  isBlocked(sender: string, contact: string): boolean;
  block(sender: string, contact: string, sinceAt: number): void;
  unblock(sender: string, contact: string): void;
  plan(reply: PlannedReply): void;
  /** Takes a planned reply out of the plan; undefined when it was dropped meanwhile. */
  takeReply(id: number): PlannedReply | undefined;
  /** What a person had in mind and will not write any more. */
  dropReplies(phone: string): void;
}

export function contactRows(book: Book): ContactRows {
  const { database } = book;
  const hear = database.prepare<[string], { heard: number }>(
    `INSERT INTO contact (phone, heard) VALUES (?, 1)
     ON CONFLICT (phone) DO UPDATE SET heard = heard + 1 RETURNING heard`,
  );
  const optedOut = database.prepare<[string], { at: number | null }>(
    'SELECT opted_out_at AS at FROM contact WHERE phone = ?',
  );
  // The first time counts: whoever asks twice was not heard the first time.
  const optOut = database.prepare(
    `INSERT INTO contact (phone, opted_out_at) VALUES (?, ?)
     ON CONFLICT (phone) DO UPDATE SET opted_out_at = coalesce(opted_out_at, excluded.opted_out_at)`,
  );
  const optIn = database.prepare('UPDATE contact SET opted_out_at = NULL WHERE phone = ?');
  const blocked = database.prepare('SELECT 1 FROM opt_out WHERE sender = ? AND contact = ?');
  const block = database.prepare('INSERT OR IGNORE INTO opt_out (sender, contact, since_at) VALUES (?, ?, ?)');
  const unblock = database.prepare('DELETE FROM opt_out WHERE sender = ? AND contact = ?');
  const plan = database.prepare<[PlannedReply]>(
    'INSERT INTO reply (due_at, contact, number, body, opt_out) VALUES (@dueAt, @contact, @number, @body, @optOut)',
  );
  const take = database.prepare<[number], PlannedReply>(
    'DELETE FROM reply WHERE id = ? RETURNING due_at AS dueAt, contact, number, body, opt_out AS optOut',
  );
  const drop = database.prepare('DELETE FROM reply WHERE contact = ?');

  return {
    hear: (phone) => required(hear.get(phone)).heard,
    optedOutAt: (phone) => optedOut.get(phone)?.at ?? null,
    setOptedOut: (phone, at) => void (at === null ? optIn.run(phone) : optOut.run(phone, at)),
    isBlocked: (sender, contact) => blocked.get(sender, contact) !== undefined,
    block: (sender, contact, sinceAt) => void block.run(sender, contact, sinceAt),
    unblock: (sender, contact) => void unblock.run(sender, contact),
    plan: (reply) => void plan.run(reply),
    takeReply: (id) => take.get(id),
    dropReplies: (phone) => void drop.run(phone),
  };
}

function required<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('a row that must be there is not');
  return row;
}
