import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../renderer/app/place-slice.ts';
import type { Person } from '../../renderer/bridge/session-slice.ts';
import { draftsFound } from '../../renderer/features/text-drafts/found-drafts.ts';
import { keepTextDrafts } from '../../renderer/features/text-drafts/keep-drafts.ts';
import { TextingScreen } from '../../renderer/features/texting/texting-screen.tsx';
import { enterRestsMs } from '../../renderer/verbs/registry.ts';
import type { SettingsView } from '../../shared/contract/campaign.ts';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import { calm, contact, deskOf, rent } from './support/desk-answers.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, type Page, rosa } from './support/page.tsx';
import { restingHands } from './support/resting-hands.ts';
import { settings } from './support/settings.ts';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };
const lena: Person = { userId: 3, firstName: 'Lena', lastName: 'Ito', role: 'lead' };

interface Opening {
  readonly campaign?: Partial<SettingsView>;
  readonly answers?: Answers;
  readonly person?: Person;
  readonly place?: Extract<Place, { screen: 'texting' }>;
}

const readSettings = (changes: Partial<SettingsView>): Answers => ({
  'campaign/read-settings': { settings: { ...settings, ...changes }, joinCode: '123456' },
});

function open({ campaign = {}, answers = {}, person = omar, place }: Opening): Page {
  const here = place ?? { screen: 'texting', actionId: 7 };
  const all = { ...calm, ...readSettings(campaign), ...answers };
  return openPage(<TextingScreen place={here} />, { answers: all, person, place: here });
}

const nameShown = restingHands();
const enter = (): boolean => fireEvent.keyDown(document.body, { key: 'Enter' });
/** The Enter before it was meant for something else. */
const handsRest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, enterRestsMs));
const sentIn = ({ bridge }: Page): string[] =>
  (bridge.askedFor('outbox/send-initial') as Given<'outbox/send-initial'>[]).map(({ text }) => text);
const ownWordsRefused = { error: appError('outbox/own-words') };

/** The campaign changes its mind, and the window hears of it. */
function decide({ bridge }: Page, changes: Partial<SettingsView>): void {
  bridge.answer(readSettings(changes));
  act(() => bridge.tell({ event: 'changed', room: 'campaign' }));
}

describe('where replies have to be answered first', () => {
  const refused: Answers = {
    ...deskOf([]),
    'assignments/claim-batch': () => ({ error: appError('assignments/answer-first', { most: 5 }) }),
    'conversations/read-answer-first': { most: 5, count: 7 },
  };

  it('says so in the place of the start button, and Enter leads to the inbox', async () => {
    const page = open({ answers: refused });
    expect(await screen.findByRole('heading', { name: 'Answer first' })).toBeTruthy();
    expect(
      screen.getByText('7 people you texted need an answer. Once 5 or fewer do, you get the next contacts.'),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start texting' })).toBeNull();
    await page.user.keyboard('{Enter}');
    expect(page.store.getState().place.now).toEqual({ screen: 'inbox' });
  });

  it('is ready by itself when enough are answered', async () => {
    const page = open({ answers: refused });
    await screen.findByRole('heading', { name: 'Answer first' });
    page.bridge.answer({
      'conversations/read-answer-first': { most: 5, count: 5 },
      'assignments/claim-batch': { batchId: 1, contactCount: 1 },
    });
    act(() => page.bridge.tell({ event: 'changed', room: 'conversations' }));
    await screen.findByRole('button', { name: 'Start texting' });
    await page.user.keyboard('{Enter}');
    await waitFor(() => expect(page.bridge.askedFor('assignments/claim-batch')).toHaveLength(2));
  });

  it('is said before anybody asks for a batch in vain', async () => {
    const page = open({
      answers: {
        ...refused,
        'conversations/read-answer-first': { most: 0, count: 1 },
        'actions/list': { actions: [rent], next: null },
        'assignments/read-progress': { unassigned: 9, claimed: 0, texted: 1, leftOut: 0 },
      },
      place: { screen: 'texting' },
    });
    await screen.findByText('1 person you texted needs an answer. Once nobody does, you get the next contacts.');
    expect(page.bridge.askedFor('assignments/claim-batch')).toEqual([]);
  });

  it('is said at the end of a batch, where Enter leads to the inbox until enough are answered', async () => {
    const page = open({
      answers: { ...deskOf([contact(1)]), 'conversations/read-answer-first': { most: 0, count: 2 } },
    });
    await nameShown('Contact 1');
    enter();
    await screen.findByText(/2 people you texted need an answer/);
    const next = () => screen.getByRole<HTMLButtonElement>('button', { name: /Claim the next/ });
    expect(next().disabled).toBe(true);
    expect(screen.getByRole('button', { name: 'Go to the inbox' }).getAttribute('aria-keyshortcuts')).toBe('Enter');
    page.bridge.answer({ 'conversations/read-answer-first': { most: 0, count: 0 } });
    act(() => page.bridge.tell({ event: 'changed', room: 'conversations' }));
    await waitFor(() => expect(next().disabled).toBe(false));
    expect(next().getAttribute('aria-keyshortcuts')).toBe('Enter');
    expect(screen.queryByText(/need an answer/)).toBeNull();
  });
});

describe('where the campaign wants written scripts only', () => {
  const writtenOnly = { ownWords: false };

  it.each([omar, lena])('a $role sends them as they are: there is no way into an editor', async (person) => {
    const page = open({ campaign: writtenOnly, answers: deskOf([contact(1), contact(2)]), person });
    await nameShown('Contact 1');
    expect(screen.queryByRole('button', { name: /Edit/ })).toBeNull();
    await page.user.keyboard('e');
    expect(screen.queryByRole('textbox')).toBeNull();
    enter();
    await waitFor(() => expect(sentIn(page)).toEqual(['Hi 1, this is Rosa.']));
  });

  it('an owner edits', async () => {
    const page = open({ campaign: writtenOnly, answers: deskOf([contact(1)]), person: rosa });
    await nameShown('Contact 1');
    await page.user.keyboard('e');
    expect(screen.getByRole('textbox')).toBeTruthy();
  });

  it('words that were begun before are not offered, and stay kept', async () => {
    const page = open({ campaign: writtenOnly, answers: deskOf([contact(1), contact(2)]) });
    keepTextDrafts(page.store);
    const draft = {
      actionId: 7,
      contactId: 1,
      isFirst: true,
      text: 'Dear Bo',
      scriptId: null,
      replaced: null,
      writtenAt: null,
    };
    act(() => void page.store.dispatch(draftsFound([draft])));
    await nameShown('Contact 1');
    expect(await screen.findByText(/Your words are kept, but this campaign sends only the script/)).toBeTruthy();
    expect(screen.getByText('Hi 1, this is Rosa.', { selector: 'p' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(page.store.getState().texting[7]?.drafts).toMatchObject({ 1: { text: 'Dear Bo' } });
    decide(page, { ownWords: true });
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('Dear Bo');
  });

  it('an editor that is open when that is decided stays under the hands, sends nothing, and is left with Escape', async () => {
    const page = open({ answers: deskOf([contact(1), contact(2)]) });
    await nameShown('Contact 1');
    await page.user.keyboard('e');
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
    await page.user.type(field, ' I');
    decide(page, writtenOnly);
    await screen.findByText(sentenceOf(appError('outbox/own-words'), 'en'));
    await page.user.keyboard('lie{Control>}{Enter}{/Control}');
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('Hi 1, this is Rosa. Ilie');
    expect(sentIn(page)).toEqual([]);
    await nameShown();
    await page.user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText(/Your words are kept/)).toBeTruthy();
    expect(page.store.getState().place.now).toMatchObject({ screen: 'texting' });
    await nameShown();
    await handsRest();
    enter();
    await waitFor(() => expect(sentIn(page)).toEqual(['Hi 1, this is Rosa.']));
  });

  it('own words that were pressed before have the script as the way out, as it reads now', async () => {
    const contacts = [contact(1), contact(2)];
    const desk = deskOf(contacts, ({ text }) =>
      text.startsWith('Dear') ? ownWordsRefused : { messageId: 1, segments: 1, wait: null },
    );
    const page = open({ answers: desk });
    await nameShown('Contact 1');
    await page.user.keyboard('e');
    await page.user.clear(screen.getByRole('textbox'));
    await page.user.type(screen.getByRole('textbox'), 'Dear Bo');
    await nameShown();
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    decide(page, writtenOnly);
    const use = await screen.findByRole('button', { name: 'Use the script for Contact 1' });
    contacts[0] = contact(1, { text: 'Hi 1, this is Omar.' });
    await page.user.click(use);
    await nameShown('Contact 1');
    expect(screen.getByText('Hi 1, this is Omar.', { selector: 'p' })).toBeTruthy();
    expect(screen.getByText(/Your words are kept/)).toBeTruthy();
    await nameShown();
    await handsRest();
    enter();
    await waitFor(() => expect(sentIn(page)).toEqual(['Dear Bo', 'Hi 1, this is Omar.']));
  });

  it('whoever was refused a script that has changed meanwhile is shown it as it reads now, and nobody’s words', async () => {
    const contacts = [contact(1), contact(2)];
    const desk = deskOf(contacts, ({ text }) =>
      text.includes('Rosa') ? ownWordsRefused : { messageId: 1, segments: 1, wait: null },
    );
    const page = open({ campaign: writtenOnly, answers: desk });
    await nameShown('Contact 1');
    enter();
    const use = await screen.findByRole('button', { name: 'Use the script for Contact 1' });
    contacts[0] = contact(1, { text: 'Hi 1, this is Omar.' });
    await page.user.click(use);
    expect(await screen.findByText('Hi 1, this is Omar.', { selector: 'p' })).toBeTruthy();
    expect(screen.queryByText(/Your words are kept/)).toBeNull();
  });

  it('a text with a hole in it is passed over by Enter, and sent with another key', async () => {
    const holed = contact(1, { gaps: [{ name: 'polling_place', at: 7 }], text: 'Vote at.' });
    const page = open({ campaign: writtenOnly, answers: deskOf([holed, contact(2)]) });
    await nameShown('Contact 1');
    expect(screen.getByText(/Send it only if it makes sense that way/)).toBeTruthy();
    enter();
    expect(sentIn(page)).toEqual([]);
    await handsRest();
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(sentIn(page)).toEqual(['Vote at.']));
  });
});

describe('the words on the start button', () => {
  const start: Answers = {
    ...deskOf([]),
    'actions/list': { actions: [rent], next: null },
    'assignments/read-progress': { unassigned: 9, claimed: 0, texted: 1, leftOut: 0 },
  };

  it.each([
    ['are the campaign’s', 'Knock on doors', 'Knock on doors'],
    ['are the program’s where the campaign has none', '', 'Start texting'],
  ])('%s', async (_what, startWords, label) => {
    open({ campaign: { startWords }, answers: start, place: { screen: 'texting' } });
    expect(await screen.findByRole('button', { name: label })).toBeTruthy();
  });

  it('stand on every action that one can choose', async () => {
    open({
      campaign: { startWords: 'Knock on doors' },
      answers: { ...start, 'actions/list': { actions: [rent, { ...rent, actionId: 8, name: 'No heat' }], next: null } },
      place: { screen: 'texting' },
    });
    expect(await screen.findByRole('button', { name: 'Knock on doors' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Knock on doors: No heat' })).toBeTruthy();
  });
});
