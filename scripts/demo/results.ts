import { join, relative } from 'node:path';
import { call } from '../../tests/support/desktop-call.ts';
import { projectRoot } from '../ready/places.mjs';
import type { ToldResults } from '../textbank/compare.ts';
import type { Stage } from './stage.ts';

/** The files that the two reports are written to. */
export interface Exported {
  readonly contacts: string;
  readonly messages: string;
}

/** Opens the results; gives what they say, and complains where the window shows another number than the engine has. */
export async function readResults({ page, hands, camera, log, ...stage }: Stage): Promise<ToldResults> {
  await hands.goTo('ControlOrMeta+6', 'Results');
  await page.getByRole('heading', { name: 'Message performance' }).waitFor();
  await hands.look();
  await camera.photograph('results');
  const [action] = (await call(page, 'actions/list', {})).actions;
  if (action === undefined) throw new Error('there is no action');
  const told = await call(page, 'results/read-performance', { actionId: action.actionId });

  const card = page.getByRole('region', { name: 'Message performance' });
  const shown = {
    'Initial messages': told.initialMessages,
    Replied: told.replied,
    'Follow-ups': told.followUps,
    'Opt-outs': told.optOuts.inWords + told.optOuts.byHand,
  };
  for (const [label, right] of Object.entries(shown)) {
    const figure = card.locator('div', { has: page.getByText(label, { exact: true }) }).last();
    const words = (await figure.getByRole('definition').first().innerText()).replaceAll(',', '');
    if (Number(words) !== right) log.complaints.push(`${label}: the window shows ${words}, the engine has ${right}`);
  }
  const { conversations } = await call(page, 'conversations/list', { limit: 500 });
  const needAttention = conversations.map(
    ({ firstName, lastName }) => stage.contactCalled(`${firstName} ${lastName}`).phone,
  );
  return { ...told, needAttention };
}

/** Exports the contacts as CSV and the messages as a workbook, where the save dialog is answered for the person. */
export async function exportReports({ desktop, page, hands, camera }: Stage, folder: string): Promise<Exported> {
  const contacts = join(folder, 'contacts.csv');
  const messages = join(folder, 'messages.xlsx');
  const written = page.getByRole('list', { name: 'Exports of this sitting' }).getByText(/^[\d,]+ rows? written$/);
  await answerSaveDialog(messages);
  await hands.press('m');
  await written.first().waitFor();
  await hands.press('f');
  await answerSaveDialog(contacts);
  await hands.press('c');
  await written.nth(1).waitFor();
  await hands.look();
  await written.nth(1).scrollIntoViewIfNeeded();
  await camera.photograph('results-exports');
  return { contacts: relative(projectRoot, contacts), messages: relative(projectRoot, messages) };

  async function answerSaveDialog(path: string): Promise<void> {
    await desktop.application.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, path);
  }
}
