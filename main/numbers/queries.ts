import type { SendingNumber } from '../carrier/index.ts';
import type { Reader, Tx } from '../store/index.ts';

export interface NumberRow {
  readonly id: number;
  readonly phone: string;
  readonly account_id: string;
  readonly carrier_id: string;
  readonly label: string;
  readonly can_text: 0 | 1;
  readonly segments_per_second: number;
  readonly lost_at: number | null;
}

const numberColumns = 'id, phone, account_id, carrier_id, label, can_text, segments_per_second, lost_at';

/** All that were ever seen, those of other accounts and lost ones included. An account has some dozens, rarely hundreds. */
export function listNumberRows(reader: Reader): NumberRow[] {
  return reader.all<NumberRow>(`SELECT ${numberColumns} FROM number ORDER BY id`);
}

/** Those that texts can leave from, of one account or, with null, of any. */
export function listUsableNumberRows(reader: Reader, accountId: string | null): NumberRow[] {
  return reader.all<NumberRow>(
    `SELECT ${numberColumns} FROM number
     WHERE can_text = 1 AND lost_at IS NULL AND (:accountId IS NULL OR account_id = :accountId) ORDER BY id`,
    { accountId },
  );
}

export function findNumberRow(reader: Reader, numberId: number): NumberRow | undefined {
  return reader.get<NumberRow>(`SELECT ${numberColumns} FROM number WHERE id = ?`, numberId);
}

export function findNumberRowByPhone(reader: Reader, phone: string): NumberRow | undefined {
  return reader.get<NumberRow>(`SELECT ${numberColumns} FROM number WHERE phone = ?`, phone);
}

function written(accountId: string, { carrierId, label, canText }: SendingNumber) {
  return { accountId, carrierId, label, canText: Number(canText) };
}

export function insertNumber(tx: Tx, accountId: string, listed: SendingNumber, at: number): number {
  return tx.run(
    `INSERT INTO number (phone, account_id, carrier_id, label, can_text, added_at)
     VALUES (:phone, :accountId, :carrierId, :label, :canText, :at)`,
    { phone: listed.phone, at, ...written(accountId, listed) },
  ).id;
}

/** The account has it, as it is listed now. */
export function updateNumber(tx: Tx, numberId: number, accountId: string, listed: SendingNumber): void {
  tx.run(
    `UPDATE number SET account_id = :accountId, carrier_id = :carrierId, label = :label, can_text = :canText, lost_at = NULL
     WHERE id = :numberId`,
    { numberId, ...written(accountId, listed) },
  );
}

export function updateLostAt(tx: Tx, numberId: number, at: number): void {
  tx.run('UPDATE number SET lost_at = ? WHERE id = ?', at, numberId);
}

export function updateRate(tx: Tx, numberId: number, segmentsPerSecond: number): void {
  tx.run('UPDATE number SET segments_per_second = ? WHERE id = ?', segmentsPerSecond, numberId);
}

/** What all numbers of the account together may send, in segments per second; null when only their own rates hold. */
export function accountRate(reader: Reader, accountId: string): number | null {
  const select = 'SELECT segments_per_second FROM carrier_account WHERE account_id = ?';
  return reader.get<{ segments_per_second: number | null }>(select, accountId)?.segments_per_second ?? null;
}

export function upsertAccountRate(tx: Tx, accountId: string, segmentsPerSecond: number | null): void {
  tx.run(
    `INSERT INTO carrier_account (account_id, segments_per_second) VALUES (?, ?)
     ON CONFLICT (account_id) DO UPDATE SET segments_per_second = excluded.segments_per_second`,
    accountId,
    segmentsPerSecond,
  );
}
