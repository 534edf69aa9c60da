/**
 * Makes `tests/fixtures/stores/<last migration>.db`: a store of the present schema as a campaign leaves it in the
 * middle of its work, with texts waiting in it. Made once when a schema lands, committed, and never made again.
 */
import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../main/clock/index.ts';
import { composeRooms } from '../main/engine-rooms.ts';
import { silentLog } from '../main/log/index.ts';
import { createFiles, createServer } from '../main/serve/index.ts';
import { integrityJob, openStore } from '../main/store/index.ts';
import { type CallName, contract, type EngineEvent, type Given, type Output } from '../shared/contract/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'fieldline-fixture-'));
const target = fileURLToPath(new URL('../tests/fixtures/stores/', import.meta.url));
const workerOf = (name: string): string => fileURLToPath(new URL(`../main/${name}.ts`, import.meta.url));
const clock = systemClock();
const log = silentLog();

const readWorker = workerOf('read-worker');
const opened = await openStore({ folder, newMode: 'practice', readWorker, clock, log, onSuperseded: () => {} });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const events: EngineEvent[] = [];
const announce = (event: EngineEvent): void => void events.push(event);
const importWorker = workerOf('import-worker');
const { handlers, people, jobs } = composeRooms({ store, carrier: null, clock, log, importWorker, announce });
const files = createFiles();
const server = createServer({ handlers, store, actorOf: people.actorOf, files, clock, log, checkOutputs: true });
const connection = { session: null };

async function ask<Name extends CallName>(call: Name, input: Omit<Given<Name>, 'intentId'>): Promise<Output<Name>> {
  const intent = contract[call].repeat === 'once' ? { intentId: randomUUID() } : {};
  const answer = await server.answer(connection, { id: 1, call, input: { ...intent, ...input } });
  if (!answer.ok) throw new Error(`${call}: ${answer.error.code}`);
  return answer.value as Output<Name>;
}

async function jobEnds(jobId: number): Promise<void> {
  while (jobs.find(jobId)?.state === 'running') await clock.sleep(20);
  if (jobs.find(jobId)?.state !== 'done') throw new Error('a job of the fixture failed');
}

const csv = ['phone,first name', ...[1, 2, 3, 4, 5].map((n) => `(202) 555-010${n},Contact ${n}`)].join('\n');
writeFileSync(join(folder, 'tenants.csv'), csv);

await ask('campaign/found', { campaignName: 'Riverside Tenants', firstName: 'Ana' });
await server.answer(connection, { id: 1, call: 'people/sign-in', input: { userId: 1 } });
// Open at any hour, so that the fixture can be drained at any hour.
await ask('campaign/change-settings', { changes: { startMinute: 0, endMinute: 1440 } });
store.write((tx) =>
  tx.run(
    `INSERT INTO number (phone, account_id, carrier_id, label, can_text, added_at) VALUES ('+12025550199', ?, ?, '', 1, 0)`,
    `AC${'0'.repeat(32)}`,
    `PN${'0'.repeat(32)}`,
  ),
);
const imported = await ask('contacts/start-import', {
  file: files.register(join(folder, 'tenants.csv')),
  listName: 'Tenants',
  columns: ['phone', 'firstName'],
});
await jobEnds(imported.jobId);
const { scriptId } = await ask('scripts/create', { name: 'Hello', body: 'Hi ##{{first_name}}, this is Ana.' });
const draft = { name: 'Rent', listId: imported.listId, initialScriptIds: [scriptId], responseScriptIds: [] };
const { actionId } = await ask('actions/create', draft);
await jobEnds((await ask('actions/publish', { actionId })).jobId);
await ask('assignments/claim-batch', { actionId });
const { desk } = await ask('assignments/list-desk', { actionId });
for (const { assignmentId, text } of desk.slice(0, 4)) await ask('outbox/send-initial', { assignmentId, text });
// One of them was in the air when the engine died.
store.write((tx) => {
  const at = clock.nowMs();
  const died = `UPDATE message SET state = 'sending', attempts = 1, first_attempt_at = ?, last_attempt_at = ? WHERE id = 1`;
  tx.run(died, at, at);
});
store.write((tx) => jobs.start(tx, { kind: integrityJob, input: {}, userId: 1 }));
await jobs.stop(); // As the end of an engine does: the job stays to be taken up again.
const { schema } = store.status();
await store.close();

mkdirSync(target, { recursive: true });
// A fixture that has landed stays as it is: this refuses to write over one.
copyFileSync(join(folder, 'fieldline.db'), join(target, `${schema}.db`), constants.COPYFILE_EXCL);
rmSync(folder, { recursive: true });
process.stdout.write(`${schema}.db\n`);
