import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { signedOut } from '../../renderer/bridge/session-slice.ts';
import { SignIn } from '../../renderer/features/start/sign-in.tsx';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { openPage, rosa } from './support/page.tsx';

const omar = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' } as const;

it('asks who one is when there are several people, and signs in whoever is chosen', async () => {
  const { store, user } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    person: null,
    answers: {
      'people/list-sign-in': { people: [rosa, omar] },
      'people/sign-in': ({ userId }) => ({ session: `session of ${userId}`, person: omar }),
    },
  });
  await user.click(await screen.findByRole('button', { name: /Omar Reyes/ }));
  expect(store.getState().session.session).toEqual({ token: 'session of 2', person: omar });
});

it('does not ask who is alone', async () => {
  const { store } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    person: null,
    answers: {
      'people/list-sign-in': { people: [rosa] },
      'people/sign-in': { session: 'a session', person: rosa },
    },
  });
  await expect.poll(() => store.getState().session.session?.person.firstName).toBe('Rosa');
  expect(screen.queryByRole('heading')).toBeNull();
});

it('asks also who is alone when they have just signed out', async () => {
  const { store } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    answers: { 'people/list-sign-in': { people: [rosa] }, 'people/sign-in': { session: 'a session', person: rosa } },
  });
  act(() => void store.dispatch(signedOut()));
  expect(await screen.findByRole('button', { name: /Rosa Delgado/ })).toBeTruthy();
  expect(store.getState().session.session).toBeNull();
});

it('tells why somebody could not be signed in', async () => {
  const error = appError('people/unknown-person');
  const { user } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    person: null,
    answers: { 'people/list-sign-in': { people: [rosa, omar] }, 'people/sign-in': () => ({ error }) },
  });
  await user.click(await screen.findByRole('button', { name: /Rosa Delgado/ }));
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
});

it('signs somebody in by the key beside the name', async () => {
  const { store, user } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    person: null,
    answers: {
      'people/list-sign-in': { people: [rosa, omar] },
      'people/sign-in': ({ userId }) => ({ session: `session of ${userId}`, person: omar }),
    },
  });
  await screen.findByRole('button', { name: /Omar Reyes/ });
  await user.keyboard('2');
  await expect.poll(() => store.getState().session.session?.token).toBe('session of 2');
});

it('shows nobody what the person before was shown, although that one never signed out', async () => {
  sessionStorage.setItem('fieldline.last-person', '99');
  const { store, bridge, user } = openPage(<SignIn campaignName="Harbor Tenants Union" />, {
    person: rosa,
    place: { screen: 'contacts' },
    answers: {
      'people/list-sign-in': { people: [rosa, omar] },
      'people/sign-in': { session: 'a session', person: omar },
    },
  });
  const button = await screen.findByRole('button', { name: /Omar Reyes/ });
  act(() => void store.dispatch(signedOut()));
  expect(store.getState().place.now).toEqual({ screen: 'today' });
  const askedBefore = bridge.askedFor('people/list-sign-in').length;
  await user.click(button);
  await expect.poll(() => bridge.askedFor('people/list-sign-in').length).toBeGreaterThan(askedBefore);
});
