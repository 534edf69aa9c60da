import { z } from 'zod';
import { messageStates } from '../domain/message-state.ts';
import { call, roles } from './define.ts';
import { instant, intentId, localId, nothing, pageAfter, pageLimit, writtenText } from './fields.ts';
import { conversationStops, queuedView, sendStops } from './outbox.ts';

export const conversationView = z.object({
  actionId: localId,
  contactId: localId,
  firstName: z.string(),
  lastName: z.string(),
  /** Whose it is. */
  userId: localId,
  lastReplyId: localId,
  lastReply: z.string(),
  lastReplyAt: instant,
  /** Never so where nobody can answer any more, because the action has ended. */
  needsAttention: z.boolean(),
  /** It needs attention, and the last reply may ask to hear no more: a person decides whether to opt the contact out. */
  mayWantOut: z.boolean(),
  /** Nobody can write to them any more. Texters are not shown such conversations. */
  optedOut: z.boolean(),
  /** Nobody can write to them in this action any more. */
  actionEnded: z.boolean(),
  /** The contact has written something that whoever asks has not seen. Never so of one who has opted out. */
  unread: z.boolean(),
});

const heard = z.object({
  direction: z.literal('in'),
  replyId: localId,
  text: z.string(),
  at: instant,
  optedOut: z.boolean(),
  /** These words may ask to hear no more, but not in a way that opts anybody out by itself. */
  mayWantOut: z.boolean(),
});
const said = z.object({
  direction: z.literal('out'),
  messageId: localId,
  userId: localId,
  text: z.string(),
  at: instant,
  state: z.enum(messageStates),
  /** The carrier's word, and its code when it failed. */
  status: z.string().nullable(),
  errorCode: z.int().nullable(),
});

const counted = z.object({
  count: z.int().min(0),
  /** There are more: so many are not counted. */
  hasMore: z.boolean(),
});
const longestLookBackDays = 366;

/** Longer than any way of writing a phone number. */
const longestTypedPhone = 60;

/** Threads of one contact in one action. Texters see their own; all others see everybody's. */
export const conversationsCalls = {
  /**
   * Who has a phone number, however it is written, and where they were texted: for whoever is called by a contact, or told
   * of a wrong number. The number must be whole.
   */
  'conversations/find-contact': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ phone: z.string().max(longestTypedPhone) }).strict(),
    output: z.object({
      /** E.164. */
      phone: z.string(),
      /** Also of a number that nobody here has. */
      optedOut: z.boolean(),
      /** Null when nobody in the campaign has it. */
      contact: z.object({ contactId: localId, firstName: z.string(), lastName: z.string() }).nullable(),
      /** Newest text first. */
      conversations: z.array(z.object({ actionId: localId, actionName: z.string(), lastTextAt: instant })),
    }),
    errors: ['contacts/not-a-phone', 'contacts/no-area-code'],
  }),
  /**
   * With a reply, newest reply first. `unanswered` are those that would need attention, had their action not ended. `before` is
   * the last `lastReplyId` of the page before.
   */
  'conversations/list': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z
      .object({
        filter: z.enum(['needs-attention', 'unread', 'all', 'unanswered']).default('needs-attention'),
        before: pageAfter,
        limit: pageLimit,
      })
      .strict(),
    output: z.object({ conversations: z.array(conversationView), next: localId.nullable() }),
    errors: [],
  }),
  /** How many that list has in the filter `needs-attention`, for a figure that is always in sight. */
  'conversations/count-needing-answer': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: counted,
    errors: [],
  }),
  /**
   * How many that list has in the filter `unanswered`, of all actions that have ended or of those that ended in so many
   * days. Of one action it is what `results/read-performance` says of it, but that texters have only their own.
   */
  'conversations/count-unanswered': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ endedWithinDays: z.int().min(1).max(longestLookBackDays).nullable().default(null) }).strict(),
    output: counted,
    errors: [],
  }),
  /** Whether somebody has to answer first to get their next batch: they do while `count` is more than `most`. */
  'conversations/read-answer-first': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: nothing,
    output: z.object({
      /** With so many replies to answer or fewer one gets another batch; null when the campaign sets no limit. */
      most: z.int().nullable(),
      /** Conversations of their own, whatever their role, that need an answer and can be answered now; 0 without a limit. */
      count: z.int().min(0),
    }),
    errors: [],
  }),
  'conversations/read': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ actionId: localId, contactId: localId }).strict(),
    output: z.object({
      firstName: z.string(),
      lastName: z.string(),
      optedOut: z.boolean(),
      /** Why `conversations/send` would refuse whatever is written; null where it would not. */
      stop: z.enum(conversationStops).nullable(),
      /** As in the list. To be asked for it is not to be seen: see `conversations/mark-read`. */
      unread: z.boolean(),
      /** In the order in which they came about. */
      thread: z.array(z.discriminatedUnion('direction', [heard, said])),
      /** Response scripts of the action, filled for this contact. */
      responses: z.array(z.object({ scriptId: localId, name: z.string(), text: z.string() })),
    }),
    errors: ['conversations/not-found'],
  }),
  /**
   * The actor has seen the conversation, with `replyId` as the reply that came to be known last of all that was shown: it is
   * read for them, and for nobody else. It stays unread where another one has come meanwhile.
   */
  'conversations/mark-read': call({
    at: 'engine',
    allow: roles,
    repeat: 'repeatable',
    input: z.object({ actionId: localId, contactId: localId, replyId: localId }).strict(),
    output: nothing,
    errors: ['conversations/not-found'],
  }),
  /** A follow-up: own words, or a response script as it was filled or then edited. */
  'conversations/send': call({
    at: 'engine',
    allow: roles,
    repeat: 'once',
    input: z
      .object({
        intentId,
        actionId: localId,
        contactId: localId,
        text: writtenText,
        scriptId: localId.nullable().default(null),
      })
      .strict(),
    output: queuedView,
    errors: [...sendStops, 'conversations/not-found'],
  }),
  /**
   * Keeps what the actor has written and not sent, in the place of what was kept before; with no words, nothing is kept. It
   * goes by itself when this person sends a text there, and when the contact opts out. Words of the first text are
   * taken and listed only while the contact is on the actor's desk, and all of them go when it is sent: they never become
   * an answer.
   */
  'conversations/save-draft': call({
    at: 'engine',
    allow: roles,
    repeat: 'repeatable',
    input: z
      .object({
        actionId: localId,
        contactId: localId,
        /** They are of the first text; else of an answer. */
        isFirst: z.boolean(),
        text: writtenText,
        scriptId: localId.nullable().default(null),
        /** Own words that the script took the place of. */
        replaced: writtenText.nullable().default(null),
      })
      .strict(),
    output: nothing,
    errors: ['conversations/not-found', 'outbox/opted-out'],
  }),
  /** The actor's own, of all actions. */
  'conversations/list-drafts': call({
    at: 'engine',
    allow: roles,
    repeat: 'query',
    input: z.object({ after: pageAfter, limit: pageLimit }).strict(),
    output: z.object({
      drafts: z.array(
        z.object({
          actionId: localId,
          contactId: localId,
          /** It is of the first text, to somebody on the actor's desk; else of an answer. */
          isFirst: z.boolean(),
          text: z.string(),
          /** The response script that the words began as. */
          scriptId: localId.nullable(),
          /** Own words that the script took the place of, so that they can be had back. */
          replaced: z.string().nullable(),
          savedAt: instant,
        }),
      ),
      next: localId.nullable(),
    }),
    errors: [],
  }),
};
