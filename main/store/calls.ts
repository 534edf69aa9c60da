import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { ok } from '../../shared/result.ts';
import { integrityJob } from './integrity.ts';
import type { Tx } from './statements.ts';
import type { Store } from './store.ts';

/** Starts a job inside a transaction; the jobs room stands on this floor, so the engine passes its verb. */
export type StartJob = (tx: Tx, job: { kind: string; input: unknown; userId: number | null }) => number;

export function storeHandlers(store: Store, startJob: StartJob): Handlers<CallsOf<'store'>, Tx> {
  return {
    'store/read-status': () =>
      ok({
        ...store.status(),
        mode: store.mode,
        closedBecause: store.closedBecause(),
        incarnation: store.incarnation(),
        lastEndedCleanly: store.lastEndedCleanly,
        openedAt: store.openedAt,
      }),

    'store/check-integrity': ({ tx, actor }) =>
      ok({ jobId: startJob(tx, { kind: integrityJob, input: {}, userId: actor.userId }) }),
  };
}
