import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCampaign } from './open-campaign.ts';

describe('a campaign', () => {
  it('has no name until it is founded, and its mode from the start', async () => {
    const { call } = await openCampaign();
    expect(await call('campaign/read', {})).toEqual({ id: 1, ok: true, value: { mode: 'practice', campaign: null } });
  });

  it('is founded with its first owner, who can then sign in', async () => {
    const { call, found, events, store } = await openCampaign();
    expect(await call('campaign/found', found())).toMatchObject({ value: { ownerId: 1 } });
    expect(events).toEqual([
      { event: 'changed', room: 'people', ids: [1] },
      { event: 'changed', room: 'campaign' },
    ]);
    const people = await call('people/list-sign-in', {});
    expect(people).toMatchObject({ value: { people: [{ userId: 1, firstName: 'Ana', lastName: '', role: 'owner' }] } });
    expect(await call('people/sign-in', { userId: 1 })).toMatchObject({ value: { person: { role: 'owner' } } });
    const trail = store.look((reader) => reader.all('SELECT kind, user_id FROM journal ORDER BY id'));
    expect(trail).toEqual([
      { kind: 'people/added', user_id: null },
      { kind: 'campaign/founded', user_id: 1 },
      { kind: 'people/signed-in', user_id: 1 },
    ]);
  });

  it('is founded once', async () => {
    const { call, found } = await openCampaign();
    await call('campaign/found', found());
    expect(await call('campaign/found', found())).toMatchObject({ error: { code: 'campaign/already-founded' } });
  });

  it('cannot be renamed before it has a name', async () => {
    const { call, signIn } = await openCampaign();
    const rename = { intentId: randomUUID(), campaignName: 'Riverside Tenants Union' };
    expect(await call('campaign/rename', rename, signIn('admin'))).toMatchObject({
      error: { code: 'campaign/not-founded' },
    });
  });

  it('is renamed by an admin, and the trail keeps both names', async () => {
    const { call, found, signIn, store } = await openCampaign();
    await call('campaign/found', found());
    const rename = { intentId: randomUUID(), campaignName: '  Riverside Tenants Union ' };
    expect(await call('campaign/rename', rename, signIn('texter'))).toMatchObject({
      error: { code: 'serve/not-allowed' },
    });
    expect(await call('campaign/rename', rename, signIn('admin'))).toMatchObject({ ok: true });
    expect(await call('campaign/read', {})).toMatchObject({ value: { campaign: { name: 'Riverside Tenants Union' } } });
    const payload = store.look((reader) => reader.get(`SELECT payload FROM journal WHERE kind = 'campaign/renamed'`));
    expect(payload).toEqual({ payload: '{"from":"Riverside Tenants","to":"Riverside Tenants Union"}' });
  });

  it.each(['', '   ', 'x'.repeat(121), 'two\nlines', 7, null])('cannot be named %j', async (campaignName) => {
    const { call, found } = await openCampaign();
    const answer = await call('campaign/found', { ...found(), campaignName: campaignName as string });
    expect(answer).toMatchObject({ error: { code: 'serve/bad-input', params: { field: 'campaignName' } } });
  });

  it.each(['x'.repeat(121), 'two\nlines', '\u0000'])('has no owner whose last name is %j', async (lastName) => {
    const { call, found } = await openCampaign();
    const answer = await call('campaign/found', { ...found(), lastName });
    expect(answer).toMatchObject({ error: { code: 'serve/bad-input', params: { field: 'lastName' } } });
  });
});
