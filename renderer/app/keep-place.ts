import { leftBehind } from '../bridge/left-behind.ts';
import { readCampaign } from '../bridge/rooms/campaign.ts';
import { isFlag, isNumber, isText, maybe, oneOf, orNull, type Shape, shaped } from '../bridge/shapes.ts';
import { type Whose, whoseOf } from '../bridge/whose.ts';
import type { InboxPlace } from '../features/inbox/inbox-slice.ts';
import { sectionNames } from '../features/settings/sections.ts';
import { stopsFor } from './navigation.tsx';
import { type Place, placeFound } from './place-slice.ts';
import type { AppState, AppStore } from './store.ts';

/** Where somebody was when the page went. */
interface KeptPlace {
  readonly place: Place;
  readonly inbox: InboxPlace;
}

/** Which screens there are for somebody is looked at when they are brought to one. */
const isPlace = shaped({
  screen: isText,
  listId: maybe(isNumber),
  actionId: maybe(isNumber),
  contactId: maybe(isNumber),
  isNew: maybe(isFlag),
  section: maybe(oneOf(sectionNames)),
}) as Shape<Place>;

const keptPlace = leftBehind(
  'place',
  shaped<KeptPlace>({
    place: isPlace,
    inbox: shaped<InboxPlace>({
      filter: oneOf<InboxPlace['filter']>(['needs-attention', 'unread', 'all', 'unanswered']),
      open: orNull(shaped<NonNullable<InboxPlace['open']>>({ actionId: isNumber, contactId: isNumber })),
      isReading: isFlag,
    }),
  }),
);

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
    const found = keptPlace.take(whose);
    // Where anybody else was concerns nobody any more.
    keptPlace.forget();
    if (found === null) return;
    if (!stopsFor(person).some(({ screen }) => screen === found.place.screen)) return;
    store.dispatch(placeFound({ place: found.place, inbox: found.inbox }));
  }

  store.subscribe(() => {
    const state = store.getState();
    const { session } = state.session;
    if (session === null) {
      if (token !== null) keptPlace.forget();
      token = null;
      return;
    }
    const campaign = readCampaign.select()(state).data?.campaign;
    if (campaign == null || isBroken) return;
    const whose = whoseOf(session.person, campaign);
    if (token !== session.token) {
      token = session.token;
      if (state.place.before.length === 0) takeUp(whose, session.person);
    }
    const here = placeIn(store.getState());
    const now = JSON.stringify([whose, here]);
    if (now !== kept) keptPlace.leave(whose, here);
    kept = now;
  });
}

/** For a page that cannot draw where one is. */
export function leavePlace(): void {
  isBroken = true;
  keptPlace.forget();
}

/** The inbox remembers by itself which conversation is open, also one that its place had named. */
function placeIn({ place: { now }, inbox: { filter, open, isReading } }: AppState): KeptPlace {
  return { place: now.screen === 'inbox' ? { screen: 'inbox' } : now, inbox: { filter, open, isReading } };
}
