/** What hands do by mistake in the inbox: an Enter or a click too many, a script over own words, too much pasted. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('button');
const composer = (page: Page) => page.getByRole('textbox', { name: /^Answer to/ });
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
/** How long a hand rests before what it does counts as another act. */
const rested = (page: Page) => page.waitForTimeout(600);

async function openInbox(folder: string) {
  const desktop = await startDesktop(folder, quickPractice);
  const { page } = desktop;
  await foundCampaign(page);
  await call(page, 'people/sign-in', { userId: 1 });
  const actionId = await textSomebody(page, 30);
  await expect
    .poll(async () => (await call(page, 'conversations/list', {})).conversations.length, { timeout: 60_000 })
    .toBeGreaterThan(3);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(rows(page).first()).toBeVisible();
  const followUps = async () => (await call(page, 'results/read-performance', { actionId })).followUps;
  return { ...desktop, actionId, followUps };
}

test('half an answer leaves by no Enter that was meant for something else', async ({ folder }) => {
  const { page, application, followUps } = await openInbox(folder);
  await rows(page).first().click();
  await expect(composer(page)).toBeFocused();
  const name = (await composer(page).getAttribute('aria-label')) ?? '';
  await page.keyboard.type('We would love to');
  await page.keyboard.press('Escape');
  await rows(page).first().click();
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Not changed since you wrote it \(.+\)\. Press Enter again to send\./)).toBeVisible();
  await page.keyboard.press('Enter');
  // The desk leads to Today, not back to the half answer, which an Enter for the desk would send.
  await page.keyboard.press('ControlOrMeta+1');
  await rested(page);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(composer(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+4');
  await expect(page.getByRole('heading', { level: 1, name: 'Tuesday meeting' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop texting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(await followUps()).toBe(0);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(composer(page)).toHaveValue('We would love to');
  await page.keyboard.press('Enter');
  await rested(page);
  await page.keyboard.press('Enter');
  await expect(composer(page)).not.toHaveAttribute('aria-label', name);
  await expect.poll(followUps, { timeout: 30_000 }).toBe(1);
  await application.close();
});

test('a double click on Send answers one person, and the cursor stands in the field of the next', async ({
  folder,
}) => {
  const { page, application, followUps } = await openInbox(folder);
  await rows(page).first().click();
  await expect(composer(page)).toBeFocused();
  const name = (await composer(page).getAttribute('aria-label')) ?? '';
  await page.keyboard.type('See you there');
  await sendButton(page).dblclick();
  await expect(composer(page)).not.toHaveAttribute('aria-label', name);
  await expect(composer(page)).toBeFocused();
  const box = await sendButton(page).boundingBox();
  // It can do nothing now, and takes the cursor from nobody.
  await page.mouse.dblclick((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await expect(composer(page)).toBeFocused();
  await rested(page);
  await page.keyboard.type('oh, and bring a friend');
  await expect(composer(page)).toHaveValue('oh, and bring a friend');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(followUps, { timeout: 30_000 }).toBe(1);
  await application.close();
});

test('own words come back whole by undo, a paste that is too long takes nothing away', async ({ folder }) => {
  const { page, application } = await openInbox(folder);
  await rows(page).first().click();
  await expect(composer(page)).toBeFocused();
  await page.keyboard.type('My own words');
  await page.keyboard.press('Alt+1');
  await expect(composer(page)).toHaveValue(/^Thank you, /);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(page)).toHaveValue('My own words');
  await page.keyboard.type(', and more');
  await expect(composer(page)).toHaveValue('My own words, and more');
  await page.keyboard.press('Alt+2');
  await expect(composer(page)).toHaveValue(/^Tuesday at 6 pm/);
  await page.keyboard.press('Alt+0');
  await expect(composer(page)).toHaveValue('My own words, and more');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(page)).toHaveValue(/^Tuesday at 6 pm/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(composer(page)).toHaveValue('My own words, and more');

  await application.evaluate(({ clipboard }) => clipboard.writeText('long '.repeat(1_200)));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByText(/too long, so nothing of it was put in/)).toBeVisible();
  await expect(composer(page)).toHaveValue('My own words, and more');
  await application.close();
});

test('who wrote back in an action that has ended needs no answer any more', async ({ folder }) => {
  const { page, application, actionId } = await openInbox(folder);
  await expect(page.getByRole('button', { name: /^Inbox \d+ need/ })).toBeVisible();
  await call(page, 'actions/end', { intentId: randomUUID(), actionId });
  await expect(rows(page).first()).toContainText('Action ended');
  await expect(page.getByRole('button', { name: /^Inbox \d+ need/ })).toHaveCount(0);
  expect((await call(page, 'conversations/count-needing-answer', {})).count).toBe(0);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByText('No reply needs an answer')).toBeVisible();
  await application.close();
});
