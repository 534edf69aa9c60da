/** Several campaigns on one computer: each with its own store, one open at a time, nothing of one reaching another. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { call, foundBy, pidOf, refusalOf, switchBy } from './support/calls.ts';
import { startDesktop, test } from './support/desktop.ts';

const createLive = (page: Page) => switchBy(page, 'app/create-campaign', { intentId: randomUUID(), mode: 'live' });

test('the first start has one campaign, for practice', async ({ desktop: { page } }) => {
  const { campaigns } = await call(page, 'app/list-campaigns', {});
  expect(campaigns).toMatchObject([{ campaignId: 'first', name: null, mode: 'practice', isOpen: true }]);
});

test('a live campaign is a new store, and the first one is as it was when it is opened again', async ({ desktop }) => {
  const { page } = desktop;
  await foundBy(page, 'Try-out');
  await createLive(page);
  expect(await call(page, 'campaign/read', {})).toEqual({ mode: 'live', campaign: null });
  // A campaign that texts nobody in practice has no practice carrier running beside it.
  expect(await pidOf(desktop, 'Fieldline practice carrier')).toBeNull();
  await foundBy(page, 'Harbor Tenants Union');
  expect(await refusalOf(page, 'carrier/check-account', {})).toBe('carrier/not-set-up');
  await expect
    .poll(async () => (await call(page, 'app/list-campaigns', {})).campaigns.map(({ name, mode }) => [name, mode]))
    .toEqual([
      ['Harbor Tenants Union', 'live'],
      ['Try-out', 'practice'],
    ]);

  await switchBy(page, 'app/open-campaign', { campaignId: 'first' });
  expect(await call(page, 'campaign/read', {})).toMatchObject({ mode: 'practice', campaign: { name: 'Try-out' } });
  await call(page, 'people/sign-in', { userId: 1 });
  expect(await call(page, 'carrier/check-account', {})).toMatchObject({ simulated: true });
});

test('nothing that was asked of one campaign is answered by another', async ({ desktop }) => {
  const { page } = desktop;
  await foundBy(page, 'Try-out');
  await createLive(page);
  const { campaigns } = await call(page, 'app/list-campaigns', {});
  const campaignId = campaigns.find(({ mode }) => mode === 'live')?.campaignId ?? '';
  await switchBy(page, 'app/open-campaign', { campaignId: 'first' });
  expect(await call(page, 'campaign/read', {})).toMatchObject({ mode: 'practice' });
  const stopped = Number(await desktop.enginePid());
  process.kill(stopped, 'SIGSTOP');
  // It waits in the page for an engine, and may not reach the live campaign's.
  await page.evaluate(
    (intentId) => void window.fieldline.call('campaign/found', { intentId, campaignName: 'Stray', firstName: 'Ana' }),
    randomUUID(),
  );
  await switchBy(page, 'app/open-campaign', { campaignId });
  expect(await call(page, 'campaign/read', {})).toEqual({ mode: 'live', campaign: null });
  expect(await desktop.enginePid()).not.toBe(stopped);
});

test('a texter opens another campaign, and neither begins one nor touches the account of one', async ({ desktop }) => {
  const { page } = desktop;
  await createLive(page);
  await foundBy(page);
  const input = { intentId: randomUUID(), firstName: 'Ana', role: 'texter' } as const;
  const { userId } = await call(page, 'people/add', input);
  await call(page, 'people/sign-in', { userId });
  const credentials = { accountSid: 'AC1', apiKeySid: 'SK1', apiKeySecret: 'secret' };
  const refusals = [
    await refusalOf(page, 'app/create-campaign', { intentId: randomUUID(), mode: 'practice' }),
    await refusalOf(page, 'app/read-credentials', {}),
    await refusalOf(page, 'app/save-credentials', { intentId: randomUUID(), ...credentials }),
    await refusalOf(page, 'app/forget-credentials', {}),
    await refusalOf(page, 'app/show-data-folder', {}),
  ];
  expect(new Set(refusals)).toEqual(new Set(['serve/not-allowed']));
  await call(page, 'people/sign-out', {});
  expect(await refusalOf(page, 'app/forget-credentials', {})).toBe('serve/session-ended');
  await switchBy(page, 'app/open-campaign', { campaignId: 'first' });
  expect(await call(page, 'campaign/read', {})).toEqual({ mode: 'practice', campaign: null });
});

test('the campaign that was open is open again at the next start', async ({ folder }) => {
  const first = await startDesktop(folder);
  await createLive(first.page);
  await foundBy(first.page);
  await first.application.close();
  expect(existsSync(first.storeFolder)).toBe(true);

  const second = await startDesktop(folder);
  expect(await call(second.page, 'campaign/read', {})).toMatchObject({
    mode: 'live',
    campaign: { name: 'Harbor Tenants Union' },
  });
  await second.application.close();
});

test('a campaign that is not on this computer cannot be opened', async ({ desktop: { page } }) => {
  for (const campaignId of ['../campaign', 'live-00000000-0000-4000-8000-000000000000']) {
    expect(await refusalOf(page, 'app/open-campaign', { campaignId })).toBe('app/unknown-campaign');
  }
});
