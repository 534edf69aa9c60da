import { codeOf } from './open.ts';
import { integrityCheck } from './questions.ts';
import { QuestionFailed } from './reading.ts';
import type { Store } from './store.ts';

/** The kind of job that checks the file when an admin asks for it. */
export const integrityJob = 'store/check-integrity';

export interface IntegrityOutcome {
  readonly sound: boolean;
  /** What SQLite says is wrong, at most 20 lines. */
  readonly faults: readonly string[];
}

/** Reads the whole file in the read worker. A fault stops all writing, so that nothing is built on nonsense. */
export async function checkIntegrity(store: Store): Promise<IntegrityOutcome> {
  const faults = await findFaults(store);
  if (faults.length > 0) store.markDamaged();
  return { sound: faults.length === 0, faults };
}

/** A page that cannot be read at all ends the check itself, which is a finding, too. */
async function findFaults(store: Store): Promise<readonly string[]> {
  try {
    return await store.read(integrityCheck, null);
  } catch (thrown) {
    if (thrown instanceof QuestionFailed && codeOf(thrown) === 'store/damaged') return [thrown.message];
    throw thrown;
  }
}
