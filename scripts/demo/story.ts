import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDesktop } from '../../tests/support/desktop.ts';
import { controlOf, type SimulatorControl } from '../../tests/support/simulator-process.ts';
import type { Surroundings } from '../judged-story.ts';
import { projectRoot } from '../ready/places.mjs';
import { createActLog, type Decided } from '../textbank/act-log.ts';
import { readCarrierRecord } from '../textbank/carrier-record.ts';
import { compareWithCarrier } from '../textbank/compare.ts';
import { figuresOf } from '../textbank/figures.ts';
import { makeListFile } from '../textbank/list-file.ts';
import { phasesOf } from '../textbank/phases.ts';
import { readSheet } from '../textbank/read-sheet.ts';
import { hearingMs } from '../textbank/sizes.ts';
import { judge } from '../textbank/verdict.ts';
import { answerReplies } from './answer-replies.ts';
import { cameraOf } from './camera.ts';
import { cutOffCarrier } from './cut-off.ts';
import { type DemoFigures, demoFiguresOf } from './figures.ts';
import { firstStart } from './first-start.ts';
import { photographLooks } from './gallery.ts';
import { handsAt } from './hands.ts';
import { importList } from './import-list.ts';
import { addTexter, changePlaces, owner, texter } from './people.ts';
import { publishAction } from './publish-action.ts';
import { exportReports, readResults } from './results.ts';
import { seeOptedOut } from './see-opted-out.ts';
import { changeSettings } from './settings.ts';
import { settle } from './settle.ts';
import { compareSheets, stateInSheet } from './sheets.ts';
import { carrierKnobs, sizes, speed } from './sizes.ts';
import { namesIn, type Stage } from './stage.ts';
import { type Texting, textContacts } from './text-contacts.ts';

/** What every judged story has, and a place for pictures and spreadsheets. */
export interface DemoSurroundings extends Surroundings {
  readonly outFolder: string;
}

/** The whole story, from an empty folder to the count. @throws whatever keeps it from being told to its end. */
export async function runDemo(surroundings: DemoSurroundings): Promise<DemoFigures> {
  const startedAt = Date.now();
  const { seed, folder, outFolder } = surroundings;
  const phase = phasesOf(surroundings.progress);

  const stage = await phase('the first start', async () => [await openStage(surroundings), '']);
  const { desktop, page, camera, log } = stage;
  const imported = await phase('settings, people, a list', async () => {
    await changeSettings(stage);
    await addTexter(stage);
    const told = await importList(stage, folder);
    return [told, `${told.contacts} contacts, ${told.rejected} rows left out`];
  });
  await phase('texts and an action', async () => [await publishAction(stage), '']);

  const texting: Texting = { count: 0, times: [] };
  await phase(`${sizes.firstTexts} texts by Enter`, async (report) => {
    const cutOff = cutOffCarrier(stage);
    const afterText = async (count: number): Promise<void> => {
      report(`${count} texts`);
      await cutOff(count);
    };
    await stage.hands.press('t');
    await page.getByRole('region', { name: 'The contact to text now' }).waitFor();
    await stage.hands.look();
    await camera.photograph('texting');
    const byOwner = sizes.firstTexts - sizes.byTexter;
    await textContacts(stage, texting, { count: byOwner, by: owner.firstName, afterText });
    await changePlaces(stage, texter);
    await camera.photograph('today-of-a-texter');
    await stage.hands.press('ControlOrMeta+4');
    await page.getByText('Ready when you are').waitFor();
    await stage.hands.look();
    await camera.photograph('texting-ready');
    await stage.hands.press('Enter');
    await textContacts(stage, texting, { count: sizes.byTexter, by: texter.firstName, afterText });
    await changePlaces(stage, owner);
    return [null, 'the carrier was cut off for a while'];
  });
  await phase('replies', async () => {
    const answered = await answerReplies(stage);
    await seeOptedOut(stage);
    return [null, `${answered} answered`];
  });
  await phase('every screen, in three more looks', async () => [await photographLooks(stage), '']);
  await phase('the last texts and replies', async (report) => [await settle(stage, report), '']);
  const { results, exported } = await phase('results and spreadsheets', async () => {
    const results = await readResults(stage);
    return [{ results, exported: await exportReports(stage, outFolder) }, ''];
  });

  return phase('the count', async () => {
    const accepted = await stage.control.accepted();
    await desktop.application.close();
    const record = readCarrierRecord(join(desktop.storeFolder, 'practice-carrier.db'), accepted);
    const contacts = await readSheet(join(projectRoot, exported.contacts));
    const messages = await readSheet(join(projectRoot, exported.messages));
    compareWithCarrier(stage, results, { contacts: contacts.length - 1, messages: messages.length - 1 }, record);
    log.complaints.push(...compareSheets({ contacts, messages }, record));
    const { optedOutAt } = record;
    const stateOf = ({ phone, text }: Decided): string => stateInSheet(messages, phone, text);
    const verdict = judge({ log, accepted, optedOutAt, stateOf, hearingMs });
    for (const text of verdict.lost) log.complaints.push(`lost: ${text}`);
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    const figures = figuresOf({ imported, log, record, verdict, seconds, seed });
    const seen = { times: texting.times, screenshots: camera.pictures, exports: Object.values(exported) };
    return [demoFiguresOf(figures, seen), ''];
  });
}

/** Starts the application and founds the campaign, after which its carrier is there. */
async function openStage({ seed, folder, outFolder, patience, onStarted }: DemoSurroundings): Promise<Stage> {
  const controlFile = join(folder, 'control.json');
  const desktop = await startDesktop(join(folder, 'data'), [
    '--lang=en-US',
    `--practice-speed=${speed}`,
    `--practice-seed=${seed}`,
    `--practice-knobs=${JSON.stringify(carrierKnobs)}`,
    `--practice-control-file=${controlFile}`,
  ]);
  const { application, page } = desktop;
  // Its engine and its carrier end with it.
  const main = application.process();
  onStarted(() => void (main.exitCode === null && main.kill('SIGKILL')));
  page.setDefaultTimeout(20_000);
  const log = createActLog<Decided>();
  page.on('pageerror', ({ message }) => void log.complaints.push(`the page broke: ${message}`));
  page.on('console', (line) => {
    if (line.type() === 'error') log.complaints.push(`the page complains: ${line.text()}`);
  });
  const list = makeListFile(seed, sizes.listRows);
  const [hands, camera] = [handsAt(page), cameraOf(desktop, outFolder)];
  await camera.turnTo('light');
  await firstStart({ page, hands, camera });
  const control = await patience.until('the carrier to be there', () => readControl(controlFile));
  return { desktop, page, hands, camera, patience, control, list, log, contactCalled: namesIn(list) };
}

function readControl(path: string): SimulatorControl | null {
  try {
    return controlOf(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
