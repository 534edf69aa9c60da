import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepPlace } from '../../renderer/app/keep-place.ts';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { createAppStore } from '../../renderer/app/store.ts';
import { readCampaign } from '../../renderer/bridge/rooms/campaign.ts';
import { type Person, signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { filterChosen, openedToAnswer } from '../../renderer/features/inbox/inbox-slice.ts';
import { rosa } from './support/page.tsx';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };

/** A page that is loaded into the same window as the one before. */
async function load(person: Person, foundedAt = 1) {
  window.fakeBridge.answer({
    'campaign/read': { mode: 'practice', campaign: { name: 'Harbor', mode: 'practice', foundedAt } },
  });
  const store = createAppStore();
  keepPlace(store);
  await store.dispatch(readCampaign.initiate());
  store.dispatch(signedIn({ token: `of ${person.userId}`, person }));
  return store;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => sessionStorage.clear());

it('the place outlives the page, with what it is open on', async () => {
  const before = await load(rosa);
  before.dispatch(wentTo({ screen: 'actions', actionId: 4 }));
  const after = await load(rosa);
  expect(after.getState().place.now).toEqual({ screen: 'actions', actionId: 4 });
});

it('the open conversation outlives the page, and which conversations were listed', async () => {
  const before = await load(omar);
  before.dispatch(wentTo({ screen: 'inbox', actionId: 1, contactId: 9 }));
  before.dispatch(filterChosen('all'));
  before.dispatch(openedToAnswer({ actionId: 1, contactId: 7 }));
  const after = await load(omar);
  expect(after.getState().place.now).toEqual({ screen: 'inbox' });
  expect(after.getState().inbox).toMatchObject({ filter: 'all', open: { actionId: 1, contactId: 7 }, isReading: true });
});

it('there is nothing of the place for whoever signs in next', async () => {
  const before = await load(rosa);
  before.dispatch(wentTo({ screen: 'settings' }));
  const other = await load(omar);
  expect(other.getState().place.now).toEqual({ screen: 'today' });
  const again = await load(rosa);
  expect(again.getState().place.now).toEqual({ screen: 'today' });
});

it('there is nothing of it in another campaign', async () => {
  const before = await load(rosa);
  before.dispatch(wentTo({ screen: 'actions', actionId: 4 }));
  const other = await load(rosa, 2);
  expect(other.getState().place.now).toEqual({ screen: 'today' });
});

it('there is nothing of it after one has signed out', async () => {
  const before = await load(rosa);
  before.dispatch(wentTo({ screen: 'people' }));
  before.dispatch(signedOut());
  expect(sessionStorage.getItem('fieldline.left-place')).toBeNull();
  const after = await load(rosa);
  expect(after.getState().place.now).toEqual({ screen: 'today' });
});

it('nobody is brought to a screen that is not theirs any more', async () => {
  const before = await load(rosa);
  before.dispatch(wentTo({ screen: 'people' }));
  const after = await load({ ...rosa, role: 'texter' });
  expect(after.getState().place.now).toEqual({ screen: 'today' });
});
