import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useFocusAlong, useFocusInWork } from '../../renderer/app/frame-focus.ts';
import { Navigation } from '../../renderer/app/navigation.tsx';
import { PersonMenu } from '../../renderer/app/person-menu.tsx';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import { beforeSignOutMs, registerBeforeSignOut } from '../../renderer/bridge/before-sign-out.ts';
import type { Person } from '../../renderer/bridge/session-slice.ts';
import { SkipLink } from '../../renderer/ui/skip-link.tsx';
import { menuVerbs } from '../../shared/contract/index.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, rosa } from './support/page.tsx';

afterEach(() => void vi.useRealTimers());

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };
const counting = (count: number, hasMore = false): Answers => ({
  'conversations/count-needing-answer': { count, hasMore },
});

it('the menu of the application leads to every screen, in the order of the rail', () => {
  openPage(<Navigation person={rosa} />, { answers: counting(0) });
  const rail = within(screen.getByRole('navigation')).getAllByRole('button');
  expect(menuVerbs.filter((verb) => verb.startsWith('go-'))).toHaveLength(rail.length);
  const words = rail.map(({ textContent }) => `go-${textContent?.replace(/Ctrl\d$/, '').toLowerCase()}`);
  expect(menuVerbs.slice(0, rail.length)).toEqual(words);
});

it('a screen has the same key for everybody, whether they see fewer screens or not', async () => {
  const keysOf = () =>
    Object.fromEntries(
      screen.getAllByRole('button').map((stop) => [stop.textContent, stop.getAttribute('aria-keyshortcuts')]),
    );
  openPage(<Navigation person={rosa} />, { answers: counting(0) });
  const all = keysOf();
  cleanup();
  const { store, user } = openPage(<Navigation person={omar} />, { answers: counting(0), person: omar });
  const few = keysOf();
  expect(Object.keys(few)).toHaveLength(4);
  expect(all).toMatchObject(few);
  await user.keyboard('{Control>}5{/Control}');
  expect(store.getState().place.now).toEqual({ screen: 'inbox' });
  await user.keyboard('{Control>}2{/Control}');
  expect(store.getState().place.now).toEqual({ screen: 'inbox' });
});

describe('the way to the inbox', () => {
  it('says how many conversations need an answer, in its name and not by itself', async () => {
    openPage(<Navigation person={rosa} />, { answers: counting(12) });
    expect(await screen.findByRole('button', { name: 'Inbox 12 need an answer' })).toBeTruthy();
    expect(document.querySelector('[role="status"], [aria-live]')).toBeNull();
  });

  it('says of very many that they are more, and nothing of none', async () => {
    const { bridge } = openPage(<Navigation person={rosa} />, { answers: counting(999, true) });
    expect(await screen.findByRole('button', { name: 'Inbox 999+ need an answer' })).toBeTruthy();
    bridge.answer(counting(0));
    act(() => bridge.tell({ event: 'changed', room: 'conversations' }));
    expect(await screen.findByRole('button', { name: 'Inbox' })).toBeTruthy();
  });

  it('is counted at a calm pace, however fast replies come', async () => {
    const { bridge } = openPage(<Navigation person={rosa} />, { answers: counting(1) });
    await screen.findByRole('button', { name: 'Inbox 1 needs an answer' });
    for (let news = 0; news < 50; news += 1) act(() => bridge.tell({ event: 'changed', room: 'replies' }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(2);
  });
});

it('the first stop of Tab leads past the frame', async () => {
  const main = { current: null as HTMLElement | null };
  const { user } = openPage(
    <>
      <SkipLink label="Skip to the content" to={main} />
      <button type="button">Rail</button>
      <main
        tabIndex={-1}
        ref={(element) => {
          main.current = element;
        }}
      />
    </>,
  );
  await user.tab();
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

const never = () => new Promise<never>(() => undefined);

it('signing out ends on the page within two seconds, although neither the engine nor what came before answers', async () => {
  const takeBack = registerBeforeSignOut(never);
  const { store, user } = openPage(<PersonMenu person={rosa} />, { answers: { 'people/sign-out': never } });
  await user.click(screen.getByRole('button', { name: /Rosa Delgado/ }));
  const entry = await screen.findByRole('menuitem', { name: 'Sign out' });
  vi.useFakeTimers();
  act(() => entry.click());
  await act(async () => vi.advanceTimersByTimeAsync(2_000));
  expect(store.getState().session.session).toBeNull();
  expect(beforeSignOutMs).toBeLessThan(2_000);
  takeBack();
});

it('what has to reach the engine before somebody goes is asked for before the session ends', async () => {
  const order: string[] = [];
  const takeBack = registerBeforeSignOut(async () => void order.push('drafts'));
  const { store, user } = openPage(<PersonMenu person={rosa} />, {
    answers: {
      'people/sign-out': () => {
        order.push('sign-out');
        return {};
      },
    },
  });
  await user.click(screen.getByRole('button', { name: /Rosa Delgado/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await expect.poll(() => store.getState().session.session).toBeNull();
  expect(order).toEqual(['drafts', 'sign-out']);
  takeBack();
});

function Framed() {
  const place = useAppSelector((state) => state.place.now);
  useFocusInWork();
  useFocusAlong(place);
  return (
    <>
      <nav>
        <button type="button">Rail</button>
      </nav>
      <main>
        <h1 tabIndex={-1}>{place.screen}</h1>
        <button type="button">Work</button>
      </main>
    </>
  );
}

describe('the focus', () => {
  it('stays in the work when a mouse presses something of the frame, or the next Enter would press that again', async () => {
    const { user } = openPage(<Framed />);
    await user.click(screen.getByRole('button', { name: 'Work' }));
    await user.click(screen.getByRole('button', { name: 'Rail' }));
    expect(document.activeElement?.textContent).toBe('Work');
  });

  it('goes along from the frame to where a key leads', () => {
    const { store } = openPage(<Framed />);
    screen.getByRole('button', { name: 'Rail' }).focus();
    act(() => void store.dispatch(wentTo({ screen: 'inbox' })));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'inbox' }));
  });
});
