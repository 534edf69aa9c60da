import { type Store, StoreRefusal } from '../store/index.ts';
import type { Changes } from './changes.ts';
import { listInDoubt } from './queries.ts';

/**
 * Takes what the engine before this one left as `sending`: it died between its commit and the carrier's answer, and the
 * carrier may have the texts. Gives what puts them in doubt, and then says whether there was anything to do. While the
 * store takes no changes it does nothing and is to be asked again; until then their phones get no other text.
 */
export function doubtAllInTheAir({
  store,
  changes,
}: {
  readonly store: Store;
  readonly changes: Changes;
}): () => boolean {
  // Read once: what this engine itself hands over must not be taken for it.
  const inTheAir = store.look((reader) => listInDoubt(reader, 'sending'));
  return () => {
    if (inTheAir.length === 0) return false;
    try {
      store.write((tx) => {
        for (const message of inTheAir) changes.doubt(tx, message, 'restart');
      });
    } catch (thrown) {
      if (thrown instanceof StoreRefusal) return false;
      throw thrown;
    }
    inTheAir.splice(0);
    return true;
  };
}
