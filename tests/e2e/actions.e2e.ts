/** The short form of an action: written, left, taken up again, published, and ended, by keyboard where a person would. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { CallName, Given, Output } from '../../shared/contract/index.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';

/** Calls as the owner, besides the screen. */
async function callAsOwner<Name extends CallName>(page: Page, name: Name, input: Given<Name>): Promise<Output<Name>> {
  const answer = await page.evaluate(
    async ([name, input]) => {
      const { call } = window.fieldline;
      const signedIn = await call('people/sign-in', { userId: 1 });
      if (!signedIn.ok) return signedIn;
      return call(name as string, input, (signedIn.value as { session: string }).session);
    },
    [name, input],
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value as Output<Name>;
}

async function importSampleList(page: Page, listName: string): Promise<void> {
  const { file } = await callAsOwner(page, 'app/offer-sample-list', {});
  const { columns } = await callAsOwner(page, 'contacts/preview-import', { file: file.token });
  await callAsOwner(page, 'contacts/start-import', {
    intentId: randomUUID(),
    file: file.token,
    listName,
    columns: columns.map(({ target }) => target),
  });
  const lists = () => callAsOwner(page, 'contacts/list-lists', {});
  await expect.poll(async () => (await lists()).lists[0]?.contactCount ?? 0).toBeGreaterThan(0);
}

const text = 'Hi ##{{first_name}}, this is ##{{user.first_name}} with ##{{campaign.name}}. Reply STOP to opt out.';

test('an action is written, left, taken up again, published and ended', async ({ desktop: { page } }) => {
  await foundCampaign(page);
  await importSampleList(page, 'Eastside tenants');
  // Publishing needs a number; the practice carrier has some.
  await expect.poll(async () => (await callAsOwner(page, 'numbers/refresh', {})).numbers.length).toBeGreaterThan(0);

  await page.keyboard.press('Control+3');
  await expect(page.getByRole('heading', { level: 1, name: 'Actions' })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Name of the action')).toBeFocused();
  await page.keyboard.type('Rally, first wave');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Text', { exact: true }).fill('Hi ');
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('menuitem', { name: 'First name' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Hi ##{{first_name}}');
  // What the program has put in is taken back in one step.
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('Hi ');
  await page.getByLabel('Text', { exact: true }).fill(text);
  // The next contact and back, with the cursor in the text.
  await expect(page.getByText('Contact 1 of the list.')).toBeVisible();
  await page.getByLabel('Text', { exact: true }).press('Alt+ArrowDown');
  await expect(page.getByText('Contact 2 of the list.')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('Contact 1 of the list.')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText(
    'this is Rosa with Harbor Tenants Union. Reply STOP to opt out.',
  );

  // Left without a word, and found again as a draft.
  await page.keyboard.press('Control+2');
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Rally, first wave' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(text);

  // The second press of a double one is not an answer.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('“Eastside tenants”');
  await expect(page.getByRole('button', { name: 'Not yet' })).toBeFocused();
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Text now' })).toBeVisible();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();

  // Texters need one more answer than was thought of.
  await page.keyboard.press('a');
  await expect(page.getByLabel('Name of the response')).toBeFocused();
  await page.keyboard.type('Parking');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('There is parking, ##{{first_name}}.');
  // Loaded anew, the page has the form open as it was.
  await page.reload();
  await expect(page.getByLabel('Name of the response')).toHaveValue('Parking');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue('There is parking, ##{{first_name}}.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Change: Parking' })).toBeFocused();
  const { responseScripts } = await callAsOwner(page, 'actions/read', { actionId: 1 });
  expect(responseScripts).toMatchObject([{ name: 'Parking', body: 'There is parking, ##{{first_name}}.' }]);

  await page.getByRole('button', { name: 'End…' }).click();
  await expect(page.getByRole('button', { name: 'Keep the action' })).toBeFocused();
  await page.getByRole('button', { name: 'End it for ever' }).click();
  await expect(page.getByText('Ended', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Text now' })).toBeHidden();
});

test('a draft with a mistake is there again when the application was closed and opened, and is not published', async ({
  folder,
}) => {
  const mistaken = 'Hi {{first_name}}, will you come?';
  const first = await startDesktop(folder);
  await foundCampaign(first.page);
  await importSampleList(first.page, 'Eastside tenants');
  await first.page.keyboard.press('Control+3');
  await first.page.keyboard.press('n');
  await expect(first.page.getByLabel('Name of the action')).toBeFocused();
  await first.page.keyboard.type('Rally');
  // The only list is chosen by itself.
  await first.page.getByLabel('Text', { exact: true }).fill(mistaken);
  await expect(first.page.getByText('Saved as a draft.')).toBeVisible();
  await first.application.close();

  const { page, application } = await startDesktop(folder);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Rally' }).click();
  const text = page.getByLabel('Text', { exact: true });
  await expect(text).toHaveValue(mistaken);
  await page.keyboard.press('Control+Enter');
  await expect(text).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  // It is said beside the button, too.
  await expect(
    page.getByRole('region', { name: 'Save and publish' }).getByRole('button', { name: /first_name/ }),
  ).toBeVisible();
  // One key mends it, and is undone in one step.
  await page.keyboard.press('Control+e');
  await expect(text).toHaveValue('Hi ##{{first_name}}, will you come?');
  await page.keyboard.press('Control+z');
  await expect(text).toHaveValue(mistaken);
  await page.keyboard.press('Control+Shift+z');
  await expect(text).toHaveValue('Hi ##{{first_name}}, will you come?');
  await page.waitForTimeout(500);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toContainText('“Eastside tenants”');
  await application.close();
});
