import { type Clock, systemClock } from '../../../main/clock/index.ts';
import { silentLog } from '../../../main/log/index.ts';
import { openStore } from '../../../main/store/index.ts';
import { inventedPhone } from '../../support/lists.ts';
import { newIntentId, openBenchEngine } from './bench-engine.ts';
import { workerOf } from './bench-store.ts';
import { fillBigStore } from './big-store.ts';

/** Contacts that a practice carrier takes texts for; the other ones of a big store have phones that nobody has. */
const withPhones = 2_000;

/**
 * Makes the store of a campaign in `folder`, big and with the first batch on the desk of its only person, who may text at
 * any hour in batches of 200. It is closed again, for an application to open.
 */
export async function makeTextingStore(folder: string, { rows }: { readonly rows: number }): Promise<void> {
  const [clock, log]: [Clock, ReturnType<typeof silentLog>] = [systemClock(), silentLog()];
  const readWorker = workerOf('read-worker');
  const opened = await openStore({ folder, newMode: 'practice', readWorker, clock, log, onSuperseded: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  try {
    const { ask } = openBenchEngine({ store, clock, log }, null);
    await ask('campaign/found', { intentId: newIntentId(), campaignName: 'Riverside Tenants', firstName: 'Ana' });
    await ask('people/sign-in', { userId: 1 });
    const changes = { startMinute: 0, endMinute: 1_440, bucketSize: 200 };
    await ask('campaign/change-settings', { intentId: newIntentId(), changes });
    fillBigStore(store, { rows, onDesk: 200 });
    store.write((tx) => {
      for (let n = 0; n < withPhones; n += 1) {
        tx.run('UPDATE contact SET phone = ? WHERE id = ?', inventedPhone(n), n + 1);
      }
    });
  } finally {
    await store.close();
  }
}
