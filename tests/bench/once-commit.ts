import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../main/clock/index.ts';
import { composeRooms } from '../../main/engine-rooms.ts';
import { silentLog } from '../../main/log/index.ts';
import { createFiles, createServer } from '../../main/serve/index.ts';
import { openStore, type Store } from '../../main/store/index.ts';
import { uuidV7 } from '../../shared/domain/ids.ts';
import { type Figures, percentile, roundMs } from './figures.ts';
import { measureBareCommits } from './reference/commits.ts';

const acts = 5_000;
const journalRows = 1_000_000;

/**
 * One act of a person through the server: parsed, judged, its intent, its change and its journal row committed with a
 * flush, answered. The store holds a million journal rows and intents, as it does after a million texts.
 */
export async function measureOnceCommit(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldline-bench-'));
  const clock = systemClock();
  const log = silentLog();
  const opened = await openStore({ folder, newMode: 'practice', readWorker: '', clock, log, onSuperseded: () => {} });
  if (!opened.ok) throw new Error(opened.error.code);
  const store = opened.value;
  try {
    fill(store);
    const { handlers, people } = composeRooms({
      store,
      carrier: null,
      clock,
      log,
      importWorker: '',
      announce: () => {},
    });
    const { actorOf } = people;
    const server = createServer({ handlers, store, actorOf, files: createFiles(), clock, log, checkOutputs: false });
    const connection = { session: null };
    const founding = { intentId: randomUUID(), campaignName: 'Riverside Tenants', firstName: 'Ana' };
    await server.answer(connection, { id: 0, call: 'campaign/found', input: founding });
    await server.answer(connection, { id: 0, call: 'people/sign-in', input: { userId: 1 } });

    const samples: number[] = [];
    const startedMs = performance.now();
    for (let id = 1; id <= acts; id += 1) {
      const request = {
        id,
        call: 'campaign/rename',
        input: { intentId: uuidV7(Date.now(), randomBytes(10)), campaignName: `Riverside ${id}` },
      };
      const beganMs = performance.now();
      const answer = await server.answer(connection, request);
      samples.push(performance.now() - beganMs);
      if (!answer.ok) throw new Error(answer.error.code);
    }
    const perS = Math.round((acts * 1_000) / (performance.now() - startedMs));
    const bare = measureBareCommits(acts);
    return {
      onceCommitP50Ms: roundMs(percentile(samples, 0.5)),
      onceCommitP99Ms: roundMs(percentile(samples, 0.99)),
      onceCommitPerS: perS,
      bareCommitP50Ms: bare.p50Ms,
      bareCommitP99Ms: bare.p99Ms,
      bareCommitPerS: bare.perS,
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

function fill(store: Store): void {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${journalRows})`;
  store.write((tx) =>
    tx.run(`${numbers} INSERT INTO journal (event_id, device, n, at, user_id, kind, payload)
      SELECT unhex(printf('%032x', i)), 0, i, i, 1, 'campaign/renamed', '{"from":"Riverside 1","to":"Riverside 2"}' FROM n`),
  );
  store.write((tx) =>
    tx.run(`${numbers} INSERT INTO intent (intent_id, call, user_id, input_hash, answer, at)
      SELECT unhex(printf('%032x', i)), 'campaign/rename', 1, zeroblob(16), '{}', i FROM n`),
  );
}
