/** Lists in the real window: a file of 5,000 rows by keyboard, what is left out of it, and the list that comes along. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { csvOf, peopleCsv, writeList } from '../support/lists.ts';
import { type Desktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';

const unusable = csvOf([
  ['Nobody', '', '12'],
  ['Empty', 'Phone', ''],
  ['Ext', 'Ension', '(202) 555-0123 x12'],
]);

/** To the step that asks what the columns of a file hold. */
async function chooseFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeFocused();
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('button', { name: 'Import the list' })).toBeEnabled();
}

async function openContacts({ page }: Desktop): Promise<void> {
  await foundCampaign(page);
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
}

const figure = (page: Page, label: string) =>
  page
    .getByRole('region', { name: 'Contacts' })
    .locator('div', { has: page.getByText(label, { exact: true }) })
    .last();

test('a file of 5,000 rows is imported by keyboard, told row for row, and looked at', async ({ desktop, folder }) => {
  const { page } = desktop;
  await openContacts(desktop);
  await chooseFile(page, writeList(folder, 'Harbor tenants.csv', peopleCsv(5_000) + unusable));
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Harbor tenants is imported' })).toBeVisible();
  await expect(page.getByText('5,003 rows read.')).toBeVisible();
  await expect(figure(page, 'New')).toHaveText('New5,000');
  await expect(figure(page, 'Updated')).toHaveText('Updated0');
  await expect(figure(page, 'Left out')).toHaveText('Left out3');
  await expect(page.getByRole('row', { name: '5,002 Too few digits Nobody, , 12' })).toBeVisible();

  await page.keyboard.press('l');
  const contacts = page.getByRole('grid', { name: 'Contacts in this list' });
  await expect(page.getByText('5,000 contacts')).toBeVisible();
  await expect(contacts.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('End');
  await expect(contacts.getByRole('row', { selected: true })).toBeVisible();
  // Two pages or more are read, and few of their rows are in the page.
  await page.keyboard.press('End');
  expect(await contacts.getByRole('row').count()).toBeLessThan(100);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /^Harbor tenants 5,000/ })).toBeVisible();
});

test('the rows that were left out are saved to a file, mended and imported', async ({ desktop, folder }) => {
  const { application, page } = desktop;
  const saved = join(folder, 'mend.csv');
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  await openContacts(desktop);
  await chooseFile(page, writeList(folder, 'few.csv', peopleCsv(2) + unusable));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('grid', { name: 'Rows left out' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByText('3 rows are in mend.csv.')).toBeVisible();
  expect((await readFile(saved, 'utf8')).split('\r\n')[1]).toContain('too few digits');

  const mended = (await readFile(saved, 'utf8')).replace(',12,', ',+12025550119,');
  await page.locator('input[type=file]').setInputFiles(writeList(folder, 'mended.csv', mended));
  await expect(page.getByRole('button', { name: 'Import the list' })).toBeEnabled();
  await expect(page.getByRole('combobox', { name: 'What the column left_out_because fills' })).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'mended is imported' })).toBeVisible();
  await expect(figure(page, 'New')).toHaveText('New1');
});

test('a contact who is opted out by hand stays in sight as unavailable', async ({ desktop, folder }) => {
  const { page } = desktop;
  await openContacts(desktop);
  await chooseFile(page, writeList(folder, 'few.csv', peopleCsv(3)));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'few is imported' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByText('Ben Alvarez')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('o');
  await expect(page.getByRole('dialog')).toContainText('Ben Alvarez gets no text from this campaign any more');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('row', { name: /Ben Alvarez/ })).toContainText('Opted out, unavailable');
});

test('the sample list is there by one key, with its custom field', async ({ desktop }) => {
  const { page } = desktop;
  await openContacts(desktop);
  await expect(page.getByRole('button', { name: 'Load the sample list' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { level: 1, name: 'Sample list is imported' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Actions' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('an import outlives the engine that began it', async ({ desktop, folder }) => {
  const { page } = desktop;
  await openContacts(desktop);
  await chooseFile(page, writeList(folder, 'long.csv', peopleCsv(60_000)));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('progressbar')).toBeAttached();
  process.kill(Number(await desktop.enginePid()), 'SIGKILL');
  await expect(page.getByRole('heading', { level: 1, name: 'long is imported' })).toBeVisible({ timeout: 45_000 });
  await expect(figure(page, 'New')).toHaveText('New60,000');
});

test('a file that is no list says so, and asks for another', async ({ desktop, folder }) => {
  const { page } = desktop;
  await openContacts(desktop);
  await page.keyboard.press('i');
  await page.locator('input[type=file]').setInputFiles(writeList(folder, 'people.xlsx', 'PK\u0003\u0004 and so on'));
  await expect(page.getByRole('alert')).toContainText('“people.xlsx” is not a CSV file.');
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});
