import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PeopleScreen } from '../../renderer/features/people/people-screen.tsx';
import { appError } from '../../shared/errors.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, rosa } from './support/page.tsx';
import { settings } from './support/settings.ts';

const omar = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' } as const;

const answers: Answers = {
  'people/list-sign-in': { people: [rosa, omar] },
  'campaign/read-settings': { settings, joinCode: '041297' },
  'people/add': { userId: 3 },
};

it('shows everybody with their role and what it lets them do', async () => {
  openPage(<PeopleScreen />, { answers });
  const row = await screen.findByRole('row', { name: /Omar Reyes/ });
  expect(within(row).getByText('Texter')).toBeTruthy();
  expect(row.textContent).toContain('Texts contacts and answers their replies');
  expect(screen.getByRole('row', { name: /Rosa Delgado.*You/ })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'Role' }).getAttribute('scope')).toBe('col');
});

it('adds a person by keyboard alone, once', async () => {
  const { user, bridge } = openPage(<PeopleScreen />, { answers });
  await screen.findByRole('row', { name: /Omar/ });
  await user.keyboard('n');
  await user.type(await screen.findByRole('textbox', { name: 'First name' }), 'Ana{Enter}');
  expect(bridge.askedFor('people/add')).toEqual([
    { intentId: expect.any(String), firstName: 'Ana', lastName: '', role: 'texter' },
  ]);
  expect(await screen.findByText('Ana was added.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('tells of somebody whose answer came late, and leaves what is typed by then alone', async () => {
  const late = lateAnswer<{ userId: number }>();
  const { user } = openPage(<PeopleScreen />, { answers: { ...answers, 'people/add': () => late.promise } });
  await screen.findByRole('row', { name: /Omar/ });
  await user.keyboard('n');
  await user.type(await screen.findByRole('textbox', { name: 'First name' }), 'Ana{Enter}');
  await user.keyboard('{Escape}');
  await user.keyboard('n');
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'First name' });
  await user.type(field, 'Ben');
  late.resolve({ userId: 3 });
  expect(await screen.findByText('Ana was added.')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'First name' }).value).toBe('Ben');
});

it('is the same act while the same person is added again, and another one for another person', async () => {
  const error = appError('store/disk-full');
  const { user, bridge } = openPage(<PeopleScreen />, { answers: { ...answers, 'people/add': () => ({ error }) } });
  await user.click(await screen.findByRole('button', { name: /Add a person/ }));
  const field = await screen.findByRole('textbox', { name: 'First name' });
  await user.type(field, 'Ana{Enter}');
  await screen.findByRole('alert');
  await user.type(field, '{Enter}');
  await expect.poll(() => bridge.askedFor('people/add')).toHaveLength(2);
  await user.type(field, 'bel{Enter}');
  await expect.poll(() => bridge.askedFor('people/add')).toHaveLength(3);
  const [first, again, other] = bridge.askedFor('people/add').map((input) => (input as { intentId: string }).intentId);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

it('says what is missing where it is missing', async () => {
  const { user, bridge } = openPage(<PeopleScreen />, { answers });
  await user.click(await screen.findByRole('button', { name: /Add a person/ }));
  await user.click(await screen.findByRole('button', { name: 'Add the person' }));
  const field = screen.getByRole('textbox', { name: 'First name' });
  expect(document.activeElement).toBe(field);
  expect(screen.getByText('Enter a first name.')).toBeTruthy();
  expect(bridge.askedFor('people/add')).toEqual([]);
});

it('says that nothing keeps anybody from choosing the name of another', async () => {
  const { user } = openPage(<PeopleScreen />, { answers });
  await user.click(await screen.findByRole('button', { name: /Add a person/ }));
  expect(await screen.findByText(/whoever sits there can choose any name, also the owner’s\.$/)).toBeTruthy();
});

it('lets an admin add texters and leads only', async () => {
  const { user } = openPage(<PeopleScreen />, { answers, person: { ...rosa, role: 'admin' } });
  await user.click(await screen.findByRole('button', { name: /Add a person/ }));
  const isDisabled = (name: RegExp) => screen.getByRole('radio', { name }).hasAttribute('disabled');
  expect(await screen.findByText('Only an owner can add an admin or another owner.')).toBeTruthy();
  expect([/Texter/, /Lead/, /Admin/, /Owner/].map(isDisabled)).toEqual([false, false, true, true]);
});

it('finds somebody among many by typing', async () => {
  const many = Array.from({ length: 20 }, (_none, n) => ({ ...omar, userId: n + 10, firstName: `Volunteer ${n}` }));
  const { user } = openPage(<PeopleScreen />, { answers: { ...answers, 'people/list-sign-in': { people: many } } });
  await user.type(await screen.findByRole('searchbox', { name: 'Find a person' }), 'teer 17');
  expect(screen.getAllByRole('row')).toHaveLength(2);
});
