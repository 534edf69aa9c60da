import { type Whose, whoseOf } from '../bridge/whose.ts';
import type { InboxPlace } from '../features/inbox/inbox-slice.ts';
import { campaignApi } from '../features/start/campaign-api.ts';
import { stopsFor } from './navigation.tsx';
import { type Place, placeFound } from './place-slice.ts';
import type { AppState, AppStore } from './store.ts';

/** Where somebody was when the page went. */
interface KeptPlace extends Whose {
  readonly place: Place;
  readonly inbox: InboxPlace;
}

/** Lives as long as the window, over every loading of its page. */
const storageKey = 'fieldline.place';

/** A place that could not be drawn is not gone back to. */
let isBroken = false;

/**
 * Where one is outlives the page: it may be loaded anew because it died. It is kept at each step, since a page that dies
 * is not asked, and only the same person in the same campaign comes back to it; signing out ends it.
 */
export function keepPlace(store: AppStore): void {
  let token: string | null = null;
  let kept: string | null = null;

  function takeUp(whose: Whose, person: Parameters<typeof stopsFor>[0]): void {
    const found = readKept();
    if (found === null || found.userId !== whose.userId || found.campaign !== whose.campaign) return;
    if (!stopsFor(person).some(({ screen }) => screen === found.place.screen)) return;
    store.dispatch(placeFound({ place: found.place, inbox: found.inbox }));
  }

  store.subscribe(() => {
    const state = store.getState();
    const { session } = state.session;
    if (session === null) {
      if (token !== null) forgetPlace();
      token = null;
      return;
    }
    const campaign = campaignApi.endpoints.readCampaign.select()(state).data?.campaign;
    if (campaign == null || isBroken) return;
    const whose = whoseOf(session.person, campaign);
    if (token !== session.token) {
      token = session.token;
      if (state.place.before.length === 0) takeUp(whose, session.person);
    }
    const now = JSON.stringify({ ...whose, ...placeIn(store.getState()) } satisfies KeptPlace);
    if (now !== kept) sessionStorage.setItem(storageKey, now);
    kept = now;
  });
}

/** For a page that cannot draw where one is. */
export function leavePlace(): void {
  isBroken = true;
  forgetPlace();
}

function forgetPlace(): void {
  sessionStorage.removeItem(storageKey);
}

function readKept(): KeptPlace | null {
  return JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as KeptPlace | null;
}

/** The inbox remembers by itself which conversation is open, also one that its place had named. */
function placeIn({ place: { now }, inbox: { filter, open, isReading } }: AppState): Omit<KeptPlace, keyof Whose> {
  return { place: now.screen === 'inbox' ? { screen: 'inbox' } : now, inbox: { filter, open, isReading } };
}
