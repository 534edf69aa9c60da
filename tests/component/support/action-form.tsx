import { fireEvent, screen } from '@testing-library/react';
import { useAppSelector } from '../../../renderer/app/store.ts';
import { ActionsScreen } from '../../../renderer/features/actions/actions-screen.tsx';
import { anAction, aroundActions } from './action-answers.ts';
import type { Answers } from './fake-bridge.ts';
import { openPage, type Page } from './page.tsx';

/** The screen of actions as long as one is on it. */
export function Here() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'actions' ? <ActionsScreen place={place} /> : null;
}

export const kept: Answers = {
  'scripts/create': { scriptId: 21 },
  'scripts/change': {},
  'actions/create': { actionId: 9 },
  'actions/change': {},
  'actions/publish': { jobId: 4 },
  'actions/read': {
    action: anAction({ state: 'publishing', publishedAt: null }),
    initialScripts: [],
    responseScripts: [],
  },
};

/** The form of a new action. */
export function openForm(answers: Answers = {}): Page {
  return openPage(<Here />, {
    place: { screen: 'actions', isNew: true },
    answers: { ...aroundActions, ...kept, ...answers },
  });
}

export const text = () => screen.getByLabelText<HTMLTextAreaElement>('Text');
export const write = (body: string) => fireEvent.change(text(), { target: { value: body } });
export const good = 'Hi ##{{first_name}}, ##{{user.first_name}} with ##{{campaign.name}}. Reply STOP to opt out.';

export async function chooseList({ user }: Page): Promise<void> {
  await user.click(screen.getByLabelText('List', { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: /Eastside tenants/, hidden: true }));
}

/** A form with a name, a list and a first text. */
export async function fillForm(page: Page, body = good): Promise<void> {
  await page.user.type(await screen.findByLabelText('Name of the action'), 'Rally');
  await chooseList(page);
  text().focus();
  write(body);
}
