import { openDatabase } from '../../main/store/index.ts';
import type { Accepted } from '../../tests/support/simulator-process.ts';

/** What the carrier knows, from its own book: the other side of the count. */
export interface CarrierRecord {
  readonly accepted: readonly Accepted[];
  readonly delivered: number;
  readonly failed: number;
  readonly replies: number;
  /** Phones that wrote anything. */
  readonly repliers: ReadonlySet<string>;
  /** When each phone asked, in whatever words, to hear no more; those who took it back are not in it. */
  readonly optedOutAt: ReadonlyMap<string, number>;
}

/** Reads the book of a simulator that has ended. @param accepted as its control door gave them. */
export function readCarrierRecord(path: string, accepted: readonly Accepted[]): CarrierRecord {
  const database = openDatabase(path, { durability: 'normal', readonly: true });
  try {
    const count = (condition: string): number =>
      Number(database.prepare<[], number>(`SELECT count(*) FROM message WHERE ${condition}`).pluck().get());
    const repliers = database
      .prepare<[], string>("SELECT DISTINCT from_phone FROM message WHERE direction = 'inbound'")
      .pluck();
    const optOuts = database.prepare<[], { phone: string; at: number }>(
      'SELECT phone, opted_out_at AS at FROM contact WHERE opted_out_at IS NOT NULL',
    );
    return {
      accepted,
      delivered: count("status = 'delivered'"),
      failed: count("status IN ('failed', 'undelivered')"),
      replies: count("direction = 'inbound'"),
      repliers: new Set(repliers.all()),
      optedOutAt: new Map(optOuts.all().map(({ phone, at }) => [phone, at])),
    };
  } finally {
    database.close();
  }
}
