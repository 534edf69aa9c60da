import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppError } from '../../shared/errors.ts';
import { test } from './support/desktop.ts';
import { pretendNews } from './support/engine-news.ts';
import { foundCampaign } from './support/found-campaign.ts';

test('a page that cannot be drawn says so with a number that the log has, and can be loaded again', async ({
  desktop,
  folder,
}) => {
  const { page } = desktop;
  await foundCampaign(page);
  // A reason without a sentence: no engine of this build has one, and the line that shows it throws.
  const reason = { code: 'store/unheard-of', kind: 'wait' } as unknown as AppError;
  await pretendNews(desktop, { event: 'store', writable: false, reason });

  const broken = page.getByRole('region', { name: 'This window has stopped' });
  await expect(broken.getByRole('alert')).toHaveText(/^Something went wrong on our side.* this number: [0-9a-f]{8}\.$/);
  await expect(broken.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.locator('body')).not.toContainText(/TypeError|unheard-of| at /);
  const [incidentId = ''] = /[0-9a-f]{8}/.exec((await broken.textContent()) ?? '') ?? [];
  const log = (): Promise<string> => readFile(join(folder, 'app.log'), 'utf8').catch(() => '');
  await expect.poll(log).toMatch(new RegExp(`"incidentId":"${incidentId}".*TypeError`));

  await page.getByRole('button', { name: 'Load it again' }).press('Enter');
  await expect(page.getByRole('banner')).toContainText('Harbor Tenants Union');
});
