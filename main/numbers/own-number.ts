import { asE164, type E164 } from '../../shared/domain/phone.ts';
import type { Reader } from '../store/index.ts';
import { findNumberRow, findNumberRowByPhone, listUsableNumberRows, type NumberRow } from './queries.ts';

/** A sending number that the carrier account has, or had. */
export interface OwnNumber {
  readonly numberId: number;
  readonly phone: E164;
  /** The carrier's names for the account and for the number in it. */
  readonly accountId: string;
  readonly carrierId: string;
  readonly canText: boolean;
  /** What the carrier lets this number send. */
  readonly segmentsPerSecond: number;
  /** When the account turned out not to have it any more; null while it has. */
  readonly lostAt: number | null;
}

function ownNumberOf(row: NumberRow): OwnNumber {
  return {
    numberId: row.id,
    phone: asE164(row.phone),
    accountId: row.account_id,
    carrierId: row.carrier_id,
    canText: row.can_text === 1,
    segmentsPerSecond: row.segments_per_second,
    lostAt: row.lost_at,
  };
}

/** Those that texts can leave from: of this account (null: of any), not lost, able to text; in the order they came. */
export function listUsableNumbers(reader: Reader, accountId: string | null): OwnNumber[] {
  return listUsableNumberRows(reader, accountId).map(ownNumberOf);
}

export function findNumber(reader: Reader, numberId: number): OwnNumber | undefined {
  const row = findNumberRow(reader, numberId);
  return row === undefined ? undefined : ownNumberOf(row);
}

/** Lost ones included: a reply to a number that is gone is still a reply. */
export function findNumberByPhone(reader: Reader, phone: string): OwnNumber | undefined {
  const row = findNumberRowByPhone(reader, phone);
  return row === undefined ? undefined : ownNumberOf(row);
}

/** When the account's first number came to the campaign (epoch ms); null while there is none. */
export function firstNumberAt(reader: Reader, accountId: string): number | null {
  const find = 'SELECT min(added_at) AS at FROM number WHERE account_id = ?';
  return reader.get<{ at: number | null }>(find, accountId)?.at ?? null;
}
