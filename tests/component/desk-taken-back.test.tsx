import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { calm, contact, deskOf, sentNow } from './support/desk-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, type Page } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';

const nameShown = restingHands();
const three = [contact(1), contact(2), contact(3)];
const nobody = { desk: [], leftCount: 0, batch: null };
const notYours = { error: appError('assignments/not-yours') };

function openTexting(answers: Answers): Page {
  const place = { screen: 'texting', actionId: 7 } as const;
  return openPage(<TextingScreen place={place} />, {
    answers: { ...calm, 'conversations/save-draft': {}, ...answers },
    place,
  });
}

function takeBack({ bridge }: Page): void {
  bridge.answer({ 'assignments/list-desk': nobody, 'outbox/send-initial': () => notYours });
}
const press = (): void => void fireEvent.keyDown(document.body, { key: 'Enter' });
const edit = async ({ user }: Page): Promise<HTMLElement> => {
  await user.keyboard('e');
  const field = await screen.findByRole('textbox', { name: 'Text to this contact' });
  await user.type(field, ' Hello');
  return field;
};

describe('a batch that an admin has taken back', () => {
  it('is told of at the first press, and Enter claims the next one', async () => {
    const page = openTexting(deskOf(three));
    await nameShown('Contact 1');
    takeBack(page);
    press();
    await screen.findByRole('heading', { name: 'An admin took back the rest of this batch: 3 contacts' });
    expect(screen.queryByText(/is not on your desk/)).toBeNull();
    expect(page.bridge.askedFor('outbox/send-initial')).toHaveLength(1);
    let isClaimed = false;
    page.bridge.answer({
      ...deskOf(three.map((one) => ({ ...one, batchId: 2 }))),
      'assignments/claim-batch': () => {
        isClaimed = true;
        return { batchId: 2, contactCount: 3 };
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    press();
    await nameShown('Contact 1');
    expect(isClaimed).toBe(true);
    expect(screen.queryByRole('region', { name: /^Not texted/ })).toBeNull();
    expect(screen.getByText('1 of 3')).toBeTruthy();
  });

  it('is told of by itself, before anybody presses', async () => {
    const page = openTexting(deskOf(three));
    await nameShown('Contact 1');
    takeBack(page);
    act(() => page.bridge.tell({ event: 'changed', room: 'assignments' }));
    await screen.findByRole('heading', { name: 'An admin took back the rest of this batch: 3 contacts' });
    expect(page.bridge.askedFor('outbox/send-initial')).toEqual([]);
  });

  it('takes no editor from under the hands, which says so, sends nothing, and is left with its words kept', async () => {
    const page = openTexting(deskOf(three));
    await nameShown('Contact 1');
    const field = await edit(page);
    takeBack(page);
    act(() => page.bridge.tell({ event: 'changed', room: 'assignments' }));
    await screen.findByText(/Your words are kept in case you get this contact again\.$/);
    expect(screen.getByRole('textbox', { name: 'Text to this contact' })).toBe(field);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Send/ }).disabled).toBe(true);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await nameShown();
    await page.user.keyboard('{Escape}');
    await screen.findByRole('heading', { name: 'An admin took back the rest of this batch: 3 contacts' });
    expect(page.store.getState().texting[7]?.drafts[1]).toMatchObject({ text: 'Hi 1, this is Rosa. Hello' });
  });

  it('leaves the words of whoever is pressed in vain, for when they come again', async () => {
    const page = openTexting(deskOf(three));
    await nameShown('Contact 1');
    await edit(page);
    takeBack(page);
    await nameShown();
    await page.user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: /^An admin took back the rest/ });
    expect(page.store.getState().texting[7]?.drafts[1]).toMatchObject({ text: 'Hi 1, this is Rosa. Hello' });
  });
});

it('says of one contact alone who has left the desk that they were not texted, and goes on', async () => {
  const page = openTexting(deskOf(three, ({ assignmentId }) => (assignmentId === 1 ? notYours : sentNow)));
  const list = deskOf(three.slice(1))['assignments/list-desk'];
  await nameShown('Contact 1');
  page.bridge.answer({ ...(list && { 'assignments/list-desk': list }) });
  press();
  await screen.findByRole('region', { name: 'Not texted (1)' });
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 2' })).toBeTruthy();
});

it('says that those who were put off come now, and an Enter at speed does not text them', async () => {
  const page = openTexting(deskOf([contact(1), contact(2), contact(3)]));
  await nameShown('Contact 1');
  await page.user.keyboard('l');
  await nameShown('Contact 2');
  await page.user.keyboard('l');
  await nameShown('Contact 3');
  expect(screen.getByText(/2 for later$/)).toBeTruthy();
  await page.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 2, name: 'Contact 1' });
  const told = screen.getAllByText('Now the 2 you put off');
  expect(told.some((one) => one.getAttribute('role') === 'status')).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  press();
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 1' })).toBeTruthy();
  await nameShown('Contact 1');
  press();
  await nameShown('Contact 2');
});

it('looks back with H at the last texts that the engine knows of, with what has become of them', async () => {
  const text = (contactId: number, state: 'handed-over' | 'queued') =>
    ({
      messageId: contactId,
      contactId,
      firstName: `Contact ${contactId}`,
      lastName: '',
      text: `Hi ${contactId}`,
      at: Date.now(),
      state,
      status: null,
    }) as const;
  const page = openTexting({
    ...deskOf(three),
    'outbox/list-own-latest': { messages: [text(9, 'queued'), text(8, 'handed-over')] },
  });
  await nameShown('Contact 1');
  expect(page.bridge.askedFor('outbox/list-own-latest')).toEqual([]);
  await page.user.keyboard('h');
  const dialog = await screen.findByRole('dialog', { name: 'The texts you sent last' });
  await waitFor(() => expect(within(dialog).getByText(/ · Waits$/)).toBeTruthy());
  const shown = within(dialog).getAllByRole('listitem');
  expect(shown.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Contact 9.* · WaitsHi 9$/),
    expect.stringMatching(/^Contact 8.* · SentHi 8$/),
  ]);
  expect(page.bridge.askedFor('outbox/list-own-latest')).toEqual([{ actionId: 7 }]);
  await page.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('heading', { level: 2, name: 'Contact 1' })).toBeTruthy();
});

it('says so when nobody was texted here lately', async () => {
  const page = openTexting({ ...deskOf(three), 'outbox/list-own-latest': { messages: [] } });
  await nameShown('Contact 1');
  await page.user.keyboard('h');
  await screen.findByText('You have not texted anybody here lately.');
});
