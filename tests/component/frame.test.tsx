import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Navigation } from '../../renderer/app/navigation.tsx';
import { PersonMenu } from '../../renderer/app/person-menu.tsx';
import { beforeSignOutMs, registerBeforeSignOut } from '../../renderer/bridge/before-sign-out.ts';
import { SkipLink } from '../../renderer/ui/skip-link.tsx';
import { menuVerbs } from '../../shared/contract/index.ts';
import { openPage, rosa } from './support/page.tsx';

afterEach(() => void vi.useRealTimers());

it('the menu of the application leads to every screen, in the order of the rail', () => {
  openPage(<Navigation person={rosa} />);
  const rail = within(screen.getByRole('navigation')).getAllByRole('button');
  expect(menuVerbs.filter((verb) => verb.startsWith('go-'))).toHaveLength(rail.length);
  const words = rail.map(({ textContent }) => `go-${textContent?.replace(/Ctrl\d$/, '').toLowerCase()}`);
  expect(menuVerbs.slice(0, rail.length)).toEqual(words);
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
