import type { Store } from '../../main/store/index.ts';
import type { Tx } from '../../main/store/statements.ts';
import type { Reached } from './moments.ts';

/** A store that tells of the transactions that matter to texts on their way. */
export interface WatchedStore {
  readonly wrap: (store: Store) => Store;
  /** The common clock when the last transaction began: calls of the carrier follow the one that let them go. */
  lastBegunAt(): number;
}

/** @param nowAt the common clock, without the engine's own skew. */
export function watchStore(reached: Reached, nowAt: () => number): WatchedStore {
  let begunAt = 0;

  function wrap(store: Store): Store {
    return {
      ...store,
      write: (work) => {
        begunAt = nowAt();
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

  return { wrap, lastBegunAt: () => begunAt };
}

/** A text changes its state by an update with the new one as its parameter `state`. */
function watched(tx: Tx, seen: { claims: boolean; answers: boolean }): Tx {
  return {
    ...tx,
    run: (sql, ...values) => {
      const [first] = values;
      const state = typeof first === 'object' && first !== null && 'state' in first ? first['state'] : null;
      if (state === 'sending') seen.claims = true;
      if (state === 'handed-over') seen.answers = true;
      return tx.run(sql, ...values);
    },
  };
}
