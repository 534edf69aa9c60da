/**
 * The conversations room: one contact in one action, from the initial message on. It takes a page of the list, a phone to
 * find, a conversation to read, a follow-up to send and words to keep until they are sent; it gives threads, which of them
 * need attention (the contact wrote back, has not opted out, nobody has answered since, and the action has not ended),
 * which were left unanswered (the same, but the action has ended) and which are unread for whoever asks. It refuses texters
 * what is not theirs, as if it were not there.
 */
import type { CallsOf, EngineEvent, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { listScripts } from '../actions/index.ts';
import type { Clock } from '../clock/index.ts';
import { type Contact, findContact, readPhone } from '../contacts/index.ts';
import type { Outbox } from '../outbox/index.ts';
import type { Scripts } from '../scripts/index.ts';
import type { Reader, Store, Tx } from '../store/index.ts';
import { mayBegin, mayEnter, reachOf } from './access.ts';
import { readAnswerFirst } from './answer-first.ts';
import { listDrafts, putDraft } from './drafts.ts';
import { listHeard, listSaid } from './queries.ts';
import { countNeeding, countUnanswered, listPage } from './questions.ts';
import { threadOf } from './thread.ts';
import { isUnread, markRead } from './unread.ts';

export { countNeedingAnswer } from './answer-first.ts';
export { conversationsQuestions } from './questions.ts';

const dayMs = 24 * 60 * 60 * 1_000;

export interface ConversationsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
  readonly outbox: Pick<Outbox, 'followUpStop' | 'queueFollowUp'>;
  readonly scripts: Scripts;
}

export function conversationsHandlers(parts: ConversationsParts): Handlers<CallsOf<'conversations'>, Tx> {
  const { store, clock, announce, outbox, scripts } = parts;

  function responsesFor(reader: Reader, actionId: number, contact: Contact, userId: number) {
    return listScripts(reader, actionId, 'response').map(({ scriptId, name, body }) => {
      const { text } = scripts.fillScript(reader, { body, contact, userId });
      return { scriptId, name, text };
    });
  }

  return {
    'conversations/list': async ({ actor }, { filter, before, limit }) => {
      const page = { filter, before, limit, userId: reachOf(actor), readerId: actor.userId };
      return ok(await store.read(listPage, page));
    },

    'conversations/find-contact': async ({ actor }, { phone }) => {
      // The tables that phones are read with are loaded when somebody looks for one: the engine opens sooner without.
      const { findByPhone } = await import('./find-contact.ts');
      return store.look((reader) => findByPhone(reader, actor, phone));
    },

    'conversations/count-needing-answer': async ({ actor }) =>
      ok(await store.read(countNeeding, { userId: reachOf(actor) })),

    'conversations/count-unanswered': async ({ actor }, { endedWithinDays }) => {
      const endedSince = endedWithinDays === null ? 0 : clock.nowMs() - endedWithinDays * dayMs;
      return ok(await store.read(countUnanswered, { userId: reachOf(actor), endedSince }));
    },

    'conversations/read-answer-first': async ({ actor: { userId } }) =>
      ok(await store.read(readAnswerFirst, { userId })),

    'conversations/read': ({ actor }, { actionId, contactId }) =>
      store.look((reader) => {
        if (!mayEnter(reader, actor, actionId, contactId)) return err(appError('conversations/not-found'));
        const contact = findContact(reader, contactId);
        if (contact === undefined) throw new Error('a conversation without its contact');
        return ok({
          firstName: contact.firstName,
          lastName: contact.lastName,
          optedOut: readPhone(reader, contact.phone).optedOutAt !== null,
          stop: outbox.followUpStop(reader, { actionId, contactId }),
          unread: isUnread(reader, { readerId: actor.userId, actionId, contactId }),
          thread: threadOf(listHeard(reader, actionId, contactId), listSaid(reader, actionId, contactId)),
          responses: responsesFor(reader, actionId, contact, actor.userId),
        });
      }),

    'conversations/send': ({ tx, actor }, { actionId, contactId, text, scriptId }) => {
      if (!mayEnter(tx, actor, actionId, contactId)) return err(appError('conversations/not-found'));
      const queued = outbox.queueFollowUp(tx, { actionId, contactId, userId: actor.userId, text, scriptId });
      if (queued.ok) tx.afterCommit(() => announce({ event: 'changed', room: 'conversations', ids: [contactId] }));
      return queued;
    },

    // Nobody is told: it is read for this person alone, who knows it.
    'conversations/mark-read': ({ actor }, { actionId, contactId, replyId }) =>
      store.write((tx) => {
        if (!mayEnter(tx, actor, actionId, contactId)) return err(appError('conversations/not-found'));
        markRead(tx, { readerId: actor.userId, actionId, contactId, replyId });
        return ok({});
      }),

    // Nobody is told: only whoever writes it is shown it, and knows it.
    'conversations/save-draft': ({ actor }, { isFirst, ...words }) =>
      store.write((tx) => {
        const { actionId, contactId } = words;
        const mayWrite = isFirst ? mayBegin : mayEnter;
        if (!mayWrite(tx, actor, actionId, contactId)) return err(appError('conversations/not-found'));
        const contact = findContact(tx, contactId);
        if (contact === undefined) throw new Error('a conversation without its contact');
        if (readPhone(tx, contact.phone).optedOutAt !== null) return err(appError('outbox/opted-out'));
        putDraft(tx, { ...words, userId: actor.userId, savedAt: clock.nowMs() });
        return ok({});
      }),

    'conversations/list-drafts': ({ actor }, { after, limit }) =>
      ok(store.look((reader) => listDrafts(reader, actor, { after: after ?? 0, limit }))),
  };
}
