import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { keepWork } from '../../renderer/app/keep-work.ts';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { type AppStore, createAppStore, useAppSelector } from '../../renderer/app/store.ts';
import { runBeforeSignOut } from '../../renderer/bridge/before-sign-out.ts';
import { type Person, signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { anAction, aroundActions } from './support/action-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, type Page, rosa } from './support/page.tsx';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Haddad', role: 'admin' };

function Here() {
  const place = useAppSelector((state) => state.place.now);
  const isSignedIn = useAppSelector(({ session }) => session.session !== null);
  return isSignedIn && place.screen === 'actions' ? <ActionsScreen place={place} /> : null;
}

let signIns = 0;
function signIn(store: AppStore, person: Person): void {
  signIns += 1;
  act(() => void store.dispatch(signedIn({ token: `token ${signIns}`, person })));
}

/** The form as an admin finds it, with what keeps their work beside it. */
function open(answers: Answers = {}): Page {
  const page = openPage(<Here />, {
    person: null,
    answers: {
      ...aroundActions,
      'conversations/list-drafts': { drafts: [], next: null },
      'scripts/create': { scriptId: 21 },
      'actions/create': { actionId: 9 },
      ...answers,
    },
  });
  keepWork(page.store);
  signIn(page.store, rosa);
  goToForm(page);
  return page;
}

const goToForm = ({ store }: Page): void => act(() => void store.dispatch(wentTo({ screen: 'actions', isNew: true })));
const write = async (body: string): Promise<void> =>
  void fireEvent.change(await screen.findByLabelText('Text'), { target: { value: body } });
const written = async (): Promise<string> => (await screen.findByLabelText<HTMLTextAreaElement>('Text')).value;

let page: Page | undefined;
afterEach(() => act(() => void page?.store.dispatch(signedOut())));

async function signOut({ store }: Page): Promise<void> {
  await act(async () => void (await runBeforeSignOut()));
  act(() => void store.dispatch(signedOut()));
}

describe('a new action without a list', () => {
  it('is there again when its author signs in again, and for nobody else', async () => {
    page = open();
    await write('Hi there');
    await signOut(page);
    signIn(page.store, omar);
    goToForm(page);
    await waitFor(() => expect(window.fakeBridge.askedFor('campaign/read').length).toBeGreaterThan(1));
    expect(await written()).toBe('');
    await signOut(page);
    signIn(page.store, rosa);
    goToForm(page);
    await waitFor(async () => expect(await written()).toBe('Hi there'));
  });

  it('is there again after a reload', async () => {
    page = open();
    await write('Hi there');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    const next = createAppStore();
    keepWork(next);
    next.dispatch(signedIn({ token: 'next', person: rosa }));
    await waitFor(() => expect(next.getState().drafts.open['new']?.initial).toMatchObject([{ body: 'Hi there' }]));
    next.dispatch(signedOut());
  });

  it('is not there in another campaign, where its list would be another one', async () => {
    page = open();
    await write('Hi there');
    await signOut(page);
    page.bridge.answer({
      'campaign/read': { mode: 'live', campaign: { name: 'Bay Ballot', mode: 'live', foundedAt: 7 } },
    });
    const before = page.bridge.askedFor('campaign/read').length;
    signIn(page.store, rosa);
    await waitFor(() => expect(page?.bridge.askedFor('campaign/read').length).toBeGreaterThan(before));
    goToForm(page);
    expect(await written()).toBe('');
  });
});

describe('a draft that the engine was asked to keep', () => {
  async function fill({ store }: Page): Promise<void> {
    await write('Hello');
    act(() => {
      store.dispatch({
        type: 'drafts/draftChanged',
        payload: { draftKey: 'new', change: { name: 'Rally', listId: 3 } },
      });
    });
  }

  it('asks for nothing more once its author has signed out, and is the same act at their next sitting', async () => {
    const late = lateAnswer<{ scriptId: number }>();
    page = open({ 'scripts/create': () => late.promise });
    await fill(page);
    await waitFor(() => expect(page?.bridge.askedFor('scripts/create')).toHaveLength(1));
    act(() => void page?.store.dispatch(signedOut()));
    signIn(page.store, omar);
    await act(async () => late.resolve({ scriptId: 21 }));
    expect(page.bridge.askedFor('actions/create')).toEqual([]);
    act(() => void page?.store.dispatch(signedOut()));
    signIn(page.store, rosa);
    goToForm(page);
    await waitFor(() => expect(page?.bridge.askedFor('actions/create')).toMatchObject([{ initialScriptIds: [21] }]));
    const [first, again] = page.bridge.askedFor('scripts/create');
    expect(again).toEqual(first);
  });

  it('is not taken up again after a reload when all of it was asked for, or it would be there twice', async () => {
    const late = lateAnswer<{ actionId: number }>();
    page = open({ 'actions/create': () => late.promise });
    act(() => {
      page?.store.dispatch({
        type: 'drafts/draftChanged',
        payload: { draftKey: 'new', change: { name: 'Rally', listId: 3 } },
      });
    });
    await waitFor(() => expect(page?.bridge.askedFor('actions/create')).toHaveLength(1));
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(sessionStorage.getItem('fieldline.left-drafts')).toBeNull();
  });
});

describe('a draft that the engine has, and somebody else changes while its author is away', () => {
  const read = (body: string) => ({
    action: anAction({ state: 'draft' as const, publishedAt: null, name: 'Rally' }),
    initialScripts: [{ scriptId: 21, name: 'Rally (A)', body }],
    responseScripts: [],
  });
  const goToDraft = ({ store }: Page): void =>
    act(() => void store.dispatch(wentTo({ screen: 'actions', actionId: 9 })));

  /** Rosa's words could not be saved, and Omar's were meanwhile. */
  async function openChanged(): Promise<Page> {
    const opened = open({
      'actions/read': read('Hi'),
      'scripts/change': () => ({ error: appError('store/disk-full') }),
    });
    goToDraft(opened);
    await screen.findByDisplayValue('Hi');
    await write('Hi, mine');
    await signOut(opened);
    opened.bridge.answer({ 'actions/read': read('Hi, theirs'), 'scripts/change': {}, 'actions/change': {} });
    signIn(opened.store, rosa);
    goToDraft(opened);
    await screen.findByText(/Somebody has changed this draft/);
    return opened;
  }

  it('has the words of both, and saves nothing by itself', async () => {
    page = await openChanged();
    const before = page.bridge.askedFor('scripts/change').length;
    expect(await written()).toBe('Hi, mine');
    await page.user.click(screen.getByRole('button', { name: 'Show the newer texts' }));
    expect(screen.getByText('Hi, theirs')).toBeTruthy();
    await write('Hi, still mine');
    await act(async () => void (await runBeforeSignOut()));
    expect(page.bridge.askedFor('scripts/change')).toHaveLength(before);
  });

  it('is saved over the newer one when its author says so', async () => {
    page = await openChanged();
    await page.user.click(screen.getByRole('button', { name: 'Save mine in its place' }));
    await waitFor(() =>
      expect(page?.bridge.askedFor('scripts/change').at(-1)).toMatchObject({ scriptId: 21, body: 'Hi, mine' }),
    );
    expect(await screen.findByText('Saved as a draft.')).toBeTruthy();
    expect(screen.queryByText(/Somebody has changed this draft/)).toBeNull();
  });

  it('becomes a new action, and leaves the newer one as it is', async () => {
    page = await openChanged();
    const before = page.bridge.askedFor('scripts/change').length;
    await page.user.click(screen.getByRole('button', { name: 'Copy mine into a new action' }));
    expect(await screen.findByDisplayValue('Rally (copy)')).toBeTruthy();
    expect(await written()).toBe('Hi, mine');
    goToDraft(page);
    expect(await screen.findByDisplayValue('Hi, theirs')).toBeTruthy();
    expect(page.bridge.askedFor('scripts/change')).toHaveLength(before);
  });
});
