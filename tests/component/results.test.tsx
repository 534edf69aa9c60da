import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Job } from '../../renderer/bridge/jobs-api.ts';
import type { ListedAction } from '../../renderer/bridge/rooms/actions.ts';
import { signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import type { Performance, Undecided } from '../../renderer/features/results/api.ts';
import { NeedsPerson } from '../../renderer/features/results/needs-person.tsx';
import { ResultsScreen } from '../../renderer/features/results/results-screen.tsx';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, rosa } from './support/page.tsx';

function action(actionId: number, name: string, more: Partial<ListedAction> = {}): ListedAction {
  return {
    actionId,
    name,
    state: 'published',
    listId: 1,
    listName: 'Spring list',
    createdAt: 0,
    publishedAt: Date.UTC(2026, 10, 20),
    endedAt: null,
    ...more,
  };
}

const performance: Performance = {
  contacts: 1_000,
  progress: { sent: 400, waiting: 3, withdrawn: 0, stopped: 6, refused: 1, claimed: 40, unassigned: 550 },
  initialMessages: 400,
  replied: 100,
  followUps: 100,
  optOuts: { inWords: 5, byHand: 3 },
  needsAttention: 12,
  delivered: 475,
  carrierErrors: 3,
  carrierFiltering: 0,
  safeguards: { 'opted-out': 7, 'carrier-21610': 2, 'carrier-21999': 1, later: 1 },
  waiting: 5,
  withdrawn: 0,
};

const running: Job = {
  jobId: 5,
  kind: 'results/export',
  state: 'running',
  done: 0,
  total: 1_000,
  startedAt: 0,
  endedAt: null,
  outcome: null,
};

const answers: Answers = {
  'actions/list': { actions: [action(2, 'Rent strike'), action(1, 'Tuesday meeting')], next: null },
  'results/read-performance': ({ actionId }) => ({ ...performance, initialMessages: actionId * 200 }),
  'outbox/list-needs-person': { messages: [], next: null },
};

function openResults(more: Answers = {}) {
  return openPage(<ResultsScreen place={{ screen: 'results' }} />, { answers: { ...answers, ...more } });
}

const figure = async (label: string) => (await screen.findByText(label)).parentElement?.textContent;

describe('the figures', () => {
  it('are of the latest action that was published', async () => {
    openResults({
      'actions/list': {
        actions: [action(3, 'A draft', { state: 'draft', publishedAt: null }), action(2, 'Rent strike')],
        next: null,
      },
    });
    expect(await figure('Initial messages')).toContain('400');
    expect(((await screen.findByRole('combobox')) as HTMLInputElement).value).toBe('Rent strike');
  });

  it('name the day of an action where another is called the same', async () => {
    const twice = [action(2, 'Rent strike'), action(1, 'Rent strike', { publishedAt: Date.UTC(2026, 9, 3, 18) })];
    openResults({ 'actions/list': { actions: twice, next: null } });
    expect(((await screen.findByRole('combobox')) as HTMLInputElement).value).toMatch(/^Rent strike · Nov \d+/);
  });

  it('say that what failed later is counted among what was sent, and where its contacts are named', async () => {
    openResults();
    expect(await screen.findByText(/failed later, is counted among the sent ones, too\. The export/)).toBeTruthy();
  });

  it('tell shares in words beside their bars', async () => {
    openResults();
    expect(await figure('Delivery rate')).toContain('95%475 of 500 texts');
    expect(await figure('Reply rate')).toContain('25%100 of 400 contacts texted');
    expect(await figure('Opt-out rate')).toContain('2%8 of 400 contacts texted');
  });

  it('have no share of nothing', async () => {
    const nothing = {
      ...performance,
      initialMessages: 0,
      followUps: 0,
      replied: 0,
      optOuts: { inWords: 0, byHand: 0 },
      delivered: 0,
    };
    openResults({ 'results/read-performance': nothing });
    expect(await figure('Delivery rate')).toContain('nothing sent yet');
  });

  it('tell how many opted out, and how many of them by hand', async () => {
    openResults();
    expect(await figure('Opt-outs')).toBe('Opt-outs85 in words, 3\u00a0by\u00a0hand');
  });

  it('tell where the contacts of the list stand, in parts that add up', async () => {
    openResults();
    expect(await screen.findByText('590 of 1,000 contacts remaining')).toBeTruthy();
    const card = screen.getByRole('region', { name: 'Progress' });
    const parts = within(card)
      .getAllByRole('term')
      .map((term) => term.parentElement?.textContent);
    expect(parts).toEqual([
      'Sent400 40%',
      'Waiting3 0.3%',
      'Stopped by safeguards6 0.6%',
      'Refused by the carrier1 0.1%',
      'On desks40 4%',
      'Not claimed yet550 55%',
    ]);
  });

  it('say of what waits how much of it are initial messages and how much follow-ups', async () => {
    openResults();
    expect(await figure('Replied')).toContain('100');
    const [, waiting] = screen.getAllByText('Waiting');
    expect(waiting?.parentElement?.textContent).toBe('Waiting53 initial, 2\u00a0follow-up');
  });

  it('of an action that has ended speak of what was', async () => {
    openResults({
      'actions/list': { actions: [action(2, 'Rent strike', { state: 'ended' })], next: null },
      'results/read-performance': {
        ...performance,
        progress: { ...performance.progress, waiting: 0, withdrawn: 3 },
        waiting: 0,
        withdrawn: 4,
      },
    });
    expect(await screen.findByText('Sent to 400 of 1,000 contacts')).toBeTruthy();
    expect(await figure('Never texted')).toBe('Never texted590 59%');
    expect(await figure('Unanswered')).toContain('12');
    const [ofContacts, ofTexts] = screen.getAllByText('Withdrawn').map((label) => label.parentElement?.textContent);
    expect(ofContacts).toBe('Withdrawn3 0.3%');
    expect(ofTexts).toBe('Withdrawn4before they left');
    expect(screen.getByRole('heading', { name: 'Results' }).closest('main, div')?.textContent).not.toMatch(
      /remaining|\byet\b|desks|so far|Waiting/,
    );
  });

  it('change with the news, in their places', async () => {
    const { bridge } = openResults();
    expect(await figure('Replied')).toContain('100');
    bridge.answer({ 'results/read-performance': { ...performance, replied: 101 } });
    act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    await waitFor(async () => expect(await figure('Replied')).toContain('101'));
  });

  it('are counted anew at a calm pace, however fast the news come', async () => {
    const { bridge } = openResults();
    expect(await figure('Replied')).toContain('100');
    const before = bridge.askedFor('results/read-performance').length;
    bridge.answer({ 'results/read-performance': { ...performance, replied: 101 } });
    act(() => {
      for (let text = 0; text < 50; text += 1) {
        for (const room of ['outbox', 'delivery', 'replies'] as const) bridge.tell({ event: 'changed', room });
      }
    });
    await waitFor(async () => expect(await figure('Replied')).toContain('101'));
    expect(bridge.askedFor('results/read-performance').length - before).toBe(1);
    expect(bridge.askedFor('outbox/list-needs-person').length).toBeLessThan(4);
  });

  it('tell what safeguards stopped, in words, and a reason without words as it is', async () => {
    openResults();
    const table = within(await screen.findByRole('table'));
    const count = (name: string) => table.getByRole('rowheader', { name }).nextElementSibling?.textContent;
    expect(count('The contact had opted out')).toBe('7');
    expect(count('the contact opted out at the carrier')).toBe('2');
    expect(count('carrier code 21999')).toBe('1');
    expect(count('later')).toBe('1');
  });

  it('say what to do about errors only when there are some', async () => {
    openResults();
    expect(await screen.findByText(/numbers out of service are worth/)).toBeTruthy();
    expect(screen.queryByText(/Networks held these to be unwanted/)).toBeNull();
  });

  it('are of another action when that is chosen, and the way back leads to the first', async () => {
    const { store, user } = openResults();
    await user.click(await screen.findByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: 'Tuesday meeting', hidden: true }));
    expect(store.getState().place.now).toEqual({ screen: 'results', actionId: 1 });
  });

  it('are not there before anything was published, and what to do is', async () => {
    openResults({ 'actions/list': { actions: [], next: null } });
    expect(await screen.findByRole('heading', { name: 'No results yet' })).toBeTruthy();
  });

  it('give way to the reason when they cannot be read', async () => {
    const error = appError('actions/not-found');
    openResults({ 'results/read-performance': () => ({ error }) });
    expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  });
});

describe('an export', () => {
  const chosen: Answers = {
    'app/choose-save-file': ({ suggestedName }) => ({ file: { token: 'saved', name: suggestedName } }),
    'results/start-export': { jobId: 5 },
    'jobs/read': { job: running },
  };
  const ended = (more: Partial<Job>) => ({ 'jobs/read': { job: { ...running, endedAt: 1, ...more } } });
  const told = { event: 'job', jobId: 5, state: 'done', done: 1_000, total: 1_000 } as const;

  it.each(['app/choose-save-file', 'results/start-export'] as const)(
    'is nobody else’s when %s is answered after its author has left',
    async (call) => {
      const late = lateAnswer<never>();
      const { bridge, store, user } = openResults({ ...chosen, [call]: () => late.promise });
      await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
      await waitFor(() => expect(bridge.askedFor(call)).toHaveLength(1));
      act(() => void store.dispatch(signedOut()));
      act(() => void store.dispatch(signedIn({ token: 'other', person: { ...rosa, userId: 2 } })));
      await act(async () => late.resolve({ jobId: 5, file: { token: 'saved', name: 'Rent.xlsx' } } as never));
      expect(store.getState().exports.started).toEqual([]);
      expect(bridge.askedFor('results/start-export')).toHaveLength(call === 'results/start-export' ? 1 : 0);
    },
  );

  it('asks where, starts, tells how far it is, and shows the file when it is written', async () => {
    const { bridge, user } = openResults({ ...chosen, 'app/show-file': {} });
    await screen.findByRole('button', { name: /Export the contacts/ });
    await user.keyboard('c');
    expect(await screen.findByText(/^Rent strike – contacts \d{4}-\d\d-\d\d\.xlsx$/)).toBeTruthy();
    expect(bridge.askedFor('results/start-export')).toMatchObject([
      { actionId: 2, report: 'contacts', format: 'xlsx', file: 'saved' },
    ]);
    act(() => bridge.tell({ ...told, state: 'running', done: 250 }));
    await waitFor(() => expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('25%'));
    bridge.answer(ended({ state: 'done', outcome: { rows: 1_000 } }));
    act(() => bridge.tell(told));
    expect(await screen.findByText('1,000 rows written')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(bridge.askedFor('app/show-file')).toEqual([{ token: 'saved' }]);
  });

  it('comes into sight wherever its key was pressed', async () => {
    const intoSight = vi.spyOn(Element.prototype, 'scrollIntoView');
    const { user } = openResults(chosen);
    await screen.findByRole('button', { name: /Export the contacts/ });
    expect(intoSight).not.toHaveBeenCalled();
    await user.keyboard('c');
    const list = await screen.findByRole('list', { name: 'Exports of this sitting' });
    expect(intoSight.mock.contexts).toEqual([list]);
    intoSight.mockRestore();
  });

  it('is of messages, as CSV, when that is chosen', async () => {
    const { bridge, user } = openResults(chosen);
    await screen.findByRole('button', { name: /Export the messages/ });
    await user.keyboard('fm');
    await waitFor(() =>
      expect(bridge.askedFor('results/start-export')).toMatchObject([{ report: 'messages', format: 'csv' }]),
    );
  });

  it('is not begun when one thinks better of it', async () => {
    const { bridge, user } = openResults({ ...chosen, 'app/choose-save-file': { file: null } });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    await waitFor(() => expect(bridge.askedFor('app/choose-save-file')).toHaveLength(1));
    expect(bridge.askedFor('results/start-export')).toEqual([]);
  });

  it('tells why the file could not be written, and can be begun again', async () => {
    const error = appError('spreadsheets/not-writable', { file: 'contacts.xlsx' });
    let jobId = 4;
    const { bridge, user } = openResults({
      ...chosen,
      ...ended({ state: 'done', outcome: { error } }),
      'results/start-export': () => ({ jobId: ++jobId }),
    });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    expect(await screen.findByText(sentenceOf(error, 'en'))).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Export the contacts/ }));
    await waitFor(() => {
      const [first, second] = bridge.askedFor('results/start-export') as Given<'results/start-export'>[];
      expect(second?.intentId).not.toBe(first?.intentId);
    });
  });

  it('ends with a sentence when nothing more can be learned of it', async () => {
    const error = appError('jobs/not-found');
    const { bridge, user } = openResults(chosen);
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    await screen.findByRole('button', { name: 'Cancel' });
    bridge.answer({ 'jobs/read': () => ({ error }) });
    act(() => bridge.tell({ event: 'engine', state: 'ready', losses: 1 }));
    expect(await screen.findByText(sentenceOf(error, 'en'))).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(screen.getByRole('button', { name: /Export the contacts/ })).toHaveProperty('disabled', false);
  });

  it('is the same act when it is asked for again after an answer that was lost', async () => {
    const { bridge, user } = openResults({
      ...chosen,
      'results/start-export': () => ({ error: appError('internal/bug') }),
    });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: /Export the contacts/ }));
    await waitFor(() => {
      const [first, second] = bridge.askedFor('results/start-export') as Given<'results/start-export'>[];
      expect(second?.intentId).toBe(first?.intentId);
    });
  });

  it('tells of a bug with its incident', async () => {
    const error = { ...appError('internal/bug'), incidentId: 'ab12cd34' };
    const { user } = openResults({ ...chosen, ...ended({ state: 'failed', outcome: error }) });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    expect(await screen.findByText(/ab12cd34/)).toBeTruthy();
  });

  it('can be cancelled', async () => {
    const { bridge, user } = openResults({
      ...chosen,
      'jobs/cancel': { job: { ...running, state: 'cancelled', endedAt: 1 } },
    });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    bridge.answer(ended({ state: 'cancelled' }));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    act(() => bridge.tell({ ...told, state: 'cancelled' }));
    expect(await screen.findByText('Cancelled. Nothing was written.')).toBeTruthy();
  });

  it('says when its file is not there any more', async () => {
    const error = appError('app/file-gone');
    const { user } = openResults({
      ...chosen,
      ...ended({ state: 'done', outcome: { rows: 3 } }),
      'app/show-file': () => ({ error }),
    });
    await user.click(await screen.findByRole('button', { name: /Export the contacts/ }));
    await user.click(await screen.findByRole('button', { name: 'Show in folder' }));
    expect(await screen.findByText(sentenceOf(error, 'en'))).toBeTruthy();
  });
});

describe('what needs a person', () => {
  const undecided: Undecided = {
    messageId: 9,
    actionId: 2,
    contactId: 100,
    firstName: 'Ana',
    lastName: 'Alvarez',
    text: 'Hi Ana, will you come on Sunday?',
    queuedAt: Date.UTC(2026, 10, 18),
    reason: 'unknown-too-long',
  };
  const waiting: Answers = { 'outbox/list-needs-person': { messages: [undecided], next: null } };

  it('is told with its reason, and sent or withdrawn by one act', async () => {
    const { bridge, user } = openPage(<NeedsPerson />, { answers: { ...waiting, 'outbox/decide': {} } });
    expect(await screen.findByText(/Sent now, it may arrive twice/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Ana Alvarez' })).toBeTruthy();
    bridge.answer({ 'outbox/list-needs-person': { messages: [], next: null } });
    await user.click(screen.getByRole('button', { name: 'Withdraw it' }));
    expect(bridge.askedFor('outbox/decide')).toMatchObject([{ messageId: 9, decision: 'withdraw' }]);
    await waitFor(() => expect(screen.queryByRole('heading')).toBeNull());
  });

  it('keeps the act for a repetition after a refusal, which is told', async () => {
    const error = appError('numbers/none');
    const { bridge, user } = openPage(<NeedsPerson />, {
      answers: { ...waiting, 'outbox/decide': () => ({ error }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Send it now' }));
    expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
    await user.click(screen.getByRole('button', { name: 'Send it now' }));
    await waitFor(() => {
      const [first, second] = bridge.askedFor('outbox/decide') as Given<'outbox/decide'>[];
      expect(second?.intentId).toBe(first?.intentId);
    });
  });

  it('is nothing that texters are asked', async () => {
    const { bridge } = openPage(<NeedsPerson />, { person: { ...rosa, role: 'texter' } });
    await waitFor(() => expect(bridge.askedFor('store/read-status')).not.toEqual([]));
    expect(bridge.askedFor('outbox/list-needs-person')).toEqual([]);
  });
});
