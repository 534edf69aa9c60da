import { expect, type Page } from '@playwright/test';

/** Founds a campaign as a person does, by keyboard alone, and waits for its first screen. */
export async function foundCampaign(page: Page, campaignName = 'Harbor Tenants Union'): Promise<void> {
  await expect(page.getByLabel('Name of the campaign')).toBeFocused();
  await page.keyboard.type(campaignName);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rosa');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Delgado');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText(campaignName);
}
