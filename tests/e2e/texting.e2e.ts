/** The desk: what Enter sends and does not send, and what is there again afterwards. */
import { expect } from '@playwright/test';
import { call } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';
import { foundCampaign } from './support/found-campaign.ts';
import { quickPractice, textSomebody } from './support/texted-action.ts';

test('a double press on Today sends nothing, and the batch is where it was after a reload and after a restart', async ({
  folder,
}) => {
  const first = await startDesktop(folder, quickPractice);
  await foundCampaign(first.page);
  const actionId = await textSomebody(first.page, 0);
  const onCard = first.page.getByRole('region', { name: 'The contact to text now' });
  await expect(first.page.getByRole('button', { name: 'Text now' })).toBeVisible();
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.press('Enter');
  await onCard.waitFor();
  await first.page.keyboard.press('Enter');
  await first.page.waitForTimeout(600);
  await expect(first.page.getByText('0 of 100 texted')).toBeVisible();

  const putOff = await onCard.getByRole('heading').innerText();
  await first.page.keyboard.press('l');
  await expect(onCard.getByRole('heading')).not.toHaveText(putOff);
  for (let texted = 1; texted <= 2; texted += 1) {
    await first.page.waitForTimeout(600);
    // Each double press sends one text, and a third that comes as soon sends nothing either.
    for (let presses = 0; presses < 3; presses += 1) await first.page.keyboard.press('Enter');
    await expect(first.page.getByText(`${texted} of 100 texted · 1 for later`)).toBeVisible();
  }
  await first.page.waitForTimeout(600);
  // The dialog that explains the keys closes with Enter, which is pressed once too often.
  await first.page.keyboard.press('?');
  const keys = first.page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByRole('button', { name: 'Close' })).toBeFocused();
  await first.page.keyboard.press('Enter');
  await expect(keys).toBeHidden();
  await first.page.keyboard.press('Enter');
  await first.page.waitForTimeout(600);
  await expect(first.page.getByText('2 of 100 texted · 1 for later')).toBeVisible();
  // A key that is held until its editor is there types nothing into it; Enter at once sends nothing.
  const script = await onCard.getByRole('paragraph').first().innerText();
  await first.page.keyboard.down('e');
  await first.page.keyboard.down('e');
  await first.page.keyboard.down('e');
  await first.page.keyboard.press('Enter');
  await first.page.keyboard.up('e');
  await expect(onCard.getByRole('textbox')).toHaveValue(script);
  await first.page.keyboard.type(' Bring a friend.');
  // Each act is for somebody who has seen what stands there.
  await first.page.waitForTimeout(600);
  await first.page.keyboard.press('Escape');
  await expect(onCard.getByText('Your changed words are kept.')).toBeVisible();
  await first.page.waitForTimeout(600);
  await first.page.keyboard.press('e');
  await expect(onCard.getByRole('textbox')).toHaveValue(`${script} Bring a friend.`);
  await first.page.waitForTimeout(600);
  await first.page.keyboard.press('Enter');
  await expect(first.page.getByText('3 of 100 texted · 1 for later')).toBeVisible();
  await expect(first.page.getByText('3 texted since you sat down')).toBeVisible();
  const next = await onCard.getByRole('heading').innerText();

  const isAsBefore = async (page: typeof first.page): Promise<void> => {
    await expect(page.getByText('3 of 100 texted · 1 for later')).toBeVisible();
    await expect(page.getByText('4 of 100', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: next })).toBeVisible();
  };
  await first.page.keyboard.press('Escape');
  await first.page.getByRole('button', { name: /^Go on: 97 left/ }).click();
  await isAsBefore(first.page);
  await first.page.reload();
  await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible();
  await first.page.keyboard.press('ControlOrMeta+4');
  await isAsBefore(first.page);
  await first.application.close();

  const again = await startDesktop(folder, quickPractice);
  await expect(again.page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await again.page.keyboard.press('ControlOrMeta+4');
  await isAsBefore(again.page);
  await call(again.page, 'people/sign-in', { userId: 1 });
  const { desk } = await call(again.page, 'assignments/list-desk', { actionId, limit: 50 });
  expect(desk.filter(({ putOffAt }) => putOffAt !== null).map(({ firstName }) => firstName)).toEqual([
    putOff.split(' ')[0],
  ]);
  await again.application.close();
});
