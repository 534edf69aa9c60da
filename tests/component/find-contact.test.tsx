import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { signedOut } from '../../renderer/bridge/session-slice.ts';
import { FindContact } from '../../renderer/features/contacts/find/find-contact.tsx';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';

const phone = '+12025550101';
const ana = { contactId: 7, firstName: 'Ana', lastName: 'Alvarez' };
const conversations = [
  { actionId: 3, actionName: 'Ask again', lastTextAt: Date.UTC(2026, 2, 3, 12) },
  { actionId: 2, actionName: 'Rent strike', lastTextAt: Date.UTC(2026, 2, 2, 12) },
];

async function find(typed: string, answers: Answers = {}) {
  const page = openPage(<FindContact />, {
    answers: {
      'conversations/find-contact': { phone, optedOut: false, contact: ana, conversations },
      'contacts/opt-out': { alreadyOptedOut: false },
      ...answers,
    },
  });
  await page.user.keyboard('{Control>}f{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Find a contact by number' });
  await page.user.type(within(dialog).getByRole('textbox', { name: 'Phone' }), `${typed}{Enter}`);
  return page;
}

it('finds who has a number by Ctrl+F, as it was typed', async () => {
  const { bridge } = await find('202 555 0101');
  const found = await screen.findByRole('region', { name: 'Ana Alvarez, (202) 555-0101' });
  expect(document.activeElement).toBe(found);
  expect(bridge.askedFor('conversations/find-contact')).toEqual([{ phone: '202 555 0101' }]);
});

it('is asked again by Ctrl+F, over what was typed before', async () => {
  const { user, bridge } = await find('202 555 0101');
  await screen.findByRole('region', { name: 'Ana Alvarez, (202) 555-0101' });
  await user.keyboard('{Control>}f{/Control}');
  await user.keyboard('202 555 0102{Enter}');
  expect(bridge.askedFor('conversations/find-contact').at(-1)).toEqual({ phone: '202 555 0102' });
});

it('opens the newest conversation by Enter', async () => {
  const { user, store } = await find('2025550101');
  await screen.findByRole('region', { name: /Ana/ });
  // Enter at speed was meant for what came before.
  await new Promise((resolve) => setTimeout(resolve, enterRestsMs));
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'inbox', actionId: 3, contactId: 7 });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('opens any of the conversations', async () => {
  const { user, store } = await find('2025550101');
  await user.click(await screen.findByRole('button', { name: 'Open the conversation: Rent strike' }));
  expect(store.getState().place.now).toEqual({ screen: 'inbox', actionId: 2, contactId: 7 });
});

it('opts the contact out after a question, and shows it', async () => {
  const { user, bridge } = await find('2025550101');
  await screen.findByRole('region', { name: /Ana/ });
  await user.keyboard('o');
  const question = await screen.findByRole('dialog', { name: 'Never text (202) 555-0101 again?' });
  bridge.answer({ 'conversations/find-contact': { phone, optedOut: true, contact: ana, conversations } });
  await user.click(within(question).getByRole('button', { name: 'Opt this number out' }));
  expect(await screen.findByText('Opted out, unavailable')).toBeTruthy();
  expect(bridge.askedFor('contacts/opt-out')).toEqual([{ intentId: expect.any(String), contactId: 7 }]);
  expect(screen.queryByRole('button', { name: 'Opt out' })).toBeNull();
});

it('says that nobody has a number, and whether it has opted out', async () => {
  await find('2025550101', {
    'conversations/find-contact': { phone, optedOut: true, contact: null, conversations: [] },
  });
  const told = await screen.findByText(/^Nobody in this campaign has/);
  expect(told.textContent).toBe('Nobody in this campaign has (202) 555-0101. It has opted out.');
});

it('says that the area code is missing, and takes the whole number', async () => {
  const error = appError('contacts/no-area-code');
  const { user, bridge } = await find('555-0101', { 'conversations/find-contact': () => ({ error }) });
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  bridge.answer({ 'conversations/find-contact': { phone, optedOut: false, contact: ana, conversations: [] } });
  const field = screen.getByRole('textbox', { name: 'Phone' });
  await user.clear(field);
  expect(screen.queryByRole('alert')).toBeNull();
  await user.type(field, '2025550101{Enter}');
  expect(await screen.findByText('Nobody has texted this contact yet.')).toBeTruthy();
});

it('is closed by Escape', async () => {
  const { user } = await find('2025550101');
  await screen.findByRole('region', { name: /Ana/ });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('is not there any more for whoever comes after a sign-out', async () => {
  const { store } = await find('2025550101');
  await screen.findByRole('region', { name: /Ana/ });
  act(() => void store.dispatch(signedOut()));
  expect(screen.queryByRole('dialog')).toBeNull();
});
