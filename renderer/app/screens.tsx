import { type ComponentType, useEffect, useState } from 'react';
import { TodayScreen } from '../features/today/today-screen.tsx';
import { useFocusAlong } from './frame-focus.ts';
import type { Place, ScreenName } from './place-slice.ts';
import { useAppSelector } from './store.ts';

type ScreenOf<Name extends ScreenName> = ComponentType<{ readonly place: Extract<Place, { screen: Name }> }>;
type Screen = ComponentType<{ readonly place: Place }>;

/** Each but the first one is code of its own, so that the first one need not wait for the others. */
const loads: { readonly [Name in ScreenName]: () => Promise<ScreenOf<Name>> } = {
  today: async () => TodayScreen,
  contacts: async () => (await import('../features/contacts/contacts-screen.tsx')).ContactsScreen,
  actions: async () => (await import('../features/actions/actions-screen.tsx')).ActionsScreen,
  texting: async () => (await import('../features/texting/texting-screen.tsx')).TextingScreen,
  inbox: async () => (await import('../features/inbox/inbox-screen.tsx')).InboxScreen,
  results: async () => (await import('../features/results/results-screen.tsx')).ResultsScreen,
  people: async () => (await import('../features/people/people-screen.tsx')).PeopleScreen,
  settings: async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
};

const names = Object.keys(loads) as ScreenName[];
const loaded = new Map<ScreenName, Screen>([['today', TodayScreen as Screen]]);

async function load(name: ScreenName): Promise<Screen> {
  const screen = loaded.get(name) ?? ((await loads[name]()) as Screen);
  loaded.set(name, screen);
  return screen;
}

/**
 * The screen of the place where one is. It does not suspend: React shows what was suspended no sooner than 300 ms after
 * its fallback, and going to a screen for the first time would take that long.
 */
export function CurrentScreen() {
  const place = useAppSelector((state) => state.place.now);
  const name = place.screen;
  useFocusAlong(place);
  const [, setOutcome] = useState<ScreenName | null>(null);
  const Screen = loaded.get(name);
  useEffect(() => {
    if (Screen !== undefined) return loadTheOthers();
    load(name).then(
      () => setOutcome(name),
      (thrown: unknown) => {
        setOutcome(() => {
          throw thrown;
        });
      },
    );
    return undefined;
  }, [Screen, name]);
  return Screen === undefined ? null : <Screen key={name} place={place} />;
}

/** One by one, when the page has nothing else to do. Gives what ends it. */
function loadTheOthers(): (() => void) | undefined {
  const next = names.find((name) => !loaded.has(name));
  if (next === undefined) return undefined;
  let end: (() => void) | undefined;
  const idle = requestIdleCallback(() => {
    void load(next)
      .then(() => {
        end = loadTheOthers();
      })
      .catch(() => {});
  });
  end = () => cancelIdleCallback(idle);
  return () => end?.();
}
