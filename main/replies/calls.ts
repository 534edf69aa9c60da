import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { ok } from '../../shared/result.ts';
import type { Store, Tx } from '../store/index.ts';
import { listStrays } from './queries.ts';

export function repliesHandlers({ store }: { readonly store: Store }): Handlers<CallsOf<'replies'>, Tx> {
  return {
    'replies/list-strays': (_context, { before, limit }) => {
      const rows = store.look((reader) => listStrays(reader, before, limit + 1));
      const replies = rows.slice(0, limit).map((row) => ({
        replyId: row.id,
        phone: row.phone,
        text: row.body,
        receivedAt: row.received_at,
        optedOut: row.opted_out === 1,
      }));
      return ok({ replies, next: rows.length > limit ? (replies.at(-1)?.replyId ?? null) : null });
    },
  };
}
