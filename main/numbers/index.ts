/**
 * The numbers room: the sending numbers that the carrier account has, and how fast they may send. It takes the
 * carrier's list of them and an admin's rates; it gives the numbers that texts can leave from, and tells when one is
 * lost. It never forgets a number, so that a late reply finds it, and calls none lost before the whole list was read.
 */
import type { EngineEvent } from '../../shared/contract/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Journal } from '../journal/index.ts';
import type { Store, Tx } from '../store/index.ts';
import type { NumberSource } from './read-list.ts';
import { type RefreshResult, refreshNumbers } from './refresh.ts';

export { numbersHandlers } from './calls.ts';
export { findNumber, findNumberByPhone, firstNumberAt, listUsableNumbers, type OwnNumber } from './own-number.ts';
export { accountRate } from './queries.ts';

export interface NumbersParts {
  readonly store: Store;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly announce: (event: EngineEvent) => void;
  /** Null while no carrier is connected: the known numbers stay known. */
  readonly carrier: NumberSource | null;
  /** Called in the transaction that marks a number as lost, or as one that can no longer text. */
  readonly onNumberLost: (tx: Tx, numberId: number) => void;
  /** Called in the transaction that adds a number, or finds a lost one again. */
  readonly onNumberFound: (tx: Tx, numberId: number) => void;
}

export interface Numbers {
  /**
   * Asks the carrier which numbers the account has now. Who asks while somebody else does gets the same answer. It
   * rejects with a `StoreRefusal` when there is news that the store does not take.
   */
  refresh(): Promise<RefreshResult>;
  /** Takes back what is being asked, and resolves when nothing will be written any more. */
  stop(): Promise<void>;
}

export function createNumbers(parts: NumbersParts): Numbers {
  const stopping = new AbortController();
  let asking: Promise<RefreshResult> | null = null;
  return {
    refresh: () => {
      asking ??= refreshNumbers(parts, stopping.signal).finally(() => {
        asking = null;
      });
      return asking;
    },
    stop: async () => {
      stopping.abort();
      await asking?.catch(() => undefined);
    },
  };
}
