import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { keepWork } from '../../renderer/app/keep-work.ts';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { type AppStore, createAppStore, useAppSelector } from '../../renderer/app/store.ts';
import { type Person, signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { anAction, aroundActions } from './support/action-answers.ts';
import { openPage, type Page, rosa } from './support/page.tsx';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Haddad', role: 'admin' };

function Here() {
  const place = useAppSelector((state) => state.place.now);
  const isSignedIn = useAppSelector(({ session }) => session.session !== null);
  return isSignedIn && place.screen === 'actions' ? <ActionsScreen place={place} /> : null;
}

const willCome = { scriptId: 2, name: 'Will come', body: 'Great' };
const read = (responseScripts = [willCome], changes: Parameters<typeof anAction>[0] = {}) => ({
  action: anAction(changes),
  initialScripts: [{ scriptId: 1, name: 'Rally (A)', body: 'Hi' }],
  responseScripts,
});

let stores: AppStore[] = [];
afterEach(() => {
  for (const store of stores) act(() => void store.dispatch(signedOut()));
  stores = [];
});

let signIns = 0;
function signIn(store: AppStore, person: Person): void {
  signIns += 1;
  act(() => void store.dispatch(signedIn({ token: `token ${signIns}`, person })));
  act(() => void store.dispatch(wentTo({ screen: 'actions', actionId: 9 })));
}

const write = (body: string) => fireEvent.change(screen.getByLabelText('Text'), { target: { value: body } });

/** The page of a published action where Rosa has begun to write a response script. */
async function openWriting(): Promise<Page> {
  const page = openPage(<Here />, {
    person: null,
    answers: { ...aroundActions, 'conversations/list-drafts': { drafts: [], next: null }, 'actions/read': read() },
  });
  stores.push(page.store);
  keepWork(page.store);
  signIn(page.store, rosa);
  await page.user.click(await screen.findByRole('button', { name: /Add a response script/ }));
  await screen.findByLabelText('Name of the response');
  write('There is parking');
  return page;
}

/** The page that is loaded into the same window after the one before. */
function loadAgain(): AppStore {
  act(() => void window.dispatchEvent(new Event('pagehide')));
  const next = createAppStore();
  stores.push(next);
  keepWork(next);
  next.dispatch(signedIn({ token: 'next', person: rosa }));
  return next;
}

const askedToRead = (): number => window.fakeBridge.askedFor('actions/read').length;

it('a response script that is being written is there again after a reload', async () => {
  await openWriting();
  const next = loadAgain();
  await waitFor(() =>
    expect(next.getState().responses.open).toEqual({ 9: { scriptId: null, name: '', body: 'There is parking' } }),
  );
  expect(sessionStorage.getItem('fieldline.left-responses')).toBeNull();
});

it('it is there again at its author’s next sitting, and for nobody else', async () => {
  const { store } = await openWriting();
  act(() => void store.dispatch(signedOut()));
  signIn(store, omar);
  await screen.findByRole('button', { name: 'Change: Will come' });
  expect(screen.queryByLabelText('Text')).toBeNull();
  act(() => void store.dispatch(signedOut()));
  signIn(store, rosa);
  expect(await screen.findByDisplayValue('There is parking')).toBeTruthy();
});

it('it is not when the engine had saved it and the page did not hear so', async () => {
  const { bridge } = await openWriting();
  bridge.answer({
    'actions/read': read([willCome, { scriptId: 30, name: 'There is parking', body: 'There is parking' }]),
  });
  const before = askedToRead();
  const next = loadAgain();
  await waitFor(() => expect(askedToRead()).toBeGreaterThan(before));
  await act(async () => {});
  expect(next.getState().responses.open).toEqual({});
});

it('it is not when the action has ended meanwhile', async () => {
  const { bridge } = await openWriting();
  bridge.answer({ 'actions/read': read([willCome], { state: 'ended', endedAt: 3_000 }) });
  const before = askedToRead();
  const next = loadAgain();
  await waitFor(() => expect(askedToRead()).toBeGreaterThan(before));
  await act(async () => {});
  expect(next.getState().responses.open).toEqual({});
});
