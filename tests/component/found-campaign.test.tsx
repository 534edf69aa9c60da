import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { FoundCampaign } from '../../renderer/features/start/found-campaign.tsx';
import { appError } from '../../shared/errors.ts';
import { openPage } from './support/page.tsx';

it('founds one campaign however often the same form is sent, and another act is another form', async () => {
  const error = appError('store/disk-full');
  const { user, bridge } = openPage(<FoundCampaign mode="practice" />, {
    person: null,
    answers: { 'campaign/found': () => ({ error }) },
  });
  await user.type(screen.getByRole('textbox', { name: /Name of the campaign/ }), 'Harbor Tenants');
  const firstName = screen.getByRole('textbox', { name: /Your first name/ });
  for (const typed of ['Rosa{Enter}', '{Enter}', 'lind{Enter}']) {
    const before = bridge.askedFor('campaign/found').length;
    await user.type(firstName, typed);
    await expect.poll(() => bridge.askedFor('campaign/found')).toHaveLength(before + 1);
    await screen.findByRole('alert');
  }
  const [first, again, other] = bridge
    .askedFor('campaign/found')
    .map((input) => (input as { intentId: string }).intentId);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
