/** From the replies of the practice carrier's contacts to their answers, and on to a spreadsheet of it all. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { call } from './support/calls.ts';
import { type Desktop, startDesktop, test } from './support/desktop.ts';
import { faintTexts } from './support/faint-texts.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('button');
const namesOf = async (page: Page) => (await rows(page).allInnerTexts()).map((row) => row.split('\n')[0]);
const composer = (page: Page) => page.getByRole('textbox', { name: /^Answer to/ });

/** A campaign with contacts who have written back, and the inbox open. */
async function openInbox(folder: string, count = 40): Promise<Desktop & { readonly actionId: number }> {
  const desktop = await startDesktop(folder, quickPractice);
  await foundCampaign(desktop.page);
  // For what only main can do, which has to be told who asks.
  await call(desktop.page, 'people/sign-in', { userId: 1 });
  const actionId = await textSomebody(desktop.page, count);
  await expect
    .poll(async () => (await call(desktop.page, 'conversations/list', {})).conversations.length, { timeout: 60_000 })
    .toBeGreaterThan(4);
  await desktop.page.keyboard.press('ControlOrMeta+5');
  await expect(rows(desktop.page).first()).toBeVisible();
  return { ...desktop, actionId };
}

test('replies are answered by keyboard alone, one after the other', async ({ folder }) => {
  const { page, application, actionId } = await openInbox(folder);
  await expect(rows(page).first()).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  const first = await composer(page).getAttribute('aria-label');

  await page.keyboard.press('Alt+1');
  await expect(composer(page)).toHaveValue(/^Thank you, \w+! See you on Tuesday\.$/);
  await page.keyboard.press('Enter');
  await expect(composer(page)).not.toHaveAttribute('aria-label', first ?? '');
  await expect(composer(page)).toBeFocused();

  // What the hand still types at speed is not for the next person.
  await page.keyboard.type('oops');
  await expect(composer(page)).toHaveValue('');
  await page.waitForTimeout(600);
  await page.keyboard.type('2 pm is fine too');
  await expect(composer(page)).toHaveValue('2 pm is fine too');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await call(page, 'results/read-performance', { actionId })).followUps, { timeout: 30_000 })
    .toBe(2);
  await application.close();
});

test('new replies announce themselves and move nothing under the hand', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  const before = await rows(page).first().boundingBox();
  const count = await rows(page).count();
  const names = await namesOf(page);
  const show = page.getByRole('button', { name: 'Show', exact: true });
  await expect(show).toBeVisible({ timeout: 60_000 });
  expect((await namesOf(page)).slice(0, count)).toEqual(names);
  expect(await rows(page).first().boundingBox()).toEqual(before);
  await page.keyboard.press('n');
  await expect.poll(async () => (await rows(page).count()) > count).toBe(true);
  await application.close();
});

const words = 'We would love to see you at';

test('half a reply is there again after the page was loaded anew, its row says so, and sending ends it', async ({
  folder,
}) => {
  const { page, application } = await openInbox(folder);
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  const label = (await composer(page).getAttribute('aria-label')) ?? '';
  await page.keyboard.type(words);
  // At once: the words are saved by the page's going, if the keys have not rested yet.
  await page.reload();
  // Who was here a moment ago is not asked who they are, nor where they were.
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible();
  await expect(rows(page).filter({ hasText: 'Draft' })).toHaveCount(1);
  await expect(composer(page)).toBeFocused();
  await expect(composer(page)).toHaveAttribute('aria-label', label);
  await expect(composer(page)).toHaveValue(words);
  await page.keyboard.type(' two');
  await page.keyboard.press('Enter');
  await expect(composer(page)).not.toHaveAttribute('aria-label', label);
  await expect.poll(async () => (await call(page, 'conversations/list-drafts', {})).drafts).toEqual([]);
  await application.close();
});

test('half a reply survives a kill of the whole application', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type(words);
  await expect
    .poll(async () => (await call(page, 'conversations/list-drafts', {})).drafts.map(({ text }) => text))
    .toEqual([words]);
  application.process().kill('SIGKILL');
  const again = await startDesktop(folder, quickPractice);
  await expect(again.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await again.page.keyboard.press('ControlOrMeta+5');
  await rows(again.page).filter({ hasText: 'Draft' }).click();
  await expect(composer(again.page)).toHaveValue(words);
  await again.application.close();
});

test('the rail says how many need an answer, and keys that would type are hidden while one writes', async ({
  folder,
}) => {
  const { page, application } = await openInbox(folder);
  await expect(page.getByRole('button', { name: /^Inbox \d+ need an answer$/ })).toBeVisible();
  const cap = page.getByRole('radiogroup').locator('..').locator('kbd');
  const isCap = () => cap.evaluate((key) => getComputedStyle(key).visibility === 'visible');
  expect(await isCap()).toBe(true);
  const place = await cap.boundingBox();
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  expect(await isCap()).toBe(false);
  expect(await cap.boundingBox()).toEqual(place);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await isCap()).toBe(true);
  await application.close();
});

test('a dialog that a mouse has opened shows which button Enter presses', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  await page.getByRole('button', { name: 'Opt out' }).click();
  const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' });
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Opt out for ever' });
  const ringOf = (button: Locator) => button.evaluate((shown) => getComputedStyle(shown).outlineStyle);
  const capsOf = (button: Locator) => button.locator('kbd:visible').allTextContents();
  await expect(cancel).toBeFocused();
  expect([await ringOf(cancel), await ringOf(confirm)]).toEqual(['solid', 'none']);
  expect(await capsOf(cancel)).toEqual(['Esc', '↵']);
  const place = await cancel.boundingBox();
  await page.keyboard.press('Tab');
  await expect(confirm).toBeFocused();
  expect([await ringOf(cancel), await ringOf(confirm)]).toEqual(['none', 'solid']);
  expect(await capsOf(cancel)).toEqual(['Esc']);
  expect(await cancel.boundingBox()).toEqual(place);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(composer(page)).toBeEditable();
  await application.close();
});

test('Ctrl+A and the menu select all of a field, and never the window', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  const selected = () => page.evaluate(() => String(getSelection()));
  await page.keyboard.press('ControlOrMeta+a');
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.selectAll());
  await page.waitForTimeout(200);
  expect(await selected()).toBe('');
  await page.getByText('Will you come on Tuesday?').first().click({ clickCount: 3 });
  expect(await selected()).toContain('Will you come on Tuesday?');
  await page.keyboard.press('Enter');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('Two words');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(composer(page)).toHaveValue('');
  await application.close();
});

test('opting out by hand is asked again, and the contact is texted no more', async ({ folder }) => {
  const { page, application, actionId } = await openInbox(folder);
  const open = (await call(page, 'conversations/list', {})).conversations;
  // The act is the conversation's, and there once that is.
  await expect(composer(page)).toBeVisible();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Opt out for ever' }).click();
  await expect(dialog).toBeHidden();
  await expect(composer(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: / is opted out\.$/ })).toBeVisible();
  const read = await Promise.all(
    open.map(({ contactId }) => call(page, 'conversations/read', { actionId, contactId })),
  );
  expect(read.filter(({ optedOut }) => optedOut)).toHaveLength(1);
  await application.close();
});

test('whoever calls is found by number from anywhere, opted out by hand, and counted so', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  const [caller] = (await call(page, 'conversations/list', {})).conversations;
  const { contacts } = await call(page, 'contacts/list-contacts', { listId: 1, limit: 500 });
  const phone = contacts.find(({ contactId }) => contactId === caller?.contactId)?.phone ?? '';
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+f');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Phone' })).toBeFocused();
  await page.keyboard.type(phone.replace(/^\+1(...)(...)/, '$1 $2-'));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('region')).toBeFocused();
  await page.keyboard.press('o');
  await expect(dialog).toContainText('Nobody can take this back');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog).toContainText('Opted out, unavailable');
  await dialog.getByRole('button', { name: 'Open the conversation: Tuesday meeting' }).click();
  await expect(page.getByText('Opted out. Nobody in this campaign can text this contact again.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+6');
  await expect(page.getByText(/ in words, 1.by.hand$/)).toBeVisible();
  await application.close();
});

test('results are written to a spreadsheet where the person wants it', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  const path = join(folder, 'contacts.csv');
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.keyboard.press('ControlOrMeta+6');
  await expect(page.getByRole('heading', { name: 'Message performance' })).toBeVisible();
  await page.keyboard.press('f');
  await page.keyboard.press('c');
  await expect(page.getByText(/^[\d,]+ rows written$/)).toBeVisible({ timeout: 60_000 });
  expect((await readFile(path, 'utf8')).split('\r\n')[0]).toContain('First name,Last name,Phone');
  await application.close();
});

test('both screens fit the smallest window, and every word has its contrast', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const key of ['ControlOrMeta+5', 'ControlOrMeta+6']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(600);
      expect(await faintTexts(page)).toEqual([]);
    }
  }
  await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 700));
  for (const key of ['ControlOrMeta+5', 'ControlOrMeta+6']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await application.close();
});
