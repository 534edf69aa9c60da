import { constants, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../main/clock/index.ts';
import { composeRooms } from '../main/engine-rooms.ts';
import { silentLog } from '../main/log/index.ts';
import { integrityJob, openStore } from '../main/store/index.ts';

/**
 * Makes `tests/fixtures/stores/<last migration>.db`: a store of the present schema as a campaign leaves it in the
 * middle of its work. Made once when a schema lands, committed, and never made again.
 */
const folder = mkdtempSync(join(tmpdir(), 'fieldline-fixture-'));
const target = fileURLToPath(new URL('../tests/fixtures/stores/', import.meta.url));
const clock = systemClock();
const log = silentLog();
const announce = (): void => {};

const opened = await openStore({ folder, newMode: 'practice', readWorker: '', clock, log, onSuperseded: announce });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const { handlers, people, jobs } = composeRooms({ store, carrier: null, clock, log, importWorker: '', announce });

const nobody = {
  actor: null,
  session: null,
  bindSession: announce,
  findFile: () => ({ ok: true, value: '' }) as const,
};
const founding = {
  intentId: 'c0ffee00-0000-4000-8000-000000000001',
  campaignName: 'Riverside Tenants',
  firstName: 'Ana',
};
store.write((tx) => handlers['campaign/found']({ ...nobody, tx }, { ...founding, lastName: '' }));
people.openSession(1);
store.write((tx) => jobs.start(tx, { kind: integrityJob, input: {}, userId: 1 }));
await jobs.stop(); // As the end of an engine does: the job stays to be taken up again.
const { schema } = store.status();
await store.close();

mkdirSync(target, { recursive: true });
// A fixture that has landed stays as it is: this refuses to write over one.
copyFileSync(join(folder, 'fieldline.db'), join(target, `${schema}.db`), constants.COPYFILE_EXCL);
rmSync(folder, { recursive: true });
process.stdout.write(`${schema}.db\n`);
