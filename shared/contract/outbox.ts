import { z } from 'zod';
import { messageStates, waitReasons } from '../domain/message-state.ts';
import { call, roles } from './define.ts';
import { appErrorView, instant, intentId, localId, nothing, pageAfter, pageLimit, writtenText } from './fields.ts';

/** What stops every text to a contact in an action, whatever it says. */
export const conversationStops = [
  'outbox/opted-out',
  'outbox/blocked-phone',
  'outbox/unreachable-phone',
  'actions/not-published',
  'actions/paused',
  'actions/ended',
  'numbers/none',
] as const;

/** What stops the text that a person wants to send, now and for good. */
export const sendStops = [
  'outbox/empty-text',
  'outbox/too-long',
  'outbox/unfilled-variable',
  'outbox/own-words',
  ...conversationStops,
] as const;

export const queuedView = z.object({
  messageId: localId,
  segments: z.int(),
  /** What it waits for besides its turn, so far as is known now. */
  wait: z.enum(waitReasons).nullable(),
});

/** Why a text that was decided is not with the carrier yet. */
export const waitsFor = [
  ...waitReasons,
  /** Nothing but its turn. */
  'turn',
  /** The carrier is being asked to take it. */
  'leaving',
  /** The carrier may have it, and is asked whether it has. */
  'checking',
  /** Only a person can say whether it shall still be sent. */
  'decision',
] as const;

export const waitingView = z.object({
  messageId: localId,
  kind: z.enum(['initial', 'follow-up']),
  actionId: localId,
  actionName: z.string(),
  contactId: localId,
  firstName: z.string(),
  lastName: z.string(),
  decidedBy: z.object({ userId: localId, firstName: z.string(), lastName: z.string() }),
  decidedAt: instant,
  waitsFor: z.enum(waitsFor),
  /** It leaves no earlier (epoch ms); null where that is not known. */
  notBeforeAt: instant.nullable(),
});

/** What was decided to send, until the carrier has it. */
export const outboxCalls = {
  /** A person's own act: queues the first text to a contact on their desk. Works without a line. */
  'outbox/send-initial': call({
    at: 'engine',
    allow: roles,
    repeat: 'once',
    input: z.object({ intentId, assignmentId: localId, text: writtenText }).strict(),
    output: queuedView,
    errors: [...sendStops, 'assignments/not-yours', 'assignments/already-texted'],
  }),
  /** What waits and why; what only a person can decide. */
  'outbox/read-status': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({
      queued: z.int(),
      /** Of the queued ones, by what they wait for; those that only wait for their turn are in none. */
      waiting: z.partialRecord(z.enum(waitReasons), z.int()),
      sending: z.int(),
      uncertain: z.int(),
      needsPerson: z.int(),
      line: z.enum(['up', 'down', 'unknown', 'none']),
      /** What holds everything up; null while texts leave. */
      heldBy: appErrorView.nullable(),
    }),
    errors: [],
  }),
  /** What is not with the carrier yet, the first decided first: texters and leads see what they decided, others all. */
  'outbox/list-waiting': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ after: pageAfter, limit: z.int().min(1).max(100).default(100) }).strict(),
    output: z.object({ messages: z.array(waitingView), next: localId.nullable() }),
    errors: [],
  }),
  /**
   * The few first texts that one has sent last in an action, the newest first: lately, among all that were sent. Whoever has
   * opted out since is among them, since a text that one knows to have sent would be missed; nothing is told of what they wrote.
   */
  'outbox/list-own-latest': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId }).strict(),
    output: z.object({
      messages: z.array(
        z.object({
          messageId: localId,
          contactId: localId,
          firstName: z.string(),
          lastName: z.string(),
          text: z.string(),
          at: instant,
          state: z.enum(messageStates),
          /** The carrier's word for where it is; null until the first one. */
          status: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
  }),
  'outbox/list-needs-person': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ after: pageAfter, limit: pageLimit }).strict(),
    output: z.object({
      messages: z.array(
        z.object({
          messageId: localId,
          actionId: localId,
          contactId: localId,
          firstName: z.string(),
          lastName: z.string(),
          text: z.string(),
          queuedAt: instant,
          /** `too-old`, `number-lost`, or `unknown-too-long`: then the contact may have got it. */
          reason: z.enum(['too-old', 'number-lost', 'unknown-too-long']),
        }),
      ),
      next: localId.nullable(),
    }),
    errors: [],
  }),
  /** Sends it after all, by every safeguard, or withdraws it. */
  'outbox/decide': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, messageId: localId, decision: z.enum(['send', 'withdraw']) }).strict(),
    output: nothing,
    errors: ['outbox/not-found', 'outbox/already-decided', 'numbers/none'],
  }),
  /** After the account or a number was refused and somebody has put it right. */
  'outbox/resume-sending': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId }).strict(),
    output: nothing,
    errors: [],
  }),
};
