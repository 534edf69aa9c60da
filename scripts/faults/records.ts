import { readFileSync } from 'node:fs';
import { openDatabase } from '../../main/store/index.ts';
import type { NotedCall } from '../../tests/faults/watched-carrier.ts';

/** A text that the carrier took, by its own book. */
export interface Accepted {
  readonly sid: string;
  readonly fromPhone: string;
  readonly toPhone: string;
  readonly body: string;
  readonly segments: number;
  readonly acceptedAt: number;
  /** When the carrier drops it, if it has not left. */
  readonly expiresAt: number;
}

/** Reads the book of a simulator that has ended, in the order of acceptance. */
export function readAccepted(path: string): readonly Accepted[] {
  const database = openDatabase(path, { durability: 'normal', readonly: true });
  try {
    return database
      .prepare<[], Accepted>(
        `SELECT acceptance.sid, acceptance.from_phone AS fromPhone, acceptance.to_phone AS toPhone, acceptance.body,
           acceptance.segments, accepted_at AS acceptedAt, expires_at AS expiresAt
         FROM acceptance JOIN message ON message.sid = acceptance.sid ORDER BY acceptance.id`,
      )
      .all();
  } finally {
    database.close();
  }
}

/** Where the engine left a text. */
export interface LeftText {
  readonly messageId: number;
  readonly phone: string;
  readonly state: string;
  readonly reason: string | null;
  readonly refusalCode: number | null;
  readonly carrierId: string | null;
}

/** Reads the store of an engine that has ended. */
export function readLeftTexts(path: string): ReadonlyMap<number, LeftText> {
  const database = openDatabase(path, { durability: 'normal', readonly: true });
  try {
    const rows = database
      .prepare<[], LeftText>(
        `SELECT id AS messageId, phone, state, reason, refusal_code AS refusalCode, carrier_id AS carrierId FROM message`,
      )
      .all();
    return new Map(rows.map((row) => [row.messageId, row]));
  } finally {
    database.close();
  }
}

export function readCalls(path: string): readonly NotedCall[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as NotedCall);
}
