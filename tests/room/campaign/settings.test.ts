import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../main/campaign/index.ts';
import { openCampaign, openFoundedCampaign } from './open-campaign.ts';

const defaults = {
  description: '',
  timeZone: 'America/New_York',
  startMinute: 540,
  endMinute: 1260,
  bucketSize: 100,
  lockMinutes: 360,
  contactFallback: '',
  texterFallback: '',
  mostUnanswered: null,
  ownWords: true,
  startWords: '',
};

describe('the settings of a campaign', () => {
  it('begin with texting from nine to nine and a code of six digits', async () => {
    const { call, signIn } = await openFoundedCampaign();
    expect(await call('campaign/read-settings', {}, signIn('texter'))).toMatchObject({
      value: { settings: defaults, joinCode: expect.stringMatching(/^[0-9]{6}$/) },
    });
  });

  it('are for the rooms above the same before the founding, but for the name and the code', async () => {
    const { call, found, store } = await openCampaign();
    const before = store.look(readSettings);
    await call('campaign/found', found());
    const { joinCode, ...after } = store.look(readSettings);
    expect({ ...before, name: 'Riverside Tenants' }).toEqual({ ...after, joinCode: '' });
    expect(joinCode).toHaveLength(6);
  });

  it('are not there for the screens before the founding', async () => {
    const { call, signIn } = await openCampaign();
    const admin = signIn('admin');
    const change = { intentId: randomUUID(), changes: { lockMinutes: 0 } };
    for (const answer of [
      await call('campaign/read-settings', {}, admin),
      await call('campaign/change-settings', change, admin),
    ]) {
      expect(answer).toMatchObject({ error: { code: 'campaign/not-founded' } });
    }
  });

  it('are changed where a change names them, and the trail says from now on what', async () => {
    const { change, events, trail, told, store } = await openFoundedCampaign();
    const answer = await change({
      timeZone: 'America/Denver',
      bucketSize: 25,
      lockMinutes: 360,
      contactFallback: ' friend ',
    });
    const after = { ...defaults, timeZone: 'America/Denver', bucketSize: 25, contactFallback: 'friend' };
    expect(answer).toMatchObject({ ok: true, value: { settings: after } });
    expect(store.look(readSettings)).toMatchObject({
      timeZone: 'America/Denver',
      window: { startMinute: 540, endMinute: 1260 },
      bucketSize: 25,
      fallbacks: { contact: 'friend', texter: '' },
    });
    const payload = '{"timeZone":"America/Denver","bucketSize":25,"contactFallback":"friend"}';
    expect(trail('campaign/settings-*')).toEqual([
      { kind: 'campaign/settings-changed', user_id: 2, entity_id: null, payload },
    ]);
    expect(events).toEqual([{ event: 'changed', room: 'campaign' }]);
    expect(told.settingsChanged).toBe(1);
  });

  it('are all kept as they were given', async () => {
    const { change, call, admin } = await openFoundedCampaign();
    const all = {
      description: 'We keep\nrents down.',
      timeZone: 'America/Chicago',
      startMinute: 600,
      endMinute: 1200,
      bucketSize: 200,
      lockMinutes: 0,
      contactFallback: 'friend',
      texterFallback: 'a volunteer',
    } as const;
    await change(all);
    expect(await call('campaign/read-settings', {}, admin)).toMatchObject({ value: { settings: all } });
  });

  it('that stay what they are change nothing and tell nobody', async () => {
    const { change, events, trail, told } = await openFoundedCampaign();
    expect(await change({ startMinute: 540, description: '  ' })).toMatchObject({ value: { settings: defaults } });
    expect([trail('campaign/settings-*'), events, told.settingsChanged]).toEqual([[], [], 0]);
  });

  it('lose a fallback name that is emptied, even if a space was left', async () => {
    const { change, store } = await openFoundedCampaign();
    await change({ texterFallback: 'a volunteer' });
    await change({ texterFallback: ' ' });
    expect(store.look(readSettings).fallbacks).toEqual({ contact: '', texter: '' });
  });

  it('take each end of the texting hours alone, judged with the other as it stands', async () => {
    const { change, store } = await openFoundedCampaign();
    await change({ endMinute: 1080 });
    await change({ startMinute: 1020 });
    expect(store.look(readSettings).window).toEqual({ startMinute: 1020, endMinute: 1080 });
    expect(await change({ startMinute: 1080 })).toMatchObject({ error: { code: 'campaign/bad-hours' } });
  });

  it.each([
    [{ startMinute: 1300 }, 'campaign/bad-hours'],
    [{ startMinute: 1320, endMinute: 120 }, 'campaign/bad-hours'],
    [{ startMinute: 600, endMinute: 600 }, 'campaign/bad-hours'],
    [{ timeZone: 'EST' }, 'campaign/unknown-zone'],
    [{ timeZone: '-05:00' }, 'campaign/unknown-zone'],
    [{ timeZone: 'America/Atlantis' }, 'campaign/unknown-zone'],
    [{ bucketSize: 25, timeZone: '' }, 'campaign/unknown-zone'],
  ] as const)('refuse %j whole', async (changes, code) => {
    const { change, store, trail, told } = await openFoundedCampaign();
    const before = store.look(readSettings);
    expect(await change(changes)).toMatchObject({ error: { code } });
    expect(store.look(readSettings)).toEqual(before);
    expect([trail('campaign/settings-*'), told.settingsChanged]).toEqual([[], 0]);
  });

  it.each(['texter', 'lead'] as const)('are not a %s’s to change', async (role) => {
    const { change, signIn } = await openFoundedCampaign();
    expect(await change({ lockMinutes: 0 }, signIn(role))).toMatchObject({ error: { code: 'serve/not-allowed' } });
  });
});
