import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../renderer/bridge/session-slice.ts';
import { InboxScreen } from '../../renderer/features/inbox/inbox-screen.tsx';
import { drafted } from '../../renderer/features/inbox/inbox-slice.ts';
import type { Given } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { conversation, thread } from './support/conversations.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, type Page, rosa } from './support/page.tsx';
import { settings } from './support/settings.ts';

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };
const lena: Person = { userId: 3, firstName: 'Lena', lastName: 'Ito', role: 'lead' };
const row = conversation(0);

const ownWords = (may: boolean): Answers => ({
  'campaign/read-settings': { settings: { ...settings, ownWords: may }, joinCode: '123456' },
});

const answers: Answers = {
  ...ownWords(false),
  'conversations/list': { conversations: [row], next: null },
  'conversations/read': thread(row),
  'conversations/send': { messageId: 51, segments: 1, wait: null },
  'actions/read': () => ({ error: appError('actions/not-found') }),
};

function open(more: Answers = {}, person = omar): Page {
  const place = { screen: 'inbox', actionId: row.actionId, contactId: row.contactId } as const;
  return openPage(<InboxScreen place={place} />, { answers: { ...answers, ...more }, person, place });
}

const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Answer to Ana/ });
const why = /only written scripts are sent. Press a number to choose one/;
const sentIn = ({ bridge }: Page) => bridge.askedFor('conversations/send') as Given<'conversations/send'>[];
const sendButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Send/ });

/** The composer, once it is known that nothing else may be sent. */
async function closedField(): Promise<HTMLTextAreaElement> {
  await screen.findByText(why);
  const found = await field();
  await waitFor(() => expect(document.activeElement).toBe(found));
  return found;
}

/** Words of before the campaign decided so. */
const begin = ({ store }: Page, text: string, scriptId: number | null = null): void =>
  act(
    () =>
      void store.dispatch(
        drafted({ key: '1/100', draft: { text, scriptId, replaced: null, writtenAt: 0, intentId: 'one' } }),
      ),
  );

describe('where the campaign wants written scripts only', () => {
  it.each([omar, lena])('a $role types nothing, and is told why', async (person) => {
    const page = open({}, person);
    const composer = await closedField();
    expect(composer.readOnly).toBe(true);
    expect(composer.getAttribute('aria-describedby')).toBe(screen.getByText(why).id);
    await page.user.keyboard('hello{Enter}');
    expect(composer.value).toBe('');
    expect(sendButton().disabled).toBe(true);
    expect(sentIn(page)).toEqual([]);
  });

  it('shows the digit alone as the key of a script, and with Alt where one may type', async () => {
    open();
    await closedField();
    expect(screen.getByRole('button', { name: 'Thanks' }).textContent).toBe('1Thanks');
    cleanup();
    open(ownWords(true));
    expect((await screen.findByRole('button', { name: 'Thanks' })).textContent).toBe('Alt1Thanks');
  });

  it('a digit shows a script, another digit another, and Enter sends it', async () => {
    const page = open();
    const composer = await closedField();
    await page.user.keyboard('1');
    expect(composer.value).toBe('Thank you, Ana!');
    await page.user.keyboard('2');
    expect(composer.value).toBe('It is at the harbor gate, Ana.');
    await page.user.keyboard('{Enter}');
    await waitFor(() => expect(sentIn(page)).toMatchObject([{ text: 'It is at the harbor gate, Ana.', scriptId: 12 }]));
  });

  it('an owner writes', async () => {
    const page = open({}, rosa);
    const composer = await field();
    await waitFor(() => expect(document.activeElement).toBe(composer));
    await page.user.keyboard('See you there{Enter}');
    await waitFor(() => expect(sentIn(page)).toMatchObject([{ text: 'See you there', scriptId: null }]));
    expect(screen.queryByText(why)).toBeNull();
  });

  it.each([
    ['own words', 'See you', null],
    ['a script that was changed', 'Thank you, Ana! See you', 11],
  ])(
    '%s that were begun before stay, cannot be sent, and come back when a script has taken their place',
    async (_what, text, scriptId) => {
      const page = open();
      begin(page, text, scriptId);
      const composer = await closedField();
      expect(composer.value).toBe(text);
      expect(screen.getByText(/What you wrote is kept here/)).toBeTruthy();
      await page.user.keyboard('{Enter}{Control>}{Enter}{/Control}');
      expect(sentIn(page)).toEqual([]);
      await page.user.keyboard('1');
      expect(composer.value).toBe('Thank you, Ana!');
      expect(screen.queryByText(/What you wrote is kept here/)).toBeNull();
      await page.user.click(screen.getByRole('button', { name: 'Put my words back' }));
      expect(composer.value).toBe(text);
    },
  );

  it('a script that an admin removed while it stands there is said to be sent no more, and which there are', async () => {
    const page = open();
    begin(page, 'Come by at noon, Ana!', 99);
    await closedField();
    expect(
      screen.getByText(/^An admin removed this script, so it is not sent any more\. In this campaign/),
    ).toBeTruthy();
    await page.user.keyboard('{Enter}');
    expect(sentIn(page)).toEqual([]);
  });

  it('an action without response scripts needs an admin', async () => {
    open({ 'conversations/read': { ...thread(row), responses: [] } });
    expect(await screen.findByText(/this action has none to answer with. An admin can add one/)).toBeTruthy();
    expect((await field()).readOnly).toBe(true);
  });

  it('who is typing when that is decided keeps the field and the words', async () => {
    const page = open(ownWords(true));
    const composer = await field();
    await waitFor(() => expect(document.activeElement).toBe(composer));
    await page.user.keyboard('See you');
    page.bridge.answer(ownWords(false));
    act(() => page.bridge.tell({ event: 'changed', room: 'campaign' }));
    await screen.findByText(/What you wrote is kept here/);
    await page.user.keyboard(' there{Enter}');
    expect(document.activeElement).toBe(composer);
    expect(composer.value).toBe('See you');
    expect(sentIn(page)).toEqual([]);
  });
});
