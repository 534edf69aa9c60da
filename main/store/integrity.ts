import { integrityCheck } from './questions.ts';
import { StoreRefusal } from './refusal.ts';
import type { Store } from './store.ts';

/** The kind of job that checks the file when an admin asks for it. */
export const integrityJob = 'store/check-integrity';

export interface IntegrityOutcome {
  readonly sound: boolean;
  /** What SQLite says is wrong, at most 20 lines. */
  readonly faults: readonly string[];
}

/**
 * Reads the whole file, in a worker that answers nothing else. A fault stops all writing, so that nothing is built on
 * nonsense.
 * @throws the signal's reason when it aborts.
 */
export async function checkIntegrity(store: Store, signal: AbortSignal): Promise<IntegrityOutcome> {
  const faults = await findFaults(store, signal);
  if (faults.length > 0) store.markDamaged();
  return { sound: faults.length === 0, faults };
}

/** A page that cannot be read at all ends the check itself, which is a finding, too. */
async function findFaults(store: Store, signal: AbortSignal): Promise<readonly string[]> {
  try {
    return await store.readAlone(integrityCheck, null, signal);
  } catch (thrown) {
    if (!(thrown instanceof StoreRefusal) || thrown.error.code !== 'store/damaged') throw thrown;
    return [thrown.cause instanceof Error ? thrown.cause.message : thrown.message];
  }
}
