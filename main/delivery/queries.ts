import type { Reader, Tx } from '../store/index.ts';

/** What the carrier has told of a text so far. The rest of the row is the outbox's. */
export interface DeliveryRow {
  readonly id: number;
  readonly phone: string;
  readonly status: string | null;
  readonly error_code: number | null;
}

export function findDelivery(reader: Reader, carrierId: string): DeliveryRow | undefined {
  const select = 'SELECT id, phone, status, error_code FROM message WHERE carrier_id = ?';
  return reader.get<DeliveryRow>(select, carrierId);
}

export function updateStatus(
  tx: Tx,
  messageId: number,
  told: { readonly status: string; readonly errorCode: number | null; readonly at: number },
): void {
  const update = `UPDATE message SET status = :status, status_at = :at, error_code = :errorCode WHERE id = :messageId`;
  tx.run(update, { messageId, ...told });
}

export interface OpenRow {
  readonly id: number;
  readonly carrier_id: string;
  readonly handed_over_at: number;
}

/** Texts whose end is not known, in the order in which they were handed over, by the index `message_open`. */
export function listOpen(
  reader: Reader,
  range: { readonly fromAt: number; readonly untilAt: number; readonly afterId: number; readonly limit: number },
): OpenRow[] {
  return reader.all<OpenRow>(
    `SELECT id, carrier_id, handed_over_at FROM message
     WHERE state = 'handed-over' AND (status IS NULL OR status IN ('scheduled', 'accepted', 'queued', 'sending', 'sent'))
       AND (handed_over_at, id) > (:fromAt, :afterId) AND handed_over_at <= :untilAt
     ORDER BY handed_over_at, id LIMIT :limit`,
    range,
  );
}

/** Everything that the carrier had before this instant of its clock has been read; null when nothing has. */
export function readToAt(reader: Reader, accountId: string): number | null {
  const select = 'SELECT read_to_at FROM sweep WHERE account_id = ?';
  return reader.get<{ read_to_at: number }>(select, accountId)?.read_to_at ?? null;
}

/** When the store's first entry was journalled (epoch ms): nobody was texted before. Null when there is none. */
export function firstEntryAt(reader: Reader): number | null {
  return reader.get<{ at: number }>('SELECT at FROM journal ORDER BY id LIMIT 1')?.at ?? null;
}

export function saveReadTo(tx: Tx, accountId: string, readToAt: number, sweptAt: number): void {
  tx.run(
    `INSERT INTO sweep (account_id, read_to_at, swept_at) VALUES (?, ?, ?)
     ON CONFLICT (account_id) DO UPDATE SET read_to_at = excluded.read_to_at, swept_at = excluded.swept_at`,
    accountId,
    readToAt,
    sweptAt,
  );
}
