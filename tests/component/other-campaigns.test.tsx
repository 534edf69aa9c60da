import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { OtherCampaigns } from '../../renderer/features/start/other-campaigns.tsx';
import { SignIn } from '../../renderer/features/start/sign-in.tsx';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { openPage, rosa } from './support/page.tsx';

const begunAt = new Date(2026, 10, 3).getTime();
const begun = { campaignId: 'practice-2', name: null, mode: 'practice', begunAt, isOpen: true } as const;
const harbor = { campaignId: 'first', name: 'Harbor Tenants Union', mode: 'practice', begunAt, isOpen: false } as const;
const nameless = { campaignId: 'live-1', name: null, mode: 'live', begunAt, isOpen: false } as const;
const omar = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' } as const;

it('leads from a campaign that was only just begun back to another', async () => {
  const { bridge, user } = openPage(<OtherCampaigns />, {
    person: null,
    answers: { 'app/list-campaigns': { campaigns: [begun, harbor, nameless] }, 'app/open-campaign': {} },
  });
  await user.click(await screen.findByRole('button', { name: 'Open Harbor Tenants Union' }));
  expect(bridge.askedFor('app/open-campaign')).toEqual([{ campaignId: 'first' }]);
});

it('tells one without a name by what it is for and when it was begun', async () => {
  const { bridge, user } = openPage(<OtherCampaigns />, {
    person: null,
    answers: { 'app/list-campaigns': { campaigns: [begun, harbor, nameless] }, 'app/open-campaign': {} },
  });
  const button = await screen.findByRole('button', {
    name: 'Open the campaign without a name',
    description: 'Live, begun on November 3, 2026',
  });
  await user.click(button);
  expect(bridge.askedFor('app/open-campaign')).toEqual([{ campaignId: 'live-1' }]);
});

it('says nothing where there is no other campaign', async () => {
  const { bridge } = openPage(<OtherCampaigns />, {
    person: null,
    answers: { 'app/list-campaigns': { campaigns: [{ ...harbor, isOpen: true }] } },
  });
  await expect.poll(() => bridge.askedFor('app/list-campaigns')).toHaveLength(1);
  expect(screen.queryByRole('heading')).toBeNull();
});

it('tells why another campaign could not be opened', async () => {
  const error = appError('app/unknown-campaign');
  const { user } = openPage(<OtherCampaigns />, {
    person: null,
    answers: { 'app/list-campaigns': { campaigns: [begun, harbor] }, 'app/open-campaign': () => ({ error }) },
  });
  await user.click(await screen.findByRole('button', { name: 'Open Harbor Tenants Union' }));
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
});

it('is there for whoever is asked who they are', async () => {
  openPage(<SignIn campaignName="Bay Ballot" />, {
    person: null,
    answers: { 'people/list-sign-in': { people: [rosa, omar] }, 'app/list-campaigns': { campaigns: [harbor] } },
  });
  expect(await screen.findByRole('button', { name: 'Open Harbor Tenants Union' })).toBeTruthy();
});
