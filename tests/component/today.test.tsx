import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import type { Person } from '../../renderer/bridge/session-slice.ts';
import { filterChosen, openedToAnswer } from '../../renderer/features/inbox/inbox-slice.ts';
import { TodayScreen } from '../../renderer/features/today/today-screen.tsx';
import type { Output } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { outboxAtRest } from '../support/outbox-at-rest.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage } from './support/page.tsx';
import { settings } from './support/settings.ts';

type Action = Output<'actions/list'>['actions'][number];
type Conversation = Output<'conversations/list'>['conversations'][number];

/** The screen as long as one is on it. */
function OnToday() {
  const isHere = useAppSelector(({ place }) => place.now.screen === 'today');
  return isHere ? <TodayScreen /> : null;
}

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };

function action(actionId: number, state: Action['state'], name = `Action ${actionId}`): Action {
  return { actionId, name, state, listId: 1, listName: 'Harbor', createdAt: 0, publishedAt: 0, endedAt: null };
}

const reply: Conversation = {
  actionId: 4,
  contactId: 7,
  firstName: 'Ana',
  lastName: 'Alvarez',
  userId: 1,
  lastReplyId: 1,
  lastReply: 'Where do I vote?',
  lastReplyAt: 0,
  needsAttention: true,
  mayWantOut: false,
  optedOut: false,
  actionEnded: false,
  unread: true,
};

const aList = { listId: 1, name: 'Harbor', contactCount: 10, createdAt: 0 };

function answers(more: Answers = {}): Answers {
  return {
    'campaign/read': { mode: 'practice', campaign: { name: 'Harbor Tenants Union', mode: 'practice', foundedAt: 0 } },
    'campaign/read-settings': { settings, joinCode: '041297' },
    'actions/list': { actions: [], next: null },
    'contacts/list-lists': { lists: [], next: null },
    'conversations/list': { conversations: [], next: null },
    'conversations/count-needing-answer': { count: 0, hasMore: false },
    'conversations/count-unanswered': { count: 0, hasMore: false },
    'outbox/list-needs-person': { messages: [], next: null },
    'outbox/read-status': outboxAtRest,
    'assignments/read-progress': { unassigned: 80, claimed: 10, texted: 10, leftOut: 2 },
    'assignments/list-own-desks': { desks: [] },
    'assignments/read-hours': { waiting: 0, opening: 0, opensAt: null },
    ...more,
  };
}

it('says once, in words, what practice means', async () => {
  openPage(<TodayScreen />, { answers: answers() });
  expect(await screen.findByText('This is practice: nothing you do here reaches a real phone.')).toBeTruthy();
});

it('begins with the sample list in practice, and Enter imports it', async () => {
  const { user, bridge, store } = openPage(<TodayScreen />, {
    answers: answers({
      'app/offer-sample-list': { file: { token: 'sample', name: 'sample-list.csv' } },
      'contacts/preview-import': () => ({ error: { code: 'contacts/file-unreadable', kind: 'input' } }),
    }),
  });
  await screen.findByRole('button', { name: /Load the sample list/ });
  await user.keyboard('{Enter}');
  await expect.poll(() => store.getState().place.now).toEqual({ screen: 'contacts' });
  expect(bridge.askedFor('app/offer-sample-list')).toHaveLength(1);
});

it('takes nobody along who has gone elsewhere while the sample list was loaded', async () => {
  const offered = lateAnswer<Output<'app/offer-sample-list'>>();
  const { user, bridge, store } = openPage(<OnToday />, {
    answers: answers({
      'app/offer-sample-list': () => offered.promise,
      'contacts/preview-import': () => ({ error: appError('contacts/file-unreadable') }),
    }),
  });
  await screen.findByRole('button', { name: /Load the sample list/ });
  await user.keyboard('{Enter}');
  act(() => void store.dispatch(wentTo({ screen: 'people' })));
  await act(async () => offered.resolve({ file: { token: 'sample', name: 'sample-list.csv' } }));
  await expect.poll(() => bridge.askedFor('contacts/preview-import')).toHaveLength(1);
  expect(store.getState().place.now).toEqual({ screen: 'people' });
});

it('begins with an import of one’s own where texts are real', async () => {
  openPage(<TodayScreen />, {
    answers: answers({
      'campaign/read': { mode: 'live', campaign: { name: 'Harbor', mode: 'live', foundedAt: 0 } },
    }),
  });
  expect(await screen.findByRole('button', { name: /Import a list/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /sample list/ })).toBeNull();
  expect(screen.queryByText(/This is practice/)).toBeNull();
});

it('ticks off what is done and leads to the next step', async () => {
  const { user, store } = openPage(<TodayScreen />, {
    answers: answers({ 'contacts/list-lists': { lists: [aList], next: null } }),
  });
  const steps = () => screen.queryAllByRole('listitem');
  await expect.poll(() => steps()[0]?.textContent).toContain('Done');
  expect(steps()[1]?.getAttribute('aria-current')).toBe('step');
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
});

it('leads from a draft to its publishing, and from there to the texting', async () => {
  const { user, store, bridge } = openPage(<TodayScreen />, {
    answers: answers({ 'actions/list': { actions: [action(4, 'draft', 'Canvass')], next: null } }),
  });
  await user.click(await screen.findByRole('button', { name: /Open “Canvass”/ }));
  expect(store.getState().place.now).toEqual({ screen: 'actions', actionId: 4 });

  bridge.answer({
    'actions/list': { actions: [action(4, 'published', 'Canvass')], next: null },
    'assignments/read-progress': { unassigned: 10, claimed: 0, texted: 0, leftOut: 0 },
  });
  bridge.tell({ event: 'changed', room: 'actions' });
  await within(await screen.findByRole('region', { name: 'Your first text bank' })).findByRole('button', {
    name: /Text now/,
  });
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 4 });
});

it('shows how far each action is, and Enter texts in the first that has contacts left', async () => {
  const { user, store } = openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(6, 'paused'), action(5, 'published'), action(4, 'published')], next: null },
      'assignments/read-progress': ({ actionId }) =>
        actionId === 5
          ? { unassigned: 0, claimed: 0, texted: 50, leftOut: 0 }
          : { unassigned: 80, claimed: 10, texted: 10, leftOut: 2 },
    }),
  });
  const bar = await screen.findByRole('progressbar', { name: 'Action 4' });
  expect(bar.getAttribute('aria-valuetext')).toBe('90 of 102 remaining');
  expect(screen.getByText('Nobody remains to be texted.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Your first text bank' })).toBeNull();
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 4 });
});

it('puts what one has begun first, with how many are left, and Enter goes on there', async () => {
  const { user, store } = openPage(<TodayScreen />, {
    person: omar,
    answers: answers({
      'actions/list': {
        actions: [action(6, 'paused'), action(5, 'published'), action(4, 'published', 'Canvass')],
        next: null,
      },
      'assignments/list-own-desks': {
        desks: [
          { actionId: 4, leftCount: 23 },
          { actionId: 6, leftCount: 9 },
        ],
      },
    }),
  });
  await screen.findByRole('button', { name: /^Go on: 23 left in Canvass/ });
  const [first] = screen.getAllByRole('progressbar');
  expect(first?.getAttribute('aria-label')).toBe('Canvass');
  expect(screen.queryByRole('button', { name: /9 left/ })).toBeNull();
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 4 });
});

it('goes on with a batch that was begun before the campaign’s first text', async () => {
  const { user, store } = openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(5, 'published'), action(4, 'published', 'Canvass')], next: null },
      'assignments/read-progress': { unassigned: 80, claimed: 10, texted: 0, leftOut: 0 },
      'assignments/list-own-desks': { desks: [{ actionId: 4, leftCount: 10 }] },
    }),
  });
  await screen.findByRole('button', { name: /^Go on: 10 left in Canvass/ });
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 4 });
});

it('says who waits for texting hours, and Enter texts where somebody can be texted now', async () => {
  const opensAt = new Date();
  opensAt.setDate(opensAt.getDate() + 1);
  opensAt.setHours(9, 0);
  const { user, store, bridge } = openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(6, 'published', 'West'), action(4, 'published', 'East')], next: null },
      'assignments/read-progress': { unassigned: 214, claimed: 0, texted: 10, leftOut: 0 },
      'assignments/read-hours': ({ actionId }) =>
        actionId === 6
          ? { waiting: 214, opening: 214, opensAt: opensAt.getTime() }
          : { waiting: 20, opening: 5, opensAt: opensAt.getTime() },
    }),
  });
  await expect.poll(() => screen.queryAllByText(/from 9:00/)).toHaveLength(2);
  const [east, west] = screen.getAllByRole('listitem');
  expect(east?.textContent).toContain('20 are outside their texting hours now; 5 of them can be texted from 9:00');
  expect(west?.textContent).toContain('214 can be texted from 9:00');
  expect(within(west as HTMLElement).queryByRole('button')).toBeNull();
  // Texting changes nothing about hours, so its news ask for none.
  for (let text = 0; text < 5; text += 1) {
    bridge.tell({ event: 'changed', room: 'outbox' });
    bridge.tell({ event: 'changed', room: 'assignments' });
  }
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 4 });
  expect(bridge.askedFor('assignments/read-hours')).toHaveLength(2);
});

it('counts what was texted meanwhile, at a calm pace', async () => {
  const { bridge } = openPage(<TodayScreen />, {
    answers: answers({ 'actions/list': { actions: [action(4, 'published')], next: null } }),
  });
  await screen.findByText(/^90 of 102 remaining · 10 on desks · 2 stopped by safeguards/);
  bridge.answer({ 'assignments/read-progress': { unassigned: 80, claimed: 9, texted: 11, leftOut: 2 } });
  for (let text = 0; text < 50; text += 1) bridge.tell({ event: 'changed', room: 'outbox' });
  await screen.findByText(/^89 of 102 remaining/, {}, { timeout: 4_000 });
  expect(bridge.askedFor('assignments/read-progress').length).toBeLessThan(5);
});

it('leads from a reply that needs an answer to its conversation', async () => {
  const { user, store } = openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(4, 'published')], next: null },
      'conversations/list': { conversations: [reply], next: null },
    }),
  });
  const card = await screen.findByRole('region', { name: 'Replies that need an answer' });
  expect(card.textContent).toContain('1 reply needs an answer.');
  await user.click(within(card).getByRole('button', { name: /Ana Alvarez/ }));
  expect(store.getState().place.now).toEqual({ screen: 'inbox', actionId: 4, contactId: 7 });
});

it('tells how many replies need an answer, and of very many that they are more', async () => {
  openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(4, 'published')], next: null },
      'conversations/list': { conversations: [reply], next: 1 },
      'conversations/count-needing-answer': { count: 999, hasMore: true },
    }),
  });
  expect(await screen.findByText('More than 999 replies need an answer.')).toBeTruthy();
});

it('tells an admin what waits and why', async () => {
  openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': { actions: [action(4, 'published')], next: null },
      'outbox/read-status': { ...outboxAtRest, queued: 3, waiting: { hours: 3 } },
    }),
  });
  const card = await screen.findByRole('region', { name: 'What waits, and why' });
  expect(card.textContent).toContain('3 texts wait until texting hours begin where the contacts live.');
});

it.each([
  ['begins', 0],
  ['goes on with', 10],
])('says what the campaign wants on the button that %s texting', async (_what, texted) => {
  openPage(<TodayScreen />, {
    answers: answers({
      'campaign/read-settings': { settings: { ...settings, startWords: 'Knock on doors' }, joinCode: '041297' },
      'actions/list': { actions: [action(4, 'published')], next: null },
      'assignments/read-progress': { unassigned: 80, claimed: 0, texted, leftOut: 0 },
    }),
  });
  expect(await screen.findByRole('button', { name: 'Knock on doors' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Text now/ })).toBeNull();
});

it('asks for nothing that a texter may not see', async () => {
  const { bridge } = openPage(<TodayScreen />, {
    person: omar,
    answers: answers({ 'actions/list': { actions: [action(4, 'published')], next: null } }),
  });
  await screen.findByRole('button', { name: /Text now/ });
  for (const name of ['contacts/list-lists', 'outbox/list-needs-person', 'outbox/read-status'] as const) {
    expect(bridge.askedFor(name)).toEqual([]);
  }
});

it('tells a texter that an admin has to publish something first', async () => {
  openPage(<TodayScreen />, { person: omar, answers: answers() });
  expect(await screen.findByRole('heading', { name: 'Nothing to text now' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Make an action/ })).toBeNull();
});

it('tells of those who got no answer in what has ended lately, and leads to them with U', async () => {
  const { user, store, bridge } = openPage(<OnToday />, {
    person: omar,
    answers: answers({ 'conversations/count-unanswered': { count: 13, hasMore: false } }),
  });
  expect(await screen.findByText('In actions that ended in the last 7 days, 13 contacts got no answer.')).toBeTruthy();
  expect(bridge.askedFor('conversations/count-unanswered')).toEqual([{ endedWithinDays: 7 }]);
  await user.keyboard('u');
  expect(store.getState().place.now).toEqual({ screen: 'inbox' });
  expect(store.getState().inbox.filter).toBe('unanswered');
});

it('leads from replies that need an answer to where they stand, whatever was looked at there before', async () => {
  const { user, store } = openPage(<OnToday />, {
    answers: answers({
      'conversations/list': { conversations: [reply], next: null },
      'conversations/count-needing-answer': { count: 1, hasMore: false },
      'actions/list': { actions: [action(1, 'ended')], next: null },
    }),
  });
  act(() => void store.dispatch(filterChosen('unanswered')));
  await screen.findByText('1 reply needs an answer.');
  await user.keyboard('r');
  expect(store.getState().inbox.filter).toBe('needs-attention');
});

it('leads back to the reply that one was about to answer', async () => {
  const { user, store } = openPage(<OnToday />, {
    answers: answers({
      'conversations/list': { conversations: [reply], next: null },
      'conversations/count-needing-answer': { count: 1, hasMore: false },
    }),
  });
  const open = { actionId: 4, contactId: 9 };
  act(() => void store.dispatch(openedToAnswer(open)));
  await screen.findByText('1 reply needs an answer.');
  await user.keyboard('r');
  expect(store.getState().place.now.screen).toBe('inbox');
  expect(store.getState().inbox).toMatchObject({ open, isReading: true });
});

it('tells two actions of one name apart by when they were published', async () => {
  const [older, newer] = [Date.UTC(2026, 10, 20, 17), Date.UTC(2026, 10, 21, 17)];
  const published = (actionId: number, publishedAt: number, name: string) => ({
    ...action(actionId, 'published', name),
    publishedAt,
  });
  openPage(<TodayScreen />, {
    answers: answers({
      'actions/list': {
        actions: [published(3, newer, 'vigil'), published(2, older, 'Vigil'), published(1, older, 'March')],
        next: null,
      },
    }),
  });
  await screen.findByText(/^vigil · Nov 21, 5:00 PM/);
  expect(screen.getByText(/^Vigil · Nov 20, 5:00 PM/)).toBeTruthy();
  expect(screen.getByText('March')).toBeTruthy();
  expect(screen.getByRole('button', { name: /: Vigil · Nov 20, 5:00 PM/ })).toBeTruthy();
});
