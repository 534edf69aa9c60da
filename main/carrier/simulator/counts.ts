/** What the simulator knows of itself, counted from its own tables and never from what clients say. */
import type { Carrier } from './carrier.ts';
import type { Tally } from './tally.ts';
import type { WebhookCounts } from './webhooks.ts';

export interface Counts {
  /** Texts that were accepted for sending, whatever became of the answer. */
  readonly accepted: number;
  readonly segments: number;
  /** How many different phones they went to. */
  readonly phones: number;
  /** Acceptances beyond the first of the same text to the same phone. */
  readonly repeated: number;
  /** By the status that they have now. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly delivered: number;
  readonly failed: number;
  readonly undelivered: number;
  /** Everything that contacts wrote, opt-outs included. */
  readonly replies: number;
  /** Contacts who asked to hear no more, in whatever words, and did not take it back. */
  readonly optOuts: number;
  /** Texts accepted for a contact after they had asked to hear no more, and the grace, if any, was over. */
  readonly acceptedAfterOptOut: number;
  /** Contacts whose reply is still to come. */
  readonly repliesToCome: number;
  readonly tooManyRequests: number;
  readonly requests: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly webhooks: WebhookCounts;
}

/**
 * @param graceMs how long after an opt-out a text may still be accepted without being counted as late. With 0 the order
 * in the book decides, since a clock that stands still gives both the same instant.
 */
export function readCounts(carrier: Carrier, tally: Tally, graceMs: number): Counts {
  const { database } = carrier.book;
  const one = (sql: string, ...values: unknown[]): number =>
    Number(
      database
        .prepare<unknown[]>(sql)
        .pluck()
        .get(...values) ?? 0,
    );
  const statuses = database
    .prepare<[], { status: string; count: number }>(
      "SELECT status, count(*) AS count FROM message WHERE direction = 'outbound-api' GROUP BY status",
    )
    .all();
  const byStatus = Object.fromEntries(statuses.map(({ status, count }) => [status, count]));
  const requests = tally.read();
  const accepted = one('SELECT count(*) FROM acceptance');
  return {
    accepted,
    segments: one('SELECT sum(segments) FROM acceptance'),
    phones: one('SELECT count(DISTINCT to_phone) FROM acceptance'),
    repeated: accepted - one('SELECT count(*) FROM (SELECT DISTINCT to_phone, body FROM acceptance)'),
    statuses: byStatus,
    delivered: byStatus['delivered'] ?? 0,
    failed: byStatus['failed'] ?? 0,
    undelivered: byStatus['undelivered'] ?? 0,
    replies: one("SELECT count(*) FROM message WHERE direction = 'inbound'"),
    optOuts: one('SELECT count(*) FROM contact WHERE opted_out_at IS NOT NULL'),
    acceptedAfterOptOut: one(
      'SELECT count(*) FROM acceptance WHERE opted_out_at IS NOT NULL AND (? = 0 OR accepted_at > opted_out_at + ?)',
      graceMs,
      graceMs,
    ),
    repliesToCome: one('SELECT count(*) FROM reply'),
    tooManyRequests: Object.values(requests).reduce((sum, outcomes) => sum + (outcomes['429'] ?? 0), 0),
    requests,
    webhooks: carrier.webhooks.counts(),
  };
}
