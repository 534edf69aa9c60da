import { type ComponentType, lazy, Suspense } from 'react';
import type { Place, ScreenName } from './place-slice.ts';
import { useAppSelector } from './store.ts';

type ScreenOf<Name extends ScreenName> = ComponentType<{ readonly place: Extract<Place, { screen: Name }> }>;

/** Each is loaded when it is first gone to. */
const screens: { readonly [Name in ScreenName]: ScreenOf<Name> } = {
  today: lazy(async () => ({ default: (await import('../features/today/today-screen.tsx')).TodayScreen })),
  contacts: lazy(async () => ({ default: (await import('../features/contacts/contacts-screen.tsx')).ContactsScreen })),
  actions: lazy(async () => ({ default: (await import('../features/actions/actions-screen.tsx')).ActionsScreen })),
  texting: lazy(async () => ({ default: (await import('../features/texting/texting-screen.tsx')).TextingScreen })),
  inbox: lazy(async () => ({ default: (await import('../features/inbox/inbox-screen.tsx')).InboxScreen })),
  results: lazy(async () => ({ default: (await import('../features/results/results-screen.tsx')).ResultsScreen })),
  people: lazy(async () => ({ default: (await import('../features/people/people-screen.tsx')).PeopleScreen })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
};

/** The screen of the place where one is. */
export function CurrentScreen() {
  const place = useAppSelector((state) => state.place.now);
  const Screen = screens[place.screen] as ComponentType<{ readonly place: Place }>;
  return (
    <Suspense fallback={null}>
      <Screen key={place.screen} place={place} />
    </Suspense>
  );
}
