import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepWork } from '../../renderer/app/keep-work.ts';
import type { Place } from '../../renderer/app/place-slice.ts';
import { CurrentScreen } from '../../renderer/app/screens.tsx';
import { type AppStore, useAppSelector } from '../../renderer/app/store.ts';
import { runBeforeSignOut } from '../../renderer/bridge/before-sign-out.ts';
import { type Person, signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { countTextedHere } from '../../renderer/features/texting/keep-count.ts';
import type { Given, Output } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import { conversation, thread } from './support/conversations.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, type Page, rosa } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';

type Draft = Output<'conversations/list-drafts'>['drafts'][number];
type Sent = Given<'outbox/send-initial'>;

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Haddad', role: 'admin' };
const rows = [conversation(0), conversation(1)];
const answerOf = (text: string, more: Partial<Draft> = {}): Draft => ({
  actionId: 1,
  contactId: 100,
  isFirst: false,
  text,
  scriptId: null,
  replaced: null,
  savedAt: 0,
  ...more,
});

/** Whose drafts the engine has, by token. */
let kept: Map<string, Draft[]>;
let isAway: boolean;
let store: AppStore;

const away = () => ({ error: appError('store/disk-full') });
const campaign = { name: 'Harbor Tenants', mode: 'practice', foundedAt: 1 } as const;
const answers: Answers = {
  'campaign/read': { campaign, mode: 'practice' },
  'conversations/list': { conversations: rows, next: null },
  'conversations/read': ({ contactId }) => {
    const row = rows.find((one) => one.contactId === contactId);
    return row === undefined ? { error: appError('conversations/not-found') } : thread(row);
  },
  'conversations/send': () => ({ messageId: 51, segments: 1, wait: null }),
  'conversations/list-drafts': () => ({ drafts: kept.get(token()) ?? [], next: null }),
  'conversations/save-draft': ({ actionId, contactId, isFirst, text, scriptId = null, replaced = null }) => {
    if (isAway) return away();
    const others = (kept.get(token()) ?? []).filter((one) => one.contactId !== contactId);
    const draft = { actionId, contactId, isFirst, text, scriptId, replaced, savedAt: 0 };
    kept.set(token(), text === '' ? others : [...others, draft]);
    return {};
  },
  'actions/read': () => ({ error: appError('actions/not-found') }),
};
const token = (): string => store.getState().session.session?.token ?? '';
const tokenOf = ({ userId }: Person): string => `token ${userId}`;

beforeEach(() => {
  kept = new Map();
  isAway = false;
});
afterEach(() => act(() => void store.dispatch(signedOut())));

const signIn = (person: Person): void => act(() => void store.dispatch(signedIn({ token: tokenOf(person), person })));

/** As in the window, nobody comes to a screen before they have signed in. */
function Screens() {
  return useAppSelector(({ session }) => session.session !== null) && <CurrentScreen />;
}

function open(more: Answers = {}, place: Place = { screen: 'inbox' }): Page {
  const page = openPage(<Screens />, { answers: { ...answers, ...more }, person: null, place });
  store = page.store;
  keepWork(store);
  signIn(rosa);
  return page;
}

const rowOf = (n: number) => screen.findByRole('button', { name: new RegExp(`Reyes ${n}\\b`) });
const composerOf = async (n: number) =>
  (await screen.findByRole(
    'textbox',
    { name: new RegExp(`Reyes ${n}\\b`) },
    { timeout: 5_000 },
  )) as HTMLTextAreaElement;
const textsOf = (person: Person): string[] => (kept.get(tokenOf(person)) ?? []).map(({ text }) => text);

describe('half an answer', () => {
  it('is saved while one is still in front of it, and again as it grows', async () => {
    const { user } = open();
    await user.type(await composerOf(0), 'Half');
    await waitFor(() => expect(textsOf(rosa)).toEqual(['Half']));
    await user.type(await composerOf(0), ' a');
    await waitFor(() => expect(textsOf(rosa)).toEqual(['Half a']));
    await user.clear(await composerOf(0));
    await waitFor(() => expect(textsOf(rosa)).toEqual([]));
  });

  it('is saved at once when one goes elsewhere, or the window is hidden', async () => {
    const { user } = open();
    await user.type(await composerOf(0), 'Half');
    await user.click(await rowOf(1));
    expect(textsOf(rosa)).toEqual(['Half']);
    await user.type(await composerOf(1), 'Other');
    window.dispatchEvent(new Event('pagehide'));
    await waitFor(() => expect(textsOf(rosa)).toEqual(['Half', 'Other']), { timeout: 200 });
  });

  it('is there again at the next sitting, and its row says so', async () => {
    kept.set(tokenOf(rosa), [answerOf('Half', { scriptId: 11 })]);
    open();
    await waitFor(async () => expect((await composerOf(0)).value).toBe('Half'));
    expect((await rowOf(0)).textContent).toContain('Draft');
    expect((await rowOf(1)).textContent).not.toContain('Draft');
    expect(window.fakeBridge.askedFor('conversations/save-draft')).toEqual([]);
  });

  it('that a script took the place of can be had back at the next sitting, and is there itself where the script went', async () => {
    const { user } = open();
    await user.type(await composerOf(0), 'Half');
    await user.keyboard('{Alt>}1{/Alt}');
    await waitFor(() => expect(kept.get(tokenOf(rosa))).toMatchObject([{ scriptId: 11, replaced: 'Half' }]));
    const again = kept.get(tokenOf(rosa));
    await user.clear(await composerOf(0));
    await waitFor(() => expect(kept.get(tokenOf(rosa))).toMatchObject([{ text: 'Half', replaced: null }]));
    act(() => void store.dispatch(signedOut()));
    kept.set(tokenOf(rosa), again ?? []);
    signIn(rosa);
    act(() => void store.dispatch({ type: 'place/wentTo', payload: { screen: 'inbox' } }));
    await user.click(await screen.findByRole('button', { name: 'Put my words back' }));
    expect((await composerOf(0)).value).toBe('Half');
  });

  it('never takes the place of what is being typed, and can be had back', async () => {
    let answer: ((page: Output<'conversations/list-drafts'>) => void) | undefined;
    const { bridge, user } = open({ 'conversations/list-drafts': away });
    bridge.call = (
      (call) => (name: string, input: unknown) =>
        name === 'conversations/list-drafts'
          ? new Promise((resolve) => {
              answer = (value) => resolve({ ok: true, value });
            })
          : call(name, input)
    )(bridge.call);
    act(() => void store.dispatch(signedOut()));
    signIn(rosa);
    act(() => void store.dispatch({ type: 'place/wentTo', payload: { screen: 'inbox' } }));
    await user.type(await composerOf(0), 'Newer');
    act(() => answer?.({ drafts: [answerOf('Older')], next: null }));
    await user.click(await screen.findByRole('button', { name: 'Put my words back' }));
    expect((await composerOf(0)).value).toBe('Older');
  });

  it('reaches the engine before the session ends, and is shown to nobody else', async () => {
    const { user } = open();
    await user.type(await composerOf(0), 'Half');
    await act(async () => void (await runBeforeSignOut()));
    expect(textsOf(rosa)).toEqual(['Half']);
    act(() => void store.dispatch(signedOut()));
    signIn(omar);
    act(() => void store.dispatch({ type: 'place/wentTo', payload: { screen: 'inbox' } }));
    expect((await composerOf(0)).value).toBe('');
    expect(textsOf(omar)).toEqual([]);
  });

  it('waits in the page for the same person when the engine was away as they left', async () => {
    const { user } = open();
    isAway = true;
    await user.type(await composerOf(0), 'Half');
    act(() => void store.dispatch(signedOut()));
    isAway = false;
    signIn(omar);
    await waitFor(() => expect(window.fakeBridge.askedFor('conversations/list-drafts')).toHaveLength(2));
    expect(store.getState().inbox.drafts).toEqual({});
    act(() => void store.dispatch(signedOut()));
    signIn(rosa);
    await waitFor(() => expect(store.getState().inbox.drafts).toMatchObject({ '1/100': { text: 'Half' } }));
    await waitFor(() => expect(textsOf(rosa)).toEqual(['Half']));
    expect(textsOf(omar)).toEqual([]);
  });

  it('is saved before it is sent, and not after', async () => {
    const { bridge, user } = open();
    await user.type(await composerOf(0), 'Whole{Enter}');
    await waitFor(() => expect(bridge.askedFor('conversations/send')).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 400));
    const writing = bridge.asked.map(({ name }) => name).filter((name) => /save-draft|\/send$/.test(name));
    expect(writing.at(-1)).toBe('conversations/send');
  });

  it('is saved after all when the engine could not for a while', async () => {
    const { user } = open();
    isAway = true;
    await user.type(await composerOf(0), 'Half');
    await waitFor(() => expect(window.fakeBridge.askedFor('conversations/save-draft')).not.toEqual([]));
    isAway = false;
    await waitFor(() => expect(textsOf(rosa)).toEqual(['Half']), { timeout: 4_000 });
  });
});

const contact = (assignmentId: number) => ({
  assignmentId,
  batchId: 1,
  contactId: assignmentId + 100,
  firstName: 'Contact',
  lastName: String(assignmentId),
  scriptId: 1,
  text: `Hi ${assignmentId}`,
  segments: 1,
  gaps: [],
  zones: [],
  putOffAt: null,
});
const nameShown = restingHands();
const texting: Place = { screen: 'texting', actionId: 7 };
const desk: Answers = {
  'actions/read': ({ actionId }) => ({
    action: {
      actionId,
      name: 'Rent',
      state: 'published',
      listId: 1,
      listName: 'All',
      createdAt: 0,
      publishedAt: 0,
      endedAt: null,
    },
    initialScripts: [],
    responseScripts: [],
  }),
  'assignments/list-desk': {
    desk: [contact(1), contact(2)],
    leftCount: 2,
    batch: { batchIds: [1], size: 2, texted: [] },
  },
  'outbox/send-initial': { messageId: 1, segments: 1, wait: null },
  'assignments/read-hours': { waiting: 0, opening: 0, opensAt: null },
  'outbox/read-status': outboxAtRest,
};

describe('a first text that was changed', () => {
  it('is saved once it differs from the script, and is in the editor again at the next sitting', async () => {
    const { user } = open(desk, texting);
    await nameShown('Contact 1');
    await user.keyboard('e');
    const field = await screen.findByRole('textbox');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(textsOf(rosa)).toEqual([]);
    await user.type(field, ', Sunday?');
    await waitFor(() =>
      expect(kept.get(tokenOf(rosa))).toMatchObject([{ contactId: 101, isFirst: true, text: 'Hi 1, Sunday?' }]),
    );
    act(() => void store.dispatch(signedOut()));
    kept.set(tokenOf(rosa), [answerOf('Hi 1, Sunday?', { actionId: 7, contactId: 101, isFirst: true })]);
    signIn(rosa);
    act(() => void store.dispatch({ type: 'place/wentTo', payload: texting }));
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, Sunday?'));
    expect(textsOf(rosa)).toEqual(['Hi 1, Sunday?']);
  });

  it('is a draft as long as it is changed, and out of the editor where one has gone back to the script', async () => {
    kept.set(tokenOf(rosa), [answerOf('Hi 1, Sunday?', { actionId: 7, contactId: 101, isFirst: true })]);
    const { user } = open(desk, texting);
    await screen.findByRole('textbox');
    await nameShown();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(kept.get(tokenOf(rosa))).toMatchObject([{ text: 'Hi 1', replaced: 'Hi 1, Sunday?' }]));
    act(() => void store.dispatch(signedOut()));
    signIn(rosa);
    act(() => void store.dispatch({ type: 'place/wentTo', payload: texting }));
    await nameShown('Contact 1');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Sends the script')).toBeTruthy();
    await user.keyboard('e');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Hi 1, Sunday?');
    const field = screen.getByRole('textbox');
    await user.clear(field);
    await user.type(field, 'Hi 1');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(textsOf(rosa)).toEqual([]));
  });
});

describe('a press that the engine has not answered', () => {
  const sent = (): Sent[] => window.fakeBridge.askedFor('outbox/send-initial') as Sent[];

  it('is waited for before the session ends', async () => {
    const { bridge, user } = open({ ...desk, 'outbox/send-initial': away }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    bridge.answer({ 'outbox/send-initial': { messageId: 1, segments: 1, wait: null } });
    let isDone = false;
    await act(async () => {
      isDone = await runBeforeSignOut();
    });
    expect(isDone).toBe(true);
    expect(new Set(sent().map(({ intentId }) => intentId)).size).toBe(1);
    expect(store.getState().texting[7]?.sending).toEqual([]);
  });

  it('is asked again as the same act when the same person is back, and by nobody else', async () => {
    const { bridge, user } = open({ ...desk, 'outbox/send-initial': away }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    act(() => void store.dispatch(signedOut()));
    bridge.answer({ 'outbox/send-initial': { messageId: 1, segments: 1, wait: null } });
    signIn(omar);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent()).toHaveLength(1);
    act(() => void store.dispatch(signedOut()));
    signIn(rosa);
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('is asked by nobody in another campaign, where its numbers mean somebody else', async () => {
    const { bridge, user } = open({ ...desk, 'outbox/send-initial': away }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    act(() => void store.dispatch(signedOut()));
    bridge.answer({ 'campaign/read': { campaign: { ...campaign, foundedAt: 2 }, mode: 'practice' } });
    signIn(rosa);
    await waitFor(() => expect(bridge.askedFor('conversations/list-drafts')).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent()).toHaveLength(1);
  });

  it('is asked at once when the page goes, also one whose turn has not come, and kept for the next page', async () => {
    const many = Array.from({ length: 8 }, (_, n) => contact(n + 1));
    const never = () => new Promise<never>(() => {});
    const { bridge, user } = open(
      { ...desk, 'assignments/list-desk': { desk: many, leftCount: 8, batch: { batchIds: [1], size: 8, texted: [] } } },
      texting,
    );
    await nameShown('Contact 1');
    bridge.call = ((call) => (name: string, input: unknown) => {
      const answer = call(name, input);
      return name === 'outbox/send-initial' ? never() : answer;
    })(bridge.call);
    for (let presses = 1; presses <= 6; presses += 1) {
      await nameShown(`Contact ${presses}`);
      await user.keyboard('{Enter}');
    }
    expect(sent()).toHaveLength(4);
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(sent()).toHaveLength(6);
    const [left] = JSON.parse(sessionStorage.getItem('fieldline.left-presses') ?? '[]') as {
      things: { presses: unknown[] }[];
    }[];
    expect(left?.things.map(({ presses }) => presses.length)).toEqual([6]);
    expect(Object.keys(left?.things[0]?.presses[0] ?? {}).sort()).toEqual(
      ['assignmentId', 'batchId', 'contactId', 'firstName', 'intentId', 'isChanged', 'lastName', 'text'].sort(),
    );
  });

  it('is asked by nobody any more when a day has gone by', async () => {
    sessionStorage.removeItem('fieldline.left-presses');
    const whose = { userId: rosa.userId, campaign: `practice ${campaign.foundedAt}` };
    const name = { firstName: 'Ana', lastName: 'Reyes' };
    const press = (n: number) => ({
      assignmentId: n,
      batchId: 1,
      contactId: n,
      ...name,
      text: 'Hi',
      isChanged: false,
      intentId: `${n}`,
    });
    const dayMs = 24 * 60 * 60 * 1_000;
    const left = [
      { ...whose, leftAt: Date.now() - dayMs, things: [{ actionId: 7, presses: [press(1)] }] },
      { ...whose, leftAt: Date.now() - dayMs + 60_000, things: [{ actionId: 7, presses: [press(2)] }] },
    ];
    sessionStorage.setItem('fieldline.left-presses', JSON.stringify(left));
    open(desk);
    await waitFor(() => expect(sent()).not.toEqual([]));
    expect(sent().map(({ assignmentId }) => assignmentId)).toEqual([2]);
    expect(sessionStorage.getItem('fieldline.left-presses')).toBeNull();
  });

  it('is asked again also when the engine could not say at first whose campaign it is', async () => {
    const { bridge, user } = open({ ...desk, 'outbox/send-initial': away }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    act(() => void store.dispatch(signedOut()));
    bridge.answer({ 'outbox/send-initial': { messageId: 1, segments: 1, wait: null }, 'campaign/read': away });
    signIn(rosa);
    await new Promise((resolve) => setTimeout(resolve, 50));
    bridge.answer({ 'campaign/read': { campaign, mode: 'practice' } });
    await waitFor(() => expect(sent()).toHaveLength(2), { timeout: 4_000 });
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it('is no draft, also when the engine still has one of before it', async () => {
    const { bridge, user } = open({ ...desk, 'outbox/send-initial': away }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(sent()).toHaveLength(1));
    act(() => void store.dispatch(signedOut()));
    kept.set(tokenOf(rosa), [answerOf('Hi 1, Sat', { actionId: 7, contactId: 101, isFirst: true })]);
    const late = lateAnswer<Output<'campaign/read'>>();
    const taken = { 'outbox/send-initial': { messageId: 1, segments: 1, wait: null } } as const;
    bridge.answer({ ...taken, 'campaign/read': () => late.promise });
    signIn(rosa);
    await waitFor(() => expect(Object.keys(store.getState().firstTexts)).toEqual(['7/101']));
    await act(async () => late.resolve({ campaign, mode: 'practice' }));
    await waitFor(() => expect(store.getState().texting[7]?.texted).toMatchObject([{ assignmentId: 1 }]));
    expect(store.getState().firstTexts).toEqual({});
    expect(store.getState().texting[7]?.drafts).toEqual({});
  });

  it('is no draft either when the engine says late what it had before it', async () => {
    const late = lateAnswer<Output<'conversations/list-drafts'>>();
    const { user } = open({ ...desk, 'conversations/list-drafts': () => late.promise }, texting);
    await nameShown('Contact 1');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(store.getState().texting[7]?.texted).toMatchObject([{ assignmentId: 1 }]));
    const before = answerOf('Hi 1, Sat', { actionId: 7, contactId: 101, isFirst: true });
    const other = answerOf('Hi 9', { actionId: 7, contactId: 109, isFirst: true });
    await act(async () => late.resolve({ drafts: [before, other], next: null }));
    await waitFor(() => expect(Object.keys(store.getState().firstTexts)).toEqual(['7/109']));
  });
});

it('counts on what was texted since one sat down when the page is loaded anew, and from nothing for the next sitting', async () => {
  const { user } = open({ ...desk, 'outbox/send-initial': { messageId: 1, segments: 1, wait: null } }, texting);
  await nameShown('Contact 1');
  await user.keyboard('{Enter}');
  await screen.findByText('1 texted since you sat down');
  act(() => void window.dispatchEvent(new Event('pagehide')));
  cleanup();
  open(desk, texting);
  await screen.findByText('1 texted since you sat down');
  act(() => void store.dispatch(signedOut()));
  signIn(rosa);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(countTextedHere(store.getState())).toBe(0);
});

it('puts nobody on the desk of whoever came after the person who asked for them', async () => {
  const late = lateAnswer<Output<'assignments/list-desk'>>();
  const { bridge } = open({ ...desk, 'assignments/list-desk': () => late.promise }, texting);
  await waitFor(() => expect(bridge.askedFor('assignments/list-desk')).toHaveLength(1));
  act(() => void store.dispatch(signedOut()));
  bridge.answer({
    'assignments/list-desk': { desk: [contact(5)], leftCount: 1, batch: { batchIds: [1], size: 1, texted: [] } },
  });
  signIn(omar);
  act(() => void store.dispatch({ type: 'place/wentTo', payload: texting }));
  await nameShown('Contact 5');
  await act(async () =>
    late.resolve({ desk: [contact(1)], leftCount: 1, batch: { batchIds: [1], size: 1, texted: [] } }),
  );
  expect(store.getState().texting[7]?.waiting.map(({ assignmentId }) => assignmentId)).toEqual([5]);
});
