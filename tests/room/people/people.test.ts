import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findPersonById } from '../../../main/people/index.ts';
import { roles } from '../../../shared/contract/index.ts';
import { openFoundedCampaign } from '../campaign/open-campaign.ts';

const newPerson = (role: (typeof roles)[number]) => ({
  intentId: randomUUID(),
  firstName: ' Bea ',
  lastName: 'Invented',
  role,
});

describe('a person', () => {
  it('is added by an admin, is announced, and can sign in', async () => {
    const { call, admin, store, events, trail } = await openFoundedCampaign();
    expect(await call('people/add', newPerson('texter'), admin)).toMatchObject({ value: { userId: 3 } });
    expect(events).toEqual([{ event: 'changed', room: 'people', ids: [3] }]);
    const bea = { userId: 3, firstName: 'Bea', lastName: 'Invented', role: 'texter' };
    expect(store.look((reader) => findPersonById(reader, 3))).toEqual(bea);
    expect(trail('people/added').at(-1)).toEqual({
      kind: 'people/added',
      user_id: 2,
      entity_id: 3,
      payload: '{"role":"texter"}',
    });
    expect(await call('people/sign-in', { userId: 3 })).toMatchObject({ value: { person: bea } });
  });

  it('is added once for one intent', async () => {
    const { call, admin } = await openFoundedCampaign();
    const add = newPerson('texter');
    const answers = [await call('people/add', add, admin), await call('people/add', add, admin)];
    expect(answers).toMatchObject([{ value: { userId: 3 } }, { value: { userId: 3 } }]);
    expect(await call('people/list-sign-in', {})).toMatchObject({ value: { people: { length: 3 } } });
  });

  it('who is not in the campaign is nobody', async () => {
    const { call, store } = await openFoundedCampaign();
    expect(store.look((reader) => findPersonById(reader, 77))).toBeUndefined();
    expect(await call('people/sign-in', { userId: 77 })).toMatchObject({ error: { code: 'people/unknown-person' } });
  });
});

describe('who gives which role', () => {
  const pairs = roles.flatMap((giver) => roles.map((given) => [giver, given] as const));
  const allowed = new Set(['admin texter', 'admin lead', 'owner texter', 'owner lead', 'owner admin', 'owner owner']);
  const refusals = {
    texter: 'serve/not-allowed',
    lead: 'serve/not-allowed',
    admin: 'people/role-too-high',
    owner: null,
  };

  it.each(pairs)('is as high as the giver may: a %s makes a %s', async (giver, given) => {
    const { call, signIn } = await openFoundedCampaign();
    const answer = await call('people/add', newPerson(given), signIn(giver));
    if (allowed.has(`${giver} ${given}`)) expect(answer).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ error: { code: refusals[giver] } });
  });

  it('is settled before anybody is added', async () => {
    const { call, admin, events } = await openFoundedCampaign();
    expect(await call('people/add', newPerson('owner'), admin)).toMatchObject({
      error: { code: 'people/role-too-high' },
    });
    expect(await call('people/list-sign-in', {})).toMatchObject({ value: { people: { length: 2 } } });
    expect(events).toEqual([]);
  });
});
