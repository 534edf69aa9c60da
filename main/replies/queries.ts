import type { Reader, Tx } from '../store/index.ts';

export interface NewReply {
  readonly carrierId: string;
  readonly phone: string;
  readonly numberId: number;
  readonly contactId: number | null;
  readonly messageId: number | null;
  readonly actionId: number | null;
  readonly body: string;
  readonly mediaCount: number;
  readonly receivedAt: number;
  readonly storedAt: number;
  readonly optedOut: 0 | 1;
}

/** Gives the reply's id, or null when the carrier has told of it before. */
export function insertReply(tx: Tx, reply: NewReply): number | null {
  const inserted = tx.run(
    `INSERT INTO reply (carrier_id, phone, number_id, contact_id, message_id, action_id, body, media_count, received_at,
       stored_at, opted_out)
     VALUES (:carrierId, :phone, :numberId, :contactId, :messageId, :actionId, :body, :mediaCount, :receivedAt, :storedAt,
       :optedOut)
     ON CONFLICT (carrier_id) DO NOTHING`,
    { ...reply },
  );
  return inserted.changes === 1 ? inserted.id : null;
}

export function isStored(reader: Reader, carrierId: string): boolean {
  return reader.get('SELECT 1 FROM reply WHERE carrier_id = ?', carrierId) !== undefined;
}

export interface StrayRow {
  readonly id: number;
  readonly phone: string;
  readonly body: string;
  readonly received_at: number;
  readonly opted_out: 0 | 1;
}

const strayColumns = 'id, phone, body, received_at, opted_out';

/** Those that belong to no action, newest first; after the one named, or from the newest. */
export function listStrays(reader: Reader, before: number | null, limit: number): StrayRow[] {
  if (before === null) {
    const newest = `SELECT ${strayColumns} FROM reply WHERE action_id IS NULL ORDER BY received_at DESC, id DESC LIMIT ?`;
    return reader.all<StrayRow>(newest, limit);
  }
  return reader.all<StrayRow>(
    `SELECT ${strayColumns} FROM reply
     WHERE action_id IS NULL AND (received_at, id) < (SELECT received_at, id FROM reply WHERE id = :before)
     ORDER BY received_at DESC, id DESC LIMIT :limit`,
    { before, limit },
  );
}
