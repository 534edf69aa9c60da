import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { campaignHandlers } from '../../../main/app/campaign-calls.ts';
import { type Campaign, openCampaigns } from '../../../main/app/campaigns.ts';
import { fileHandlers } from '../../../main/app/file-calls.ts';
import { ok } from '../../../shared/result.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { askingMain } from './support/ask-main.ts';

const intentId = '3f2b8a52-7a1c-4a0e-9f59-0c5f3f3d6f10';

describe('the calls about campaigns', () => {
  function open(userData = temporaryFolder()) {
    const campaigns = openCampaigns(userData);
    const switched: Campaign[] = [];
    const shown: string[] = [];
    const switchTo = (campaign: Campaign): Promise<void> => {
      switched.push(campaign);
      campaigns.choose(campaign);
      return Promise.resolve();
    };
    const showFolder = (path: string): Promise<unknown> => Promise.resolve(shown.push(path));
    return { userData, switched, shown, ask: askingMain(campaignHandlers({ campaigns, switchTo, showFolder })) };
  }

  it('create one and open it, once for one intent', async () => {
    const { ask, switched } = open();
    const input = { intentId, mode: 'live' };
    const answers = await Promise.all([ask('app/create-campaign', input), ask('app/create-campaign', input)]);
    expect(switched).toHaveLength(1);
    const created = ok({ campaignId: switched[0]?.id });
    expect(answers).toEqual([created, created]);
    expect(switched[0]?.mode).toBe('live');
  });

  it('open another one, and leave alone the one that is open', async () => {
    const { ask, switched } = open();
    expect(await ask('app/open-campaign', { campaignId: 'first' })).toEqual(ok({}));
    expect(switched).toEqual([]);
    await ask('app/create-campaign', { intentId, mode: 'live' });
    expect(await ask('app/open-campaign', { campaignId: 'first' })).toEqual(ok({}));
    expect(switched.map(({ mode }) => mode)).toEqual(['live', 'practice']);
  });

  it('refuse one that is not there', async () => {
    const answer = await open().ask('app/open-campaign', { campaignId: '../somewhere' });
    expect(answer).toMatchObject({ error: { code: 'app/unknown-campaign', kind: 'input' } });
  });

  it('show the folder of the open one, or where it would be while nothing is made', async () => {
    const { ask, shown, userData } = open();
    await ask('app/show-data-folder', {});
    expect(shown).toEqual([userData]);
  });
});

describe('the calls about files', () => {
  function open(path: string | null) {
    const registered: string[] = [];
    const showInFolder = vi.fn();
    const handlers = fileHandlers({
      host: { registerFile: (file) => Promise.resolve(`token-${registered.push(file)}`) },
      sampleList: '/fieldline/sample-list.csv',
      askWhereToSave: () => Promise.resolve(path),
      showInFolder,
    });
    return { registered, showInFolder, ask: askingMain(handlers) };
  }

  it('give a token for where the person wants a file, and its name without its path', async () => {
    const { ask, registered } = open('/home/rosa/results.csv');
    const answer = await ask('app/choose-save-file', { suggestedName: 'results.csv' });
    expect(answer).toEqual(ok({ file: { token: 'token-1', name: 'results.csv' } }));
    expect(registered).toEqual(['/home/rosa/results.csv']);
  });

  it('register nothing when the person thinks better of it', async () => {
    const { ask, registered } = open(null);
    expect(await ask('app/choose-save-file', { suggestedName: 'results.csv' })).toEqual(ok({ file: null }));
    expect(registered).toEqual([]);
  });

  it('show a file where it was saved, while it is there', async () => {
    const path = join(temporaryFolder(), 'results.csv');
    const { ask, showInFolder } = open(path);
    await ask('app/choose-save-file', { suggestedName: 'results.csv' });
    expect(await ask('app/show-file', { token: 'token-1' })).toMatchObject({ error: { code: 'app/file-gone' } });
    writeFileSync(path, '');
    expect(await ask('app/show-file', { token: 'token-1' })).toEqual(ok({}));
    expect(showInFolder.mock.calls).toEqual([[path]]);
  });

  it('show nothing else, not even the list that comes with Fieldline', async () => {
    const { ask, showInFolder } = open(null);
    expect(await ask('app/offer-sample-list', {})).toMatchObject({ value: { file: { name: 'sample-list.csv' } } });
    const answer = await ask('app/show-file', { token: 'token-1' });
    expect(answer).toMatchObject({ error: { code: 'serve/file-not-registered' } });
    expect(showInFolder).not.toHaveBeenCalled();
  });
});
