import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from './stage.ts';

/** What the report of the import says. */
export interface ToldImport {
  readonly contacts: number;
  readonly rejected: number;
}

/** Imports the list as a person does, with a new custom field for one of its columns, and looks at what was left out. */
export async function importList(stage: Stage, folder: string): Promise<ToldImport> {
  const { page, hands, camera, list, log } = stage;
  const path = join(folder, 'Spring list.csv');
  writeFileSync(path, list.csv);
  await hands.goTo('ControlOrMeta+2', 'Contacts');
  await camera.photograph('contacts-empty');
  await hands.press('i');
  await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  await hands.look();
  await camera.photograph('import-file');
  // The system's own window, in which a person chooses a file, is no part of the page.
  await page.getByLabel('File with contacts').setInputFiles(path);

  const column = page.getByRole('combobox', { name: 'What the column Polling place fills' });
  await column.waitFor();
  await hands.look();
  await column.selectOption({ label: 'New custom field…' });
  await page.getByRole('dialog').getByLabel('Title').waitFor();
  await hands.look();
  await camera.photograph('import-new-field');
  await hands.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await hands.look();
  await camera.photograph('import-columns');
  await hands.press('ControlOrMeta+Enter');
  await page.getByRole('heading', { level: 1, name: 'Spring list is imported' }).waitFor();
  await hands.look();
  await camera.photograph('import-report');

  const report = page.getByRole('region', { name: 'Contacts', exact: true });
  const told = async (label: string): Promise<number> => {
    const figure = report.locator('div', { has: page.getByText(label, { exact: true }) }).last();
    return Number((await figure.innerText()).replace(label, '').replace(/\D/g, ''));
  };
  const [contacts, rejected] = [await told('New'), await told('Left out')];
  const leftOut = Object.values(list.leftOut).reduce((sum, count) => sum + count, 0);
  if (contacts !== list.contacts.length) log.complaints.push(`${contacts} new contacts, not ${list.contacts.length}`);
  if (rejected !== leftOut) log.complaints.push(`${rejected} rows were left out, not ${leftOut}`);

  await hands.press('l');
  await page.getByRole('grid', { name: 'Contacts in this list' }).waitFor();
  await hands.look();
  await camera.photograph('contacts-list');
  return { contacts, rejected };
}
