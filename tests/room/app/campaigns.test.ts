import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Campaign, openCampaigns } from '../../../main/app/campaigns.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** Makes the folder, as the engine does when it opens a campaign. */
const settle = ({ folder }: Campaign): unknown => mkdirSync(folder, { recursive: true });

describe('the campaigns on this computer', () => {
  it('begin with one for practice, in the folder that a single campaign always had', () => {
    const userData = temporaryFolder();
    const campaigns = openCampaigns(userData);
    expect(campaigns.open).toEqual({ id: 'first', mode: 'practice', folder: join(userData, 'campaign') });
    expect(campaigns.list()).toEqual([
      { campaignId: 'first', name: null, mode: 'practice', begunAt: null, isOpen: true },
    ]);
  });

  it('open again with the one that was chosen, under the names they had', () => {
    const userData = temporaryFolder();
    const campaigns = openCampaigns(userData);
    campaigns.noteName('first', 'Try-out');
    const live = campaigns.begin('live');
    settle(live);
    campaigns.choose(live);
    campaigns.noteName(live.id, 'Harbor Tenants Union');

    const later = openCampaigns(userData);
    expect(later.open).toEqual(live);
    expect(later.list()).toEqual([
      { campaignId: live.id, name: 'Harbor Tenants Union', mode: 'live', begunAt: expect.any(Number), isOpen: true },
      { campaignId: 'first', name: 'Try-out', mode: 'practice', begunAt: null, isOpen: false },
    ]);
  });

  it('of practice remember the account that they had at their carrier', () => {
    const userData = temporaryFolder();
    const campaigns = openCampaigns(userData);
    expect(campaigns.practiceAccount('first')).toBeNull();
    campaigns.notePracticeAccount('first', 'AC1');
    campaigns.noteName('first', 'Try-out');
    expect(openCampaigns(userData).practiceAccount('first')).toBe('AC1');
  });

  it('are opened one after the other, each opening with a number of its own', () => {
    const campaigns = openCampaigns(temporaryFolder());
    const first = campaigns.open;
    const openings = [campaigns.opening];
    for (const campaign of [campaigns.begin('live'), first, first]) {
      campaigns.choose(campaign);
      openings.push(campaigns.opening);
    }
    expect(openings).toEqual([1, 2, 3, 4]);
  });

  it('are in folders of their own, side by side', () => {
    const campaigns = openCampaigns(temporaryFolder());
    const folders = [campaigns.open, campaigns.begin('live'), campaigns.begin('practice')].map(({ folder }) => folder);
    expect(new Set(folders).size).toBe(3);
    for (const one of folders)
      for (const other of folders) expect(one === other || !one.startsWith(`${other}/`)).toBe(true);
  });

  it('are found by their folders when what was remembered of them is damaged', () => {
    const userData = temporaryFolder();
    const live = openCampaigns(userData).begin('live');
    settle(live);
    writeFileSync(join(userData, 'campaigns.json'), '{"openId":');
    const campaigns = openCampaigns(userData);
    expect(campaigns.open.id).toBe('first');
    expect(campaigns.find(live.id)).toEqual(live);
    expect(campaigns.list()).toContainEqual(
      expect.objectContaining({ campaignId: live.id, name: null, mode: 'live', isOpen: false }),
    );
  });

  it.each(['', '..', 'live-..', '../campaign', 'live-00000000-0000-4000-8000-000000000000', 'First'])(
    'do not have one by the id %j',
    (id) => {
      expect(openCampaigns(temporaryFolder()).find(id)).toBeNull();
    },
  );

  it('fall back on the first one when the chosen one is gone', () => {
    const userData = temporaryFolder();
    const campaigns = openCampaigns(userData);
    campaigns.choose(campaigns.begin('live'));
    expect(openCampaigns(userData).open.id).toBe('first');
  });

  it('forget the name of one that has none', () => {
    const campaigns = openCampaigns(temporaryFolder());
    campaigns.noteName('first', 'Try-out');
    campaigns.noteName('first', null);
    expect(campaigns.list()[0]?.name).toBeNull();
  });

  it('are remembered in a file for the owner’s eyes', () => {
    const userData = temporaryFolder();
    openCampaigns(userData).noteName('first', 'Harbor Tenants Union');
    const file = join(userData, 'campaigns.json');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Harbor');
  });
});
