import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Provider } from 'react-redux';
import { followEngine } from '../../../renderer/app/events.ts';
import { type Place, wentTo } from '../../../renderer/app/place-slice.ts';
import { type AppStore, createAppStore } from '../../../renderer/app/store.ts';
import { type Person, signedIn } from '../../../renderer/bridge/session-slice.ts';
import { theme } from '../../../renderer/ui/theme.ts';
import { Verbs } from '../../../renderer/verbs/verbs.tsx';
import type { Answers, FakeBridge } from './fake-bridge.ts';

export const rosa: Person = { userId: 1, firstName: 'Rosa', lastName: 'Delgado', role: 'owner' };

export interface Page {
  readonly store: AppStore;
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
}

interface Opening {
  readonly answers?: Answers;
  /** Who is signed in; nobody when null. */
  readonly person?: Person | null;
  readonly place?: Place;
}

/** Shows a part of the page as it stands in the window, with the bridge faked and nothing else. */
export function openPage(part: ReactElement, { answers = {}, person = rosa, place }: Opening = {}): Page {
  const bridge = window.fakeBridge;
  bridge.answer({ 'store/read-status': storeIsFine, ...answers });
  const store = createAppStore();
  followEngine(store);
  if (person !== null) store.dispatch(signedIn({ token: 'token', person }));
  if (place !== undefined) store.dispatch(wentTo(place));
  render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <Provider store={store}>
        <Verbs>{part}</Verbs>
      </Provider>
    </MantineProvider>,
  );
  return { store, bridge, user: userEvent.setup() };
}

const storeIsFine = {
  mode: 'practice',
  schema: '0160_drafts',
  closedBecause: null,
  incarnation: 'same',
  lastEndedCleanly: true,
  openedAt: 0,
  sizeBytes: 0,
  freeBytes: 0,
} as const;
