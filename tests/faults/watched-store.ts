import type { Store } from '../../main/store/index.ts';
import type { Tx } from '../../main/store/statements.ts';
import type { Reached } from './moments.ts';

/** How the limiter let go of a text. */
export interface Claim {
  /** When it looked at its clock, by the common one. */
  readonly releasedAt: number;
  /** What the engine noted as the time of the attempt, by its own corrected clock. */
  readonly claimedAt: number;
}

/** A store that tells of the transactions that matter to texts on their way. */
export interface WatchedStore {
  readonly wrap: (store: Store) => Store;
  /** The last claim of a text with these words to this phone. */
  claimOf(text: { readonly to: string; readonly body: string }): Claim;
}

const findText = 'SELECT phone, body FROM message WHERE id = ?';

/** @param lookedAt when the engine last looked at its clock, by the common one, without the engine's own skew. */
export function watchStore(reached: Reached, lookedAt: () => number): WatchedStore {
  const claims = new Map<string, Claim>();
  const keyOf = (to: string, body: string): string => `${to} ${body}`;

  function wrap(store: Store): Store {
    return {
      ...store,
      write: (work) => {
        const seen = { claims: false, answers: false };
        const outcome = store.write((tx) => {
          const inside = work(watched(tx, seen));
          if (seen.claims) reached('before-sending-commit');
          if (seen.answers) reached('before-answer-commit');
          return inside;
        });
        if (seen.claims) reached('after-sending-commit');
        return outcome;
      },
    };
  }

  /** A text changes its state by one update, which sets the state first (`main/outbox/changes.ts`). */
  function watched(tx: Tx, seen: { claims: boolean; answers: boolean }): Tx {
    return {
      ...tx,
      run: (sql, ...values) => {
        const state = /^UPDATE message SET state = \?/.test(sql) ? values[0] : null;
        if (state === 'sending') {
          seen.claims = true;
          const columns = [...sql.matchAll(/(\w+) = \?/g)].map(([, name]) => name);
          const claimedAt = Number(values[columns.indexOf('last_attempt_at')]);
          const text = tx.get<{ phone: string; body: string }>(findText, Number(values[columns.lastIndexOf('id')]));
          // The limiter looked just before it let the text go; the clock may leap before it looks for the next one.
          if (text !== undefined) claims.set(keyOf(text.phone, text.body), { releasedAt: lookedAt(), claimedAt });
        }
        if (state === 'handed-over') seen.answers = true;
        return tx.run(sql, ...values);
      },
    };
  }

  return { wrap, claimOf: ({ to, body }) => claims.get(keyOf(to, body)) ?? { releasedAt: 0, claimedAt: 0 } };
}
