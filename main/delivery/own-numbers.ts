import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Log } from '../log/index.ts';
import { type Store, StoreRefusal } from '../store/index.ts';

export interface OwnNumbersParts {
  readonly store: Store;
  readonly log: Log;
  /** Asks the carrier which numbers the account has now. Rejects with a `StoreRefusal` when the store does not take them. */
  readonly refreshNumbers: () => Promise<Result<void, AppError>>;
}

/**
 * Gives whether the campaign's numbers are known, so that a reading can tell which messages are its own. A store that was
 * restored or copied may lack numbers that came to the account since: it learns them before it reads, and until it has,
 * nothing that is read counts as read.
 */
export function createOwnNumbers({ store, log, refreshNumbers }: OwnNumbersParts): { areKnown(): Promise<boolean> } {
  let areKnown = false;

  async function learn(): Promise<boolean> {
    try {
      const refreshed = await refreshNumbers();
      // An account whose numbers cannot text was asked all the same.
      if (refreshed.ok || refreshed.error.code === 'carrier/no-numbers') return true;
      log.info('numbers-not-known', { code: refreshed.error.code });
    } catch (thrown) {
      if (!(thrown instanceof StoreRefusal)) throw thrown;
    }
    return false;
  }

  return {
    areKnown: async () => {
      areKnown ||= store.incarnation() === 'same' || (await learn());
      return areKnown;
    },
  };
}
