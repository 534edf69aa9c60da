import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ActionsScreen } from '../../renderer/features/actions/actions-screen.tsx';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { anAction, aroundActions } from './support/action-answers.ts';
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
  expect(bridge.askedFor('assignments/give-back')).toHaveLength(1);
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
    'assignments/read-progress': { unassigned: 0, claimed: 36, texted: 19, leftOut: 0 },
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
  openAction({ 'assignments/read-progress': { unassigned: 1, claimed: 0, texted: 19, leftOut: 0 } });
  await screen.findByText('On desks');
  expect(screen.queryByRole('button', { name: 'Take them back' })).toBeNull();
});
