import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { findContact } from '../contacts/index.ts';
import { listUsableNumbers } from '../numbers/index.ts';
import type { Reader, Store, Tx } from '../store/index.ts';
import type { NeedsPerson } from './changes.ts';
import type { Outbox, OutboxParts } from './index.ts';
import { listOwnLatest } from './list-own-latest.ts';
import { findMessage, listNeedsPerson } from './queries.ts';

export function outboxHandlers(
  outbox: Outbox,
  { store, carrier }: Pick<OutboxParts, 'store' | 'carrier'>,
): Handlers<CallsOf<'outbox'>, Tx> {
  return {
    'outbox/send-initial': ({ tx, actor }, { assignmentId, text }) =>
      outbox.queueInitial(tx, { assignmentId, text, userId: actor.userId }),

    'outbox/read-status': async () => ok(await outbox.readStatus()),

    'outbox/list-waiting': async ({ actor: { role, userId } }, { after, limit }) => {
      const seesAll = role === 'admin' || role === 'owner';
      const asked = { userId: seesAll ? null : userId, after: after ?? 0, limit: limit + 1 };
      const messages = await outbox.listWaiting(asked);
      const page = messages.slice(0, limit);
      return ok({ messages: page, next: messages.length > limit ? (page.at(-1)?.messageId ?? null) : null });
    },

    'outbox/list-own-latest': async ({ actor: { userId } }, { actionId }) =>
      ok({ messages: await store.read(listOwnLatest, { actionId, userId }) }),

    'outbox/list-needs-person': (_context, { after, limit }) => ok(pageOfNeedsPerson(store, after ?? 0, limit)),

    'outbox/decide': ({ tx, actor }, { messageId, decision }) => {
      const message = findMessage(tx, messageId);
      if (message === undefined) return err(appError('outbox/not-found'));
      if (message.state !== 'needs-person') return err(appError('outbox/already-decided'));
      if (decision === 'withdraw') {
        outbox.withdraw(tx, message, actor.userId);
        return ok({});
      }
      const usable = listUsableNumbers(tx, carrier?.accountId ?? null);
      const numberId = usable.find((number) => number.numberId === message.numberId)?.numberId ?? usable[0]?.numberId;
      if (numberId === undefined) return err(appError('numbers/none'));
      outbox.requeue(tx, message, numberId, actor.userId);
      return ok({});
    },

    'outbox/resume-sending': ({ tx, actor }) => {
      outbox.resumeSending(tx, actor.userId);
      return ok({});
    },
  };
}

function pageOfNeedsPerson(store: Store, after: number, limit: number) {
  return store.look((reader) => {
    const rows = listNeedsPerson(reader, after, limit + 1);
    const page = rows.slice(0, limit);
    return {
      messages: page.map(({ messageId, actionId, contactId, body, queuedAt, reason }) => ({
        messageId,
        actionId,
        contactId,
        ...nameOf(reader, contactId),
        text: body,
        queuedAt,
        reason: reason as NeedsPerson,
      })),
      next: rows.length > limit ? (page.at(-1)?.messageId ?? null) : null,
    };
  });
}

/** Whom the text is for, so that a person can decide. */
function nameOf(reader: Reader, contactId: number): { readonly firstName: string; readonly lastName: string } {
  const contact = findContact(reader, contactId);
  if (contact === undefined) throw new Error('a text without its contact');
  return { firstName: contact.firstName, lastName: contact.lastName };
}
