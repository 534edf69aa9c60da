import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../main/clock/index.ts';
import { composeRooms } from '../../main/engine-rooms.ts';
import { silentLog } from '../../main/log/index.ts';
import { createFiles, createServer } from '../../main/serve/index.ts';
import { openStore } from '../../main/store/index.ts';
import { uuidV7 } from '../../shared/domain/ids.ts';
import { type Figures, percentile, roundMs } from './figures.ts';
import { measureBareCommits } from './reference/commits.ts';
import { fillBigStore } from './support/big-store.ts';

const texts = 5_000;
const rows = 1_000_000;

/**
 * One Enter through the server: parsed, judged by every safeguard, the text, its intent, its journal row and the desk
 * moved on, committed with a flush, answered. The store holds a million contacts, assignments, journal rows and intents.
 */
export async function measureSendCommit(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const clock = systemClock();
  const log = silentLog();
  const announce = (): void => {};
  const opened = await openStore({ folder, newMode: 'practice', readWorker: '', clock, log, onSuperseded: announce });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  try {
    const { handlers, people } = composeRooms({ store, carrier: null, clock, log, importWorker: '', announce });
    const { actorOf } = people;
    const server = createServer({ handlers, store, actorOf, files: createFiles(), clock, log, checkOutputs: false });
    const connection = { session: null };
    const ask = async (call: string, input: unknown): Promise<void> => {
      const answer = await server.answer(connection, { id: 1, call, input });
      if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`);
    };
    await ask('campaign/found', { intentId: randomUUID(), campaignName: 'Riverside Tenants', firstName: 'Ana' });
    await ask('people/sign-in', { userId: 1 });
    fillBigStore(store, { rows, onDesk: texts });

    const samples: number[] = [];
    const startedMs = performance.now();
    for (let assignmentId = 1; assignmentId <= texts; assignmentId += 1) {
      const intentId = uuidV7(Date.now(), randomBytes(10));
      const text = `Hi Contact ${assignmentId}, this is Ana.`;
      const beganMs = performance.now();
      await ask('outbox/send-initial', { intentId, assignmentId, text });
      samples.push(performance.now() - beganMs);
    }
    const perS = Math.round((texts * 1_000) / (performance.now() - startedMs));
    const bare = measureBareCommits(texts);
    return {
      sendCommitP50Ms: roundMs(percentile(samples, 0.5)),
      sendCommitP99Ms: roundMs(percentile(samples, 0.99)),
      sendCommitPerS: perS,
      bareCommitP50Ms: bare.p50Ms,
      bareCommitP99Ms: bare.p99Ms,
      bareCommitPerS: bare.perS,
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
