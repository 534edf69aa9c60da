import { z } from 'zod';
import { call } from './define.ts';
import { fileToken, intentId, localId } from './fields.ts';

/** Message performance of one action. */
export const performanceView = z.object({
  contacts: z.int(),
  /** Initial messages that the carrier took. */
  initialMessages: z.int(),
  /** Contacts who wrote back: what reports of this kind call responses. */
  replied: z.int(),
  /** Everything outbound after the initial message that the carrier took. */
  followUps: z.int(),
  /** Contacts who opted out once they had been texted here, each in one of the two: who was first stays on record. */
  optOuts: z.object({
    /** By what they wrote, to us or to the carrier. */
    inWords: z.int(),
    /** By a person, or with a list of opt-outs. */
    byHand: z.int(),
  }),
  /** Contacts for whom no initial message has been decided yet: on nobody's desk, or on a texter's. */
  remaining: z.int(),
  /** Contacts who wrote back, have not opted out in any way, and got no answer since. */
  needsAttention: z.int(),
  delivered: z.int(),
  /** Texts that the carrier or the network failed, filtered ones not included. */
  carrierErrors: z.int(),
  carrierFiltering: z.int(),
  /**
   * What a safeguard stopped, by reason: contacts before their initial message and texts before they left (`opted-out`,
   * `blocked`, `unreachable`), and texts at the carrier (`carrier-21610`, with its code).
   */
  safeguards: z.record(z.string(), z.int()),
  /** Decided and not yet with the carrier. */
  waiting: z.int(),
});

/** What came of it. */
export const resultsCalls = {
  'results/read-performance': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: performanceView,
    errors: ['actions/not-found'],
  }),
  /**
   * Writes a spreadsheet, as a job. Its outcome is `{ rows }`, or `{ error }` with `spreadsheets/not-writable` when the
   * file cannot be written: then what had its name is as it was.
   */
  'results/start-export': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z
      .object({
        intentId,
        actionId: localId,
        report: z.enum(['contacts', 'messages']),
        format: z.enum(['csv', 'xlsx']),
        file: fileToken,
      })
      .strict(),
    output: z.object({ jobId: localId }),
    errors: ['actions/not-found', 'serve/file-not-registered'],
  }),
};
