import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { newDraft } from '../../renderer/features/actions/draft.ts';
import { draftOpened } from '../../renderer/features/actions/drafts-slice.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { anAction, aroundActions, performance } from './support/action-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';

/** The screen as long as one is on it. */
function Here() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'actions' ? <ActionsScreen place={place} /> : null;
}

function open(answers: Answers, place: Place = { screen: 'actions' }) {
  return openPage(<Here />, { place, answers: { ...aroundActions, ...answers } });
}

const scripts = {
  initialScripts: [{ scriptId: 1, name: 'Rally (A)', body: 'Hi ##{{first_name}}, reply STOP to opt out' }],
  responseScripts: [{ scriptId: 2, name: 'Will come', body: 'Great' }],
};

describe('the list of actions', () => {
  it('begins with what is alive, and says how each one stands', async () => {
    const actions = [
      anAction({ actionId: 5, name: 'Old one', state: 'ended', endedAt: 3_000 }),
      anAction({ actionId: 4, name: 'Being written', state: 'draft', publishedAt: null }),
      anAction({ actionId: 3, name: 'Going on', state: 'published' }),
    ];
    open({ 'actions/list': { actions, next: null } });
    await screen.findByRole('button', { name: 'Going on' });
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows.map((row) => within(row).getByRole('button').textContent)).toEqual([
      'Going on↵',
      'Being written',
      'Old one',
    ]);
    const [first] = rows;
    expect(within(first as HTMLElement).getByText('Published')).toBeTruthy();
    const bar = await within(first as HTMLElement).findByRole('progressbar', { name: 'Progress' });
    expect(bar.getAttribute('aria-valuetext')).toBe('904 of 1,204 remaining');
  });

  it('tells two of the same name apart by when they came out, and says nothing more of others', async () => {
    const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 42).getTime();
    const actions = [
      anAction({ actionId: 5, name: 'Rally', publishedAt: at(12, 10) }),
      anAction({ actionId: 4, name: 'rally ', state: 'draft', publishedAt: null, createdAt: at(12, 9) }),
      anAction({ actionId: 3, name: 'Vigil', publishedAt: at(12, 10) }),
    ];
    open({ 'actions/list': { actions, next: null } });
    await screen.findByRole('button', { name: 'Vigil' });
    const names = screen.getAllByRole('row').flatMap((row) => within(row).queryByRole('button')?.textContent ?? []);
    expect(names).toEqual([
      expect.stringMatching(/^Rally · Nov 12, 10:42/),
      'Vigil',
      expect.stringMatching(/^rally {2}· Nov 12, 9:42/),
    ]);
  });

  it('is gone through with the arrow keys, and Enter opens', async () => {
    const actions = [anAction({ actionId: 5, name: 'One' }), anAction({ actionId: 4, name: 'Other' })];
    const { user, store } = open({
      'actions/list': { actions, next: null },
      'actions/read': ({ actionId }) => ({ action: anAction({ actionId }), ...scripts }),
    });
    await screen.findByRole('button', { name: 'One' });
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(store.getState().place.now).toEqual({ screen: 'actions', actionId: 4 });
  });

  it('Enter opens the row that one is on, also when the rows have changed their order', async () => {
    const one = anAction({ actionId: 5, name: 'One', createdAt: 2 });
    const other = anAction({ actionId: 4, name: 'Other', createdAt: 1 });
    let actions = [one, other];
    const { user, store, bridge } = open({
      'actions/list': () => ({ actions, next: null }),
      'actions/read': ({ actionId }) => ({ action: anAction({ actionId }), ...scripts }),
    });
    await screen.findByRole('button', { name: 'One' });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    act(() => (document.activeElement as HTMLElement).blur());
    actions = [other];
    act(() => bridge.tell({ event: 'changed', room: 'actions' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'One' })).toBeNull());
    await user.keyboard('{Enter}');
    expect(store.getState().place.now).toEqual({ screen: 'actions', actionId: 4 });
  });

  it('Enter opens the first action while nobody has moved the cursor, and that is told on its row', async () => {
    const actions = [anAction({ actionId: 5, name: 'One' }), anAction({ actionId: 4, name: 'Other' })];
    const { user, store } = open({
      'actions/list': { actions, next: null },
      'actions/read': ({ actionId }) => ({ action: anAction({ actionId }), ...scripts }),
    });
    const first = await screen.findByRole('button', { name: 'One' });
    expect(within(first).getByText('↵')).toBeTruthy();
    expect(screen.getAllByText('↵')).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(store.getState().place.now).toEqual({ screen: 'actions', actionId: 5 });
  });

  it('Enter stays with a button that has the focus', async () => {
    const { user, store } = open({ 'actions/list': { actions: [anAction({ actionId: 5, name: 'One' })], next: null } });
    await screen.findByRole('button', { name: 'One' });
    screen.getByRole('button', { name: 'New action' }).focus();
    await user.keyboard('{Enter}');
    expect(store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
  });

  it('leads to the first action where there is none', async () => {
    const { user, store } = open({ 'actions/list': { actions: [], next: null } });
    await screen.findByRole('heading', { name: 'No actions yet' });
    await user.keyboard('n');
    expect(store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
  });

  it('leads to a list first where there is none', async () => {
    const { user, store } = open({
      'actions/list': { actions: [], next: null },
      'contacts/list-lists': { lists: [], next: null },
    });
    await user.click(await screen.findByRole('button', { name: 'Import a list' }));
    expect(store.getState().place.now).toEqual({ screen: 'contacts' });
  });

  it('reads what is older when it is asked for', async () => {
    const { user, bridge } = open({
      'actions/list': ({ before }) =>
        before === 4
          ? { actions: [anAction({ actionId: 2, name: 'Older' })], next: null }
          : { actions: [anAction({ actionId: 4, name: 'Newer' })], next: 4 },
    });
    await user.click(await screen.findByRole('button', { name: 'Show older actions' }));
    expect(await screen.findByRole('button', { name: 'Older' })).toBeTruthy();
    expect(bridge.askedFor('actions/list')).toHaveLength(2);
  });
});

describe('the page of an action', () => {
  const place: Place = { screen: 'actions', actionId: 9 };

  it('says how far it is, and shows its texts with variables in words', async () => {
    open({ 'actions/read': { action: anAction(), ...scripts } }, place);
    expect(await screen.findByRole('heading', { level: 1, name: 'Rally, first wave' })).toBeTruthy();
    expect(await screen.findByText('904 of 1,206 contacts remaining')).toBeTruthy();
    const progress = screen.getByRole('region', { name: 'Progress' });
    expect(progress.textContent).toContain('Sent280');
    expect(progress.textContent).toContain('Waiting20');
    expect(screen.getByText('First name')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('counts what is texted meanwhile, at a calm pace', async () => {
    const { bridge } = open({ 'actions/read': { action: anAction(), ...scripts } }, place);
    expect(await screen.findByText('904 of 1,206 contacts remaining')).toBeTruthy();
    const before = bridge.askedFor('results/read-performance').length;
    bridge.answer({ 'results/read-performance': performance({ sent: 602, stopped: 2, claimed: 2, unassigned: 600 }) });
    act(() => {
      for (let text = 0; text < 50; text += 1) bridge.tell({ event: 'changed', room: 'outbox' });
    });
    expect(await screen.findByText('602 of 1,206 contacts remaining')).toBeTruthy();
    expect(bridge.askedFor('results/read-performance').length - before).toBe(1);
  });

  it('follows the job that gets it ready, and asks for nothing while there are no news of it', async () => {
    const { bridge } = open(
      {
        'actions/read': { action: anAction({ state: 'publishing', publishedAt: null }), ...scripts },
        'assignments/read-progress': { unassigned: 301, claimed: 0, texted: 0, leftOut: 0 },
      },
      place,
    );
    const bar = await screen.findByRole('progressbar', { name: 'Getting ready' });
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('301 of 1,204');
    const before = bridge.askedFor('assignments/read-progress').length;
    bridge.answer({ 'assignments/read-progress': { unassigned: 602, claimed: 0, texted: 0, leftOut: 0 } });
    act(() => bridge.tell({ event: 'job', jobId: 4, state: 'running', done: 602, total: null }));
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('602 of 1,204');
    expect(bridge.askedFor('assignments/read-progress').length - before).toBe(1);
  });

  it('goes to texting in it with one key, and to its results with another', async () => {
    const { user, store } = open({ 'actions/read': { action: anAction(), ...scripts } }, place);
    await screen.findByRole('button', { name: /Text now/ });
    await user.keyboard('t');
    expect(store.getState().place.now).toEqual({ screen: 'texting', actionId: 9 });
  });

  it('is paused with a key, and resumed with the same one', async () => {
    let state: 'published' | 'paused' = 'published';
    const { user, bridge } = open(
      {
        'actions/read': () => ({ action: anAction({ state }), ...scripts }),
        'actions/pause': () => {
          state = 'paused';
          return {};
        },
        'actions/resume': () => {
          state = 'published';
          return {};
        },
      },
      place,
    );
    await screen.findByRole('button', { name: /Pause/ });
    await user.keyboard('p');
    await screen.findByRole('button', { name: /Resume/ });
    expect(screen.queryByRole('button', { name: /Text now/ })).toBeNull();
    await user.keyboard('p');
    await screen.findByRole('button', { name: /Pause/ });
    expect(bridge.askedFor('actions/resume')).toHaveLength(1);
  });

  it('tells why it could not be paused', async () => {
    const error = appError('actions/ended');
    const { user } = open(
      { 'actions/read': { action: anAction(), ...scripts }, 'actions/pause': () => ({ error }) },
      place,
    );
    await user.click(await screen.findByRole('button', { name: /Pause/ }));
    expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  });

  it('asks by one key whether it is to end, and ends nothing by it', async () => {
    const { user, bridge } = open({ 'actions/read': { action: anAction(), ...scripts }, 'actions/end': {} }, place);
    await screen.findByRole('button', { name: /End…/ });
    await user.keyboard('e');
    expect(await screen.findByRole('dialog', { name: /for ever\?$/ })).toBeTruthy();
    await user.keyboard('e');
    expect(bridge.askedFor('actions/end')).toEqual([]);
  });

  it('ends only after it was said what is withdrawn, and never by Enter alone', async () => {
    const { user, bridge } = open({ 'actions/read': { action: anAction(), ...scripts }, 'actions/end': {} }, place);
    await user.click(await screen.findByRole('button', { name: /End…/ }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('904 contacts have not been texted, and will not be.')).toBeTruthy();
    expect(within(dialog).getByText('20 texts wait now, and are withdrawn.')).toBeTruthy();
    await expect.poll(() => document.activeElement?.textContent).toBe('Keep the actionEsc↵');
    await user.keyboard('{Enter}');
    expect(bridge.askedFor('actions/end')).toHaveLength(0);

    await user.click(await screen.findByRole('button', { name: /End…/ }));
    await user.click(await screen.findByRole('button', { name: /End it for ever/ }));
    expect(bridge.askedFor('actions/end')).toMatchObject([{ actionId: 9 }]);
  });

  it('cautions before its end of whoever wrote back and has no answer', async () => {
    const figures = { ...performance({ sent: 20 }), needsAttention: 13 };
    const { user } = open(
      { 'actions/read': { action: anAction(), ...scripts }, 'results/read-performance': figures },
      place,
    );
    await user.click(await screen.findByRole('button', { name: /End…/ }));
    expect(await screen.findByText('13 contacts who wrote back need an answer, and will get none.')).toBeTruthy();
  });

  it('offers neither texting nor pausing nor ending when it has ended', async () => {
    open({ 'actions/read': { action: anAction({ state: 'ended', endedAt: 3_000 }), ...scripts } }, place);
    await screen.findByRole('button', { name: /Results/ });
    expect(screen.queryByRole('button', { name: /Text now|Pause|Resume|End…/ })).toBeNull();
  });

  it('says in the past tense what came of it when it has ended, and speaks of no desks', async () => {
    open(
      {
        'actions/read': { action: anAction({ state: 'ended', endedAt: 3_000 }), ...scripts },
        'results/read-performance': performance({
          sent: 1_790,
          withdrawn: 12,
          stopped: 2,
          claimed: 8,
          unassigned: 188,
        }),
      },
      place,
    );
    expect(await screen.findByText('Sent to 1,790 of 2,000 contacts')).toBeTruthy();
    const progress = screen.getByRole('region', { name: 'Progress' });
    expect(progress.textContent).toContain('Never texted196');
    expect(progress.textContent).toContain('Withdrawn12');
    expect(document.body.textContent).not.toMatch(/desk|remaining|yet/);
  });

  it('begins another action with its words, whose list is chosen anew', async () => {
    const { user, store } = open({ 'actions/read': { action: anAction(), ...scripts } }, place);
    await user.click(await screen.findByRole('button', { name: /Copy into a new action/ }));
    expect(store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
    expect(await screen.findByDisplayValue('Rally, first wave (copy)')).toBeTruthy();
    expect(screen.getByLabelText('Text').textContent).toContain('reply STOP');
    expect(screen.getByLabelText<HTMLInputElement>('List', { selector: 'input' }).value).toBe('');
  });

  it('asks before it takes the place of a new action that was begun and is not saved', async () => {
    const { user, store } = open({ 'actions/read': { action: anAction(), ...scripts } }, place);
    const begun = { ...newDraft('begun'), name: 'Vigil' };
    act(() => void store.dispatch(draftOpened({ draftKey: 'new', change: begun })));
    await user.click(await screen.findByRole('button', { name: /Copy into a new action/ }));
    await user.click(await screen.findByRole('button', { name: /Keep what I began/ }));
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(store.getState().drafts.open['new']).toEqual(begun);
    await user.click(screen.getByRole('button', { name: /Copy into a new action/ }));
    await user.click(await screen.findByRole('button', { name: /Replace it/ }));
    expect(await screen.findByDisplayValue('Rally, first wave (copy)')).toBeTruthy();
  });

  it('shows how far it is while it gets ready', async () => {
    open(
      {
        'actions/read': { action: anAction({ state: 'publishing', publishedAt: null }), ...scripts },
        'assignments/read-progress': { unassigned: 500, claimed: 0, texted: 0, leftOut: 2 },
      },
      place,
    );
    const bar = await screen.findByRole('progressbar', { name: 'Getting ready' });
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('502 of 1,204');
  });
});
