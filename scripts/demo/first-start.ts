import type { Stage } from './stage.ts';

export const campaignName = 'Harbor Tenants Union';

/** The first screen of all: the campaign gets its name and its owner. */
export async function firstStart({ page, hands, camera }: Pick<Stage, 'page' | 'hands' | 'camera'>): Promise<void> {
  await page.getByLabel('Name of the campaign').waitFor();
  await hands.look();
  await hands.type(campaignName);
  await hands.press('Tab');
  await hands.type('Rosa');
  await hands.press('Tab');
  await hands.type('Delgado');
  await camera.photograph('first-start');
  await hands.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.getByRole('button', { name: 'Load the sample list' }).waitFor();
  await hands.look();
  await camera.photograph('today-first');
}
