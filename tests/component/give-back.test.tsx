import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { anAction, aroundActions, performance } from './support/action-answers.ts';
import { calm, contact, deskOf } from './support/desk-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';

const nameShown = restingHands();

function openTexting(answers: Answers) {
  const place = { screen: 'texting', actionId: 7 } as const;
  return openPage(<TextingScreen place={place} />, { answers: { ...calm, ...answers }, place });
}

function openAction(answers: Answers) {
  const place = { screen: 'actions', actionId: 9 } as const;
  const read = { action: anAction(), initialScripts: [], responseScripts: [] };
  return openPage(<ActionsScreen place={place} />, {
    answers: { ...aroundActions, 'actions/read': read, ...answers },
    place,
  });
}

it('gives back whom one has not texted, and is ready to start again', async () => {
  const { user, bridge } = openTexting(deskOf([contact(1), contact(2)]));
  await nameShown('Contact 1');
  bridge.answer({ 'assignments/give-back': { contactCount: 2 }, ...deskOf([]) });
  await user.keyboard('g');
  expect(await screen.findByRole('button', { name: 'Start texting' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '2 contacts given back' })).toBeTruthy();
  expect(bridge.askedFor('assignments/give-back')).toHaveLength(1);
});

describe('with words that were changed and not sent', () => {
  async function openChanged(answers: Answers = {}) {
    const page = openTexting({ ...deskOf([contact(1), contact(2)]), 'conversations/save-draft': {}, ...answers });
    await nameShown('Contact 1');
    await page.user.keyboard('e');
    await page.user.type(await screen.findByRole('textbox', { name: 'Text to this contact' }), ' Hello');
    await nameShown();
    await page.user.keyboard('{Escape}');
    await page.user.keyboard('g');
    return page;
  }

  it('asks before it gives back, and Enter keeps them', async () => {
    const { user, bridge } = await openChanged();
    expect(await screen.findByText(/^You changed 1 text and did not send it\./)).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.askedFor('assignments/give-back')).toEqual([]);
    expect(screen.getByRole('heading', { level: 2, name: 'Contact 1' })).toBeTruthy();
  });

  it('gives back once that was said twice', async () => {
    const { user, bridge } = await openChanged({ 'assignments/give-back': { contactCount: 2 } });
    await screen.findByRole('dialog', { name: 'Give back the rest?' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: '2 contacts given back' })).toBeTruthy();
    expect(bridge.askedFor('assignments/give-back')).toHaveLength(1);
  });
});

it('stays at the desk when nothing could be given back', async () => {
  const { user } = openTexting({
    ...deskOf([contact(1), contact(2)]),
    'assignments/give-back': () => ({ error: appError('store/disk-full') }),
  });
  await nameShown('Contact 1');
  await user.keyboard('g');
  await nameShown('Contact 1');
  expect(screen.getByRole('button', { name: /^Give back the rest/ })).toBeTruthy();
});

it('gives nothing back while a press is not kept yet', async () => {
  const { user, bridge } = openTexting({
    ...deskOf([contact(1), contact(2)]),
    'outbox/send-initial': () => new Promise(() => {}),
  });
  await nameShown('Contact 1');
  await user.keyboard('{Enter}');
  await nameShown('Contact 2');
  await user.keyboard('g');
  expect(bridge.askedFor('assignments/give-back')).toHaveLength(0);
});

it('says where the rest are when everybody has been claimed', async () => {
  openTexting({
    ...deskOf([]),
    'assignments/claim-batch': () => ({ error: appError('assignments/none-left') }),
    'assignments/read-progress': { unassigned: 0, claimed: 36, texted: 19, leftOut: 0 },
  });
  expect(await screen.findByText(/36 contacts are on somebody’s desk and not texted yet\./)).toBeTruthy();
});

it('takes back from the desks whoever was not texted, once an admin has said so twice', async () => {
  const { user, bridge } = openAction({
    'results/read-performance': performance({ claimed: 36, sent: 19 }),
    'assignments/take-back': { contactCount: 36 },
  });
  await screen.findByRole('button', { name: 'Take them back' });
  await user.keyboard('b');
  expect(await screen.findByRole('dialog', { name: 'Take 36 contacts back from the desks?' })).toBeTruthy();
  expect(bridge.askedFor('assignments/take-back')).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('button', { name: 'Take them back' });
  expect(bridge.askedFor('assignments/take-back')).toHaveLength(1);
});

it('has nothing to take back where nobody is on a desk', async () => {
  openAction({ 'results/read-performance': performance({ unassigned: 1, sent: 19 }) });
  await screen.findByText(/remaining/);
  expect(screen.queryByRole('button', { name: 'Take them back' })).toBeNull();
});
