import { z } from 'zod';
import { call, roles } from './define.ts';
import { intentId, localId, nothing, pageAfter } from './fields.ts';

/** A contact on a texter's desk, with the text that will be sent when the key is pressed. */
export const deskView = z.object({
  assignmentId: localId,
  /** What it was claimed in. Whoever was taken back and is claimed again comes in another one. */
  batchId: localId,
  contactId: localId,
  firstName: z.string(),
  lastName: z.string(),
  scriptId: localId,
  /** Variables filled, look-alikes replaced: what the contact will read. */
  text: z.string(),
  segments: z.int(),
  /** Variables that had neither a value nor a fallback, and where in the text they were left out (`script-gaps.ts`). */
  gaps: z.array(z.object({ name: z.string(), at: z.int() })),
  /** The clocks that all have to be inside the texting hours; the campaign's own where nothing is known. At least one. */
  zones: z.array(z.string()),
  /** When its texter put it off to the end of the desk (epoch ms): such contacts come up last, in that order. */
  putOffAt: z.int().nullable(),
});

/** What is on a desk, as it was claimed. */
const batchView = z.object({
  /** What everybody on the desk was claimed in; several only where two claims of one person met. */
  batchIds: z.array(localId),
  /** Contacts, whatever has become of them since. */
  size: z.int(),
  /** The assignments whose first text was decided. Their ids, so that nobody who is texted meanwhile is counted twice. */
  texted: z.array(localId),
});

/** Who texts whom. */
export const assignmentsCalls = {
  /**
   * Claims a batch in one transaction, or gives the one that is not done. Only contacts whose texting hours are open, and
   * none who has opted out. A new one is refused to whoever has more replies to answer than the campaign allows.
   */
  'assignments/claim-batch': call({
    at: 'engine',
    allow: roles,
    repeat: 'once',
    input: z.object({ intentId, actionId: localId }).strict(),
    output: z.object({ batchId: localId, contactCount: z.int() }),
    errors: [
      'actions/not-found',
      'actions/not-published',
      'actions/paused',
      'actions/ended',
      'assignments/none-left',
      'assignments/outside-hours',
      'assignments/answer-first',
    ],
  }),
  /** The texter's next contacts, so that the next one is there before this one is sent. */
  'assignments/list-desk': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId, after: pageAfter, limit: z.int().min(1).max(50).default(10) }).strict(),
    output: z.object({
      desk: z.array(deskView),
      /** Still on the desk, these included. */
      leftCount: z.int(),
      /** Null when nobody is on the desk, not even somebody who may no longer be texted. */
      batch: batchView.nullable(),
    }),
    errors: ['actions/not-found'],
  }),
  /** One's own desks with somebody on them, by action: what one has begun and not done. */
  'assignments/list-own-desks': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({ desks: z.array(z.object({ actionId: localId, leftCount: z.int() })) }),
    errors: [],
  }),
  /** Puts a contact of one's own desk off to its end. */
  'assignments/put-off': call({
    at: 'engine',
    allow: roles,
    repeat: 'repeatable',
    input: z.object({ assignmentId: localId }).strict(),
    output: z.object({}),
    errors: ['assignments/not-yours'],
  }),
  /** Who is on one's own desk in an action can be claimed by others again. */
  'assignments/give-back': call({
    at: 'engine',
    allow: roles,
    repeat: 'once',
    input: z.object({ intentId, actionId: localId }).strict(),
    output: z.object({ contactCount: z.int() }),
    errors: ['actions/not-found'],
  }),
  /** Who is on anybody's desk in an action can be claimed again: somebody went home in the middle of a batch. */
  'assignments/take-back': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, actionId: localId }).strict(),
    output: z.object({ contactCount: z.int() }),
    errors: ['actions/not-found'],
  }),
  'assignments/read-progress': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: z.object({
      unassigned: z.int(),
      claimed: z.int(),
      texted: z.int(),
      leftOut: z.int(),
    }),
    errors: ['actions/not-found'],
  }),
  /**
   * Contacts on no desk that nobody can be given now, because it is outside texting hours where they live. It changes with
   * the time and with the settings; texting changes nothing about it.
   */
  'assignments/read-hours': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: z.object({
      waiting: z.int(),
      /** Of those, how many can be texted next, all from the same instant on. */
      opening: z.int(),
      /** That instant (epoch ms); null when none of them can be texted within a week. */
      opensAt: z.int().nullable(),
    }),
    errors: ['actions/not-found'],
  }),
};
