import { join } from 'node:path';
import { startSimulatorProcess } from '../../tests/support/simulator-process.ts';
import type { Surroundings } from '../judged-story.ts';
import { projectRoot } from '../ready/places.mjs';
import { createActLog } from './act-log.ts';
import { foundBank } from './bank.ts';
import { readCarrierRecord } from './carrier-record.ts';
import { compareWithCarrier, readEngineAccount } from './compare.ts';
import { openEngineLink } from './engine-link.ts';
import { type Figures, figuresOf } from './figures.ts';
import { importList } from './import-list.ts';
import { makeListFile } from './list-file.ts';
import { phasesOf } from './phases.ts';
import { publishAction } from './publish-action.ts';
import { carrierKnobs, hearingMs, sizes } from './sizes.ts';
import { exportReports } from './spreadsheets.ts';
import { holdTextBank, settle } from './text-bank.ts';
import { textOptedOut } from './text-opted-out.ts';
import { judge } from './verdict.ts';

/** Where the spreadsheets are left for whoever wants to look at them. */
const exportFolder = join(projectRoot, 'out', 'textbank');

/** The whole story, from an empty folder to the count. @throws whatever keeps it from being told to its end. */
export async function runStory(stage: Surroundings): Promise<Figures> {
  const startedAt = Date.now();
  const { seed, folder, patience } = stage;
  const phase = phasesOf(stage.progress);

  const log = createActLog();
  const list = makeListFile(seed, sizes.listRows);
  const book = join(folder, 'carrier.sqlite');
  const readyFile = join(folder, 'carrier.json');
  const opened = await phase('a carrier, an engine, a campaign', async () => {
    const carrier = { seed, numberCount: sizes.numbers, knobs: carrierKnobs, dataFile: book, readyFile };
    const simulator = await startSimulatorProcess(carrier);
    stage.onStarted(() => void simulator.kill());
    const link = await openEngineLink(['--data', join(folder, 'campaign'), '--simulator', readyFile], patience);
    stage.onStarted(link.destroy);
    const founded = await foundBank({ link, simulator, patience, log, list });
    return [founded, `${sizes.texters} texters, ${sizes.numbers} numbers`];
  });
  const imported = await phase('the list', async () => {
    const brought = await importList(opened, folder);
    return [brought, `${brought.contacts} contacts of ${list.rows} rows, ${brought.rejected} left out`];
  });
  const actionId = await phase('scripts and an action', async () => [await publishAction(opened, imported.listId), '']);
  const inboxes = await phase('texting, a kill, an outage', async (report) => {
    const worked = await holdTextBank(opened, actionId, report);
    return [worked, `${log.acts.length} texts decided`];
  });
  await phase('the last texts and answers', async (report) => {
    await settle(opened, inboxes, report);
    return [null, `${log.acts.length} texts decided in all`];
  });
  await phase('texts to whoever opted out', async (report) => {
    const { tried, refused } = await textOptedOut(opened, seed);
    await settle(opened, inboxes, report);
    return [null, `${tried} tried, ${refused} refused`];
  });
  const { account, rows } = await phase('results and spreadsheets', async () => {
    const rows = await exportReports(opened, actionId, exportFolder);
    const account = await readEngineAccount(opened, actionId);
    return [{ account, rows }, `${rows.contacts} contacts and ${rows.messages} messages in out/textbank`];
  });
  return phase('the count', async () => {
    await opened.link.end();
    const accepted = await opened.simulator.accepted();
    await opened.simulator.stop();
    const record = readCarrierRecord(book, accepted);
    compareWithCarrier(opened, account, rows, record);
    const { optedOutAt } = record;
    const stateOf = ({ messageId }: { messageId: number }): string => account.states.get(messageId) ?? 'unknown';
    const verdict = judge({ log, accepted, optedOutAt, stateOf, hearingMs });
    for (const text of verdict.lost) log.complaints.push(`lost: ${text}`);
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    return [figuresOf({ imported, log, record, verdict, seconds, seed }), ''];
  });
}
