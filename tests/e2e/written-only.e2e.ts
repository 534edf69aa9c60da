/** A campaign that wants written scripts only, and answers before new texts, as its texter meets it. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

const [rosa, omar] = [1, 2];

/** Asks as the owner would from another window; the port is the texter's again afterwards. */
async function asOwner<Answer>(page: Page, ask: () => Promise<Answer>): Promise<Answer> {
  await call(page, 'people/sign-in', { userId: rosa });
  const answer = await ask();
  await call(page, 'people/sign-in', { userId: omar });
  return answer;
}

test('a texter sends scripts as they are written, answers with one, and is given the next batch', async ({
  folder,
}) => {
  const { page, application } = await startDesktop(folder, quickPractice);
  await foundCampaign(page);
  const actionId = await textSomebody(page, 0);
  const startWords = 'Talk to neighbors';
  await call(page, 'people/add', { intentId: randomUUID(), firstName: 'Omar', lastName: '', role: 'texter' });
  const changes = { ownWords: false, mostUnanswered: 0, bucketSize: 25, startWords } as const;
  await call(page, 'campaign/change-settings', { intentId: randomUUID(), changes });
  await page.getByRole('button', { name: /Rosa Delgado/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Omar' }).click();

  await expect(page.getByRole('button', { name: startWords })).toBeVisible();
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'The contact to text now' });
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', { name: 'Edit' })).toBeHidden();
  await page.keyboard.press('e');
  await expect(card.getByRole('textbox')).toBeHidden();
  for (let texted = 0; texted < 25; texted += 1) {
    await expect(page.getByText(`${texted} of 25 texted`)).toBeVisible();
    // Each is to be seen before it is sent, the first of them for longer.
    await page.waitForTimeout(texted === 0 ? 600 : 300);
    await page.keyboard.press('Enter');
  }

  const next = page.getByRole('button', { name: /^Claim the next/ });
  await expect(page.getByText(/you texted needs? an answer. Once nobody does/)).toBeVisible({ timeout: 60_000 });
  await expect(next).toBeDisabled();
  await page.getByRole('button', { name: 'Go to the inbox' }).click();
  const composer = page.getByRole('textbox', { name: /^Answer to/ });
  await expect(composer).toBeVisible();
  // Enter rests before it does another thing than send.
  await page.waitForTimeout(600);
  await page.keyboard.press('Enter');
  await expect(composer).toBeFocused();
  await page.keyboard.type('See you');
  await expect(composer).toHaveValue('');
  await page.keyboard.press('1');
  await expect(composer).toHaveValue(/^Thank you, \w+! See you on Tuesday\.$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Sent to /)).toBeVisible();
  const followUps = async () => (await call(page, 'results/read-performance', { actionId })).followUps;
  await expect.poll(() => asOwner(page, followUps), { timeout: 30_000 }).toBe(1);

  await page.keyboard.press('ControlOrMeta+4');
  await expect(next).toBeDisabled();
  const more = { intentId: randomUUID(), changes: { mostUnanswered: 1_000 } };
  await asOwner(page, () => call(page, 'campaign/change-settings', more));
  await expect(next).toBeEnabled();
  await next.click();
  await expect(page.getByText('0 of 25 texted')).toBeVisible();
  await application.close();
});
