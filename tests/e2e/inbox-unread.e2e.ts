/** What is unread, and for whom: a reply comes, is seen by one of two people and then by the other, and another comes. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { controlOf } from '../support/simulator-process.ts';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const [rosa, omar] = [1, 2];

const rows = (page: Page) => page.getByRole('list', { name: 'Conversations' }).getByRole('button');
const chosen = (page: Page) => page.getByRole('radio', { checked: true });

/** Omar has texted three contacts, who write when they are told to. Rosa is at the window. */
async function startTexted(folder: string) {
  const controlFile = join(folder, 'control.json');
  const knobs = JSON.stringify({ personas: { silent: 1 } });
  const flags = [...quickPractice, `--practice-control-file=${controlFile}`, `--practice-knobs=${knobs}`];
  const desktop = await startDesktop(folder, flags);
  const { page } = desktop;
  await foundCampaign(page);
  const actionId = await textSomebody(page, 0);
  await call(page, 'people/add', { intentId: randomUUID(), firstName: 'Omar', lastName: '', role: 'texter' });
  await call(page, 'people/sign-in', { userId: omar });
  await call(page, 'assignments/claim-batch', { intentId: randomUUID(), actionId });
  const { desk } = await call(page, 'assignments/list-desk', { actionId, limit: 3 });
  for (const { assignmentId, text } of desk)
    await call(page, 'outbox/send-initial', { intentId: randomUUID(), assignmentId, text });
  await call(page, 'people/sign-in', { userId: rosa });

  const control = controlOf(JSON.parse(await readFile(controlFile, 'utf8')));
  await expect.poll(async () => (await control.accepted()).length, { timeout: 30_000 }).toBe(3);
  const texts = await control.accepted();
  return {
    ...desktop,
    /** The contact of so many a text writes this. */
    write: async (index: number, body: string) => {
      const text = texts[index];
      if (text?.fromPhone == null) throw new Error('nobody was texted so often');
      await control.write({ from: text.toPhone, to: text.fromPhone, body });
    },
  };
}

/** The last words of what is unread for whoever is at the window, as the engine says. */
const unreadOf = async (page: Page) =>
  (await call(page, 'conversations/list', { filter: 'unread' })).conversations.map(({ lastReply }) => lastReply);

async function changeTo(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: to }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

test('a reply is unread for each person until they have seen it, and unread again when another comes', async ({
  folder,
}) => {
  test.setTimeout(120_000);
  const { page, application, write } = await startTexted(folder);
  await write(0, 'Is it this Tuesday?');
  await write(1, 'Yes, I will come');
  await expect.poll(async () => (await unreadOf(page)).length, { timeout: 30_000 }).toBe(2);
  await page.keyboard.press('ControlOrMeta+5');
  await expect(rows(page)).toHaveCount(2);

  // What stands there open is seen; the other one only when it is gone to.
  await expect.poll(async () => (await unreadOf(page)).length).toBe(1);
  await expect(rows(page).filter({ hasText: 'Unread' })).toHaveCount(1);
  await page.keyboard.press('j');
  await expect.poll(() => unreadOf(page)).toEqual([]);
  await expect(rows(page).filter({ hasText: 'Unread' })).toHaveCount(0);
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('a');
  await expect(page.getByRole('heading', { name: 'Nothing is unread' })).toBeVisible();

  // Rosa has read them, and Omar has not.
  await changeTo(page, 'Rosa', 'Omar');
  await page.keyboard.press('ControlOrMeta+5');
  await expect(chosen(page)).toHaveValue('needs-attention');
  await page.keyboard.press('a');
  await expect(rows(page)).toHaveCount(2);
  const isSound = async () => expect((await new AxeBuilder({ page }).setLegacyMode().analyze()).violations).toEqual([]);
  // Caps of keys are as legible as words, also those that rest while one writes.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(600);
    await isSound();
    await page.getByRole('textbox', { name: /^Answer to/ }).focus();
    await isSound();
    await page.keyboard.press('Escape');
  }
  await expect(rows(page).filter({ hasText: 'Unread' })).toHaveCount(1);
  await page.keyboard.press('End');
  await expect.poll(() => unreadOf(page)).toEqual([]);
  // They have lost their mark and stay where they are.
  await expect(rows(page)).toHaveCount(2);

  await page.keyboard.press('Home');
  await write(0, 'And at what time?');
  const askedAgain = rows(page).filter({ hasText: 'And at what time?' });
  await expect(page.getByText('1 new reply')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(chosen(page)).toHaveValue('unread');
  await expect(askedAgain).toHaveCount(1);
  await expect(rows(page)).toHaveCount(1);
  await askedAgain.click();
  await expect.poll(() => unreadOf(page)).toEqual([]);

  await changeTo(page, 'Omar', 'Rosa');
  expect(await unreadOf(page)).toEqual(['And at what time?']);
  await page.keyboard.press('ControlOrMeta+5');
  await askedAgain.click();
  await expect.poll(() => unreadOf(page)).toEqual([]);
  await application.close();
});
