import { z } from 'zod';
import { call } from './define.ts';
import { fileToken, intentId, localId } from './fields.ts';

/** Message performance of one action. */
export const performanceView = z.object({
  contacts: z.int(),
  /** Where each contact stands with the initial message, in one of these: together they are `contacts`. */
  progress: z.object({
    /** The carrier took it, whatever became of it there. */
    sent: z.int(),
    /** It was decided, and is not with the carrier yet: in the queue, on its way, in doubt, or for a person to decide. */
    waiting: z.int(),
    /** It was taken back before it left: its action ended, or a person said so. */
    withdrawn: z.int(),
    /** A safeguard stopped it, before it was decided or after. */
    stopped: z.int(),
    /** The carrier did not take it. */
    refused: z.int(),
    /** None has been decided, and the contact is on a texter's desk. */
    claimed: z.int(),
    /** None has been decided, and the contact is on nobody's desk. */
    unassigned: z.int(),
  }),
  /** Initial messages that the carrier took: `progress.sent`, by the name that reports of this kind have for it. */
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
  /** Texts of both kinds that were decided and are not with the carrier yet. */
  waiting: z.int(),
  /** Texts of both kinds that were taken back before they left. */
  withdrawn: z.int(),
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
