import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Navigation } from '../../renderer/app/navigation.tsx';
import { Palette } from '../../renderer/app/palette.tsx';
import { Refresh } from '../../renderer/app/refresh.tsx';
import { useSettingsVerbs } from '../../renderer/app/settings-verbs.ts';
import { readCampaign } from '../../renderer/bridge/rooms/campaign.ts';
import { useCountNeedingAnswerQuery } from '../../renderer/bridge/rooms/needing-answer.ts';
import type { Person } from '../../renderer/bridge/session-slice.ts';
import { usePacedNews } from '../../renderer/bridge/use-paced-news.ts';
import { FindContact } from '../../renderer/features/contacts/find/find-contact.tsx';
import { chooseLanguage } from '../../renderer/words/index.ts';
import { appError } from '../../shared/errors.ts';
import type { Answers } from './support/fake-bridge.ts';
import { openPage, rosa } from './support/page.tsx';

// There is one palette in a page, whatever is drawn anew.
afterEach(() => {
  const field = screen.queryByPlaceholderText('Type what you want to do');
  if (field !== null) fireEvent.keyDown(field, { key: 'Escape' });
});

const omar: Person = { userId: 2, firstName: 'Omar', lastName: 'Reyes', role: 'texter' };
const answers: Answers = {
  'campaign/read': { mode: 'live', campaign: { name: 'Harbor', mode: 'live', foundedAt: 0 } },
  'conversations/count-needing-answer': { count: 0, hasMore: false },
  'app/show-data-folder': {},
  'actions/list': { actions: [], next: null },
  'contacts/list-lists': { lists: [], next: null },
  'people/list-sign-in': { people: [rosa, omar] },
};

function Frame({ person }: { readonly person: Person }) {
  useSettingsVerbs(person);
  return (
    <>
      <Palette />
      <Navigation person={person} />
      {person === rosa && <FindContact />}
    </>
  );
}

async function search(words: string, person = rosa, more: Answers = {}) {
  const page = openPage(<Frame person={person} />, { answers: { ...answers, ...more }, person });
  const isRead = () => readCampaign.select()(page.store.getState()).isSuccess;
  await vi.waitFor(() => expect(isRead()).toBe(true));
  await page.user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByPlaceholderText('Type what you want to do');
  await page.user.clear(field);
  await page.user.type(field, words);
  const lines = within(screen.getByRole('dialog'))
    .queryAllByRole('button')
    .map(({ textContent }) => textContent?.replace(/Ctrl\d$/, '') ?? '');
  return { ...page, lines };
}

describe('the palette finds the settings by what people call them', () => {
  it.each([
    ['dark', 'Colors: Dark'],
    ['theme', 'Settings: This window'],
    ['oscuro', 'Colors: Dark'],
    ['spanish', 'Language: Español'],
    ['idioma', 'Language: Español'],
    ['hours', 'Settings: Texting'],
    ['horario', 'Settings: Texting'],
    ['twilio', 'Settings: Carrier account'],
    ['number', 'Settings: Numbers'],
    ['backup', 'Show the data folder'],
    ['data folder', 'Settings: This computer'],
    ['opt-out words', 'Contacts'],
  ])('%s', async (words, label) => {
    expect((await search(words)).lines).toContain(label);
  });

  it('and a texter finds none that are not theirs', async () => {
    expect((await search('twilio', omar)).lines).toEqual([]);
  });

  it('and goes to the part that was meant', async () => {
    const { store, user } = await search('twilio');
    await user.keyboard('{Enter}');
    expect(store.getState().place.now).toEqual({ screen: 'settings', section: 'carrier' });
  });

  it('and speaks another language at once', async () => {
    const { user } = await search('spanish');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'Bandeja' })).toBeTruthy();
    await chooseLanguage('en');
  });
});

describe('the palette finds actions and lists by their names', () => {
  const july = Date.UTC(2026, 6, 4, 18);
  const action = (actionId: number, name: string, state: 'draft' | 'published' | 'paused' | 'ended') => ({
    ...{ actionId, name, state, listId: 1, listName: 'Harbor', createdAt: july + actionId * 86_400_000 },
    publishedAt: state === 'draft' ? null : july + actionId * 86_400_000,
    endedAt: null,
  });
  const named: Answers = {
    'actions/list': {
      actions: [
        action(3, 'Rent strike', 'published'),
        action(2, 'Rent strike', 'ended'),
        action(1, 'Tuesday meeting', 'draft'),
      ],
      next: null,
    },
    'contacts/list-lists': {
      lists: [{ listId: 8, name: 'Renters of Elm Street', contactCount: 1_200, createdAt: july }],
      next: null,
    },
  };
  const linesOf = (lines: readonly string[]) => lines.filter((line) => /“/.test(line));

  it('with where one can go with each, two of one name told apart', async () => {
    const { lines } = await search('rent', rosa, named);
    expect(linesOf(lines)).toEqual([
      expect.stringMatching(/^Open “Rent strike”Action, published Jul 7/),
      expect.stringMatching(/^Text for “Rent strike”Action, published Jul 7/),
      expect.stringMatching(/^Results of “Rent strike”Action, published Jul 7/),
      expect.stringMatching(/^Open “Rent strike”Action, published Jul 6.*, ended$/),
      expect.stringMatching(/^Results of “Rent strike”Action, published Jul 6.*, ended$/),
      expect.stringMatching(/^List “Renters of Elm Street”1,200 contacts, imported Jul 4/),
    ]);
  });

  it('and offers of a draft no more than to open it', async () => {
    const { lines } = await search('tuesday', rosa, named);
    expect(linesOf(lines)).toEqual([expect.stringMatching(/^Open “Tuesday meeting”Action, draft of Jul 5/)]);
  });

  it.each([
    ['text strike', { screen: 'texting', actionId: 3 }],
    ['results strike', { screen: 'results', actionId: 3 }],
    ['open tuesday', { screen: 'actions', actionId: 1 }],
    ['elm', { screen: 'contacts', listId: 8 }],
    ['end', { screen: 'actions', actionId: 3 }],
    ['reyes', { screen: 'people' }],
  ])('and Enter goes there: %s', async (words, place) => {
    const { store, user } = await search(words, rosa, named);
    await user.keyboard('{Enter}');
    expect(store.getState().place.now).toEqual(place);
  });

  it('shows a texter the way to text, and asks for no lists', async () => {
    const { bridge, lines } = await search('strike', omar, {
      'actions/list': { actions: [action(3, 'Rent strike', 'published')], next: null },
    });
    expect(linesOf(lines)).toEqual([expect.stringMatching(/^Text for “Rent strike”/)]);
    expect(bridge.askedFor('contacts/list-lists')).toEqual([]);
    expect(bridge.askedFor('people/list-sign-in')).toEqual([]);
  });

  it.each(['end', 'terminar', 'finish'])('and leads to the actions that can be ended: %s', async (words) => {
    const running = [action(4, 'Picket', 'paused'), action(3, 'Rent strike', 'published')];
    const { lines } = await search(words, rosa, {
      ...named,
      'actions/list': {
        actions: [...running, action(2, 'Last year', 'ended'), action(1, 'Next', 'draft')],
        next: null,
      },
    });
    expect(linesOf(lines)).toEqual([
      expect.stringMatching(/^Open “Picket” to end itAction, published/),
      expect.stringMatching(/^Open “Rent strike” to end itAction, published/),
    ]);
  });

  it('and people of the campaign, with what they are in it', async () => {
    const { lines } = await search('omar', rosa, named);
    expect(linesOf(lines)).toEqual(['Person “Omar Reyes”Texter, under People']);
  });

  it('and asks the engine once, however much is typed', async () => {
    const { bridge, user } = await search('rent strike of', rosa, named);
    await user.keyboard('{Backspace}{Backspace}{Backspace}');
    expect(bridge.askedFor('actions/list')).toHaveLength(1);
    expect(bridge.askedFor('contacts/list-lists')).toHaveLength(1);
    expect(bridge.askedFor('people/list-sign-in')).toHaveLength(1);
  });

  it('and asks nothing before one looks for something', async () => {
    const { bridge } = openPage(<Frame person={rosa} />, { answers: { ...answers, ...named } });
    await vi.waitFor(() => expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(1));
    expect(bridge.askedFor('actions/list')).toEqual([]);
    expect(bridge.askedFor('contacts/list-lists')).toEqual([]);
    expect(bridge.askedFor('people/list-sign-in')).toEqual([]);
  });
});

describe('the palette does not find contacts', () => {
  it('and leads whoever may see them to where they are found', async () => {
    const { lines, user } = await search('ana alvarez');
    expect(lines).toEqual(['Find a contact by numberContacts are found by their whole number, not yet by name.']);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Find a contact by number' });
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Phone' }).value).toBe('');
    await user.keyboard('{Escape}');
  });

  it('and looks for a number at once', async () => {
    const phone = '+12025550101';
    const contact = { contactId: 7, firstName: 'Ana', lastName: 'Alvarez' };
    const { lines, bridge, user } = await search('(202) 555-0101', rosa, {
      'conversations/find-contact': { phone, optedOut: false, contact, conversations: [] },
    });
    expect(lines).toEqual(['Find who has (202) 555-0101Find a contact by number']);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('region', { name: 'Ana Alvarez, (202) 555-0101' })).toBeTruthy();
    expect(bridge.askedFor('conversations/find-contact')).toEqual([{ phone: '(202) 555-0101' }]);
  });

  it('and tells a texter what it finds', async () => {
    const { lines } = await search('ana alvarez', omar);
    expect(lines).toEqual([]);
    expect(screen.getByText(/Here you find what you can do, and actions by their names\.$/)).toBeTruthy();
  });
});

describe('reading anew', () => {
  const rooms = ['replies'] as const;
  function Paced() {
    const { refetch } = useCountNeedingAnswerQuery();
    usePacedNews(rooms, 1_000, () => void refetch());
    return <Refresh />;
  }

  it.each(['{Control>}r{/Control}', '{F5}'])('is asked for with %s, and is told of once it is done', async (keys) => {
    const { bridge, user } = openPage(<Paced />, { answers });
    await vi.waitFor(() => expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(1));
    await user.keyboard(keys);
    await vi.waitFor(() => expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(2));
    expect(await screen.findByText('Up to date')).toBeTruthy();
  });

  it('says nothing where it could not be read', async () => {
    const { bridge, user } = openPage(<Paced />, { answers });
    await vi.waitFor(() => expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(1));
    bridge.answer({ 'conversations/count-needing-answer': () => ({ error: appError('internal/bug') }) });
    await user.keyboard('{F5}');
    await vi.waitFor(() => expect(bridge.askedFor('conversations/count-needing-answer')).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByText('Up to date')).toBeNull();
  });
});
