import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useAppSelector } from '../../renderer/app/store.ts';
import { ContactsScreen } from '../../renderer/features/contacts/contacts-screen.tsx';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import type { Answers } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage } from './support/page.tsx';

const harbor = { listId: 4, name: 'Harbor tenants', contactCount: 2, createdAt: Date.now() };
const canal = { listId: 3, name: 'Canal street', contactCount: 1_200, createdAt: Date.now() };
const ana = { contactId: 7, phone: '+12025550101', firstName: 'Ana', lastName: 'Alvarez', optedOut: false };
const ben = { contactId: 8, phone: '+12025550102', firstName: 'Ben', lastName: '', optedOut: true };

const campaign = { name: 'Harbor Tenants Union', mode: 'practice', foundedAt: 0 } as const;
const answers: Answers = {
  'campaign/read': { mode: 'practice', campaign },
  'contacts/list-lists': ({ before, limit }) => ({
    lists: [harbor, canal].filter(({ listId }) => listId < (before ?? 99)).slice(0, limit ?? 100),
    next: null,
  }),
  'contacts/list-contacts': { contacts: [ana, ben], next: null },
  'jobs/list': { jobs: [], next: null },
};

/** The screen where one is, as the window shows it. */
function Contacts() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'contacts' ? <ContactsScreen place={place} /> : <p>{place.screen}</p>;
}

const open = (more: Answers = {}, listId?: number) =>
  openPage(<Contacts />, {
    answers: { ...answers, ...more },
    place: { screen: 'contacts', ...(listId !== undefined && { listId }) },
  });

it('shows the lists, and opens the one that the arrow keys have come to by Enter', async () => {
  const { store, user } = open();
  const table = await screen.findByRole('grid', { name: 'Lists' });
  expect(within(table).getByText('1,200')).toBeTruthy();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(within(table).getByRole('row', { selected: true }).textContent).toContain('Canal street');
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'contacts', listId: 3 });
});

it('opens the first list by Enter while nobody has moved the cursor, and that is told on its row', async () => {
  const { store, user } = open();
  const table = await screen.findByRole('grid', { name: 'Lists' });
  expect(within(table).getByText('↵').closest('[role="row"]')?.textContent).toContain(harbor.name);
  await user.keyboard('{Enter}');
  expect(store.getState().place.now).toEqual({ screen: 'contacts', listId: harbor.listId });
});

it('says what to do while there is no list, and offers the sample list in practice', async () => {
  open({ 'contacts/list-lists': { lists: [], next: null } });
  expect(await screen.findByRole('heading', { name: 'No lists yet' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Import a list' })).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Load the sample list' })).toBeTruthy();
});

it('offers no sample list where texts reach real phones', async () => {
  const { bridge, user } = open({
    'campaign/read': { mode: 'live', campaign: { ...campaign, mode: 'live' } },
    'contacts/list-lists': { lists: [], next: null },
  });
  await screen.findByRole('button', { name: 'Import a list' });
  await user.keyboard('s');
  expect(screen.queryByRole('button', { name: 'Load the sample list' })).toBeNull();
  expect(bridge.askedFor('app/offer-sample-list')).toEqual([]);
});

it('tells why the lists cannot be shown', async () => {
  const error = appError('serve/not-allowed');
  open({ 'contacts/list-lists': () => ({ error }) });
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
});

it('shows who is in a list, with phones as people write them and who is unavailable', async () => {
  open({}, 4);
  const table = await screen.findByRole('grid', { name: 'Contacts in this list' });
  const [, first, second] = within(table).getAllByRole('row');
  expect(first?.textContent).toBe('Ana Alvarez(202) 555-0101');
  expect(second?.textContent).toBe('Ben(202) 555-0102Opted out, unavailable');
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbor tenants' })).toBeTruthy();
  expect(screen.getByText('2 contacts')).toBeTruthy();
});

it('reads the next page of a list before its end is in sight', async () => {
  const many = Array.from({ length: 50 }, (_none, n) => ({ ...ana, contactId: n + 1, firstName: `Ana ${n}` }));
  const { bridge } = open(
    {
      'contacts/list-contacts': ({ after }) =>
        after === null || after === undefined ? { contacts: many, next: 50 } : { contacts: [ben], next: null },
    },
    4,
  );
  await expect
    .poll(() => bridge.askedFor('contacts/list-contacts'))
    .toEqual([
      { listId: 4, after: null, limit: 500 },
      { listId: 4, after: 50, limit: 500 },
    ]);
});

it('keeps the pages around what one looks at, forgets the others, and comes back to where one was', async () => {
  const rows = 50;
  const pages = 8;
  const pageAfter = (after: number | null | undefined) => {
    const first = after ?? 0;
    const contacts = Array.from({ length: rows }, (_none, n) => ({
      ...ana,
      contactId: first + n + 1,
      lastName: `no. ${first + n + 1}`,
    }));
    return { contacts, next: first + rows < rows * pages ? first + rows : null };
  };
  const { bridge, store, user } = open({ 'contacts/list-contacts': ({ after }) => pageAfter(after) }, 4);
  await screen.findByText('Ana no. 1');
  const table = screen.getByRole('grid');
  /** What a browser does by itself. */
  const scrollTo = (row: number) => fireEvent.scroll(table, { target: { scrollTop: row * 36 } });
  const lastAsked = () => (bridge.askedFor('contacts/list-contacts').at(-1) as { after: number | null }).after;
  for (let page = 1; page < pages; page += 1) {
    await expect.poll(lastAsked).toBe(page * rows);
    await user.keyboard('{End}');
    scrollTo(page * rows);
  }
  await user.keyboard('{End}');
  scrollTo(rows * pages);
  expect(await screen.findByText(`Ana no. ${rows * pages}`)).toBeTruthy();
  const atHand = () =>
    Object.values(store.getState().api.queries).filter((query) => query?.endpointName === 'readContactsPage').length;
  await expect.poll(atHand, { timeout: 8_000 }).toBeLessThan(4);
  expect(screen.getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe(`${rows * pages + 1}`);
  await user.keyboard('{Home}');
  scrollTo(0);
  await expect.poll(() => screen.getByRole('row', { selected: true }).textContent).toContain('Ana no. 1');
}, 20_000);

it('opts a contact out only after asking, and once', async () => {
  const { bridge, user } = open({ 'contacts/opt-out': { alreadyOptedOut: false } }, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{ArrowDown}o');
  expect(await screen.findByRole('dialog', { name: 'Never text (202) 555-0101 again?' })).toBeTruthy();
  expect(bridge.askedFor('contacts/opt-out')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(bridge.askedFor('contacts/opt-out')).toEqual([{ intentId: expect.any(String), contactId: 7 }]);
});

it('closes no other question when somebody is opted out late', async () => {
  const late = lateAnswer<{ alreadyOptedOut: boolean }>();
  const ada = { ...ana, contactId: 9, phone: '+12025550109', firstName: 'Ada' };
  const { bridge, user } = open(
    {
      'contacts/list-contacts': { contacts: [ana, ada], next: null },
      'contacts/opt-out': () => late.promise,
    },
    4,
  );
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{ArrowDown}o');
  await screen.findByRole('dialog');
  await user.keyboard('{Control>}{Enter}{/Control}{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{ArrowDown}o');
  const asked = bridge.askedFor('contacts/list-contacts').length;
  late.resolve({ alreadyOptedOut: false });
  await expect.poll(() => bridge.askedFor('contacts/list-contacts').length).toBeGreaterThan(asked);
  expect(screen.getByRole('dialog', { name: 'Never text (202) 555-0109 again?' })).toBeTruthy();
});

it('leaves a contact as they are when the question is answered by Escape, and stays on the list', async () => {
  const { bridge, store, user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{ArrowDown}o');
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(bridge.askedFor('contacts/opt-out')).toEqual([]);
  expect(store.getState().place.now).toEqual({ screen: 'contacts', listId: 4 });
});

it('gives the focus back to the list when the question is answered', async () => {
  const { user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{ArrowDown}');
  const table = screen.getByRole('grid');
  table.focus();
  await user.keyboard('o');
  await expect.poll(() => screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
  await user.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(table);
});

it('says why nobody can be opted out while no contact is chosen', async () => {
  const { user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  expect(screen.getByTitle('Choose a contact first')).toBeTruthy();
  await user.keyboard('{ArrowDown}');
  await expect.poll(() => screen.queryByTitle('Choose a contact first')).toBeNull();
});

it('has nobody to opt out who is opted out already', async () => {
  const { user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{ArrowDown}{ArrowDown}o');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('makes an action with the list that one looks at', async () => {
  const { store, user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('a');
  expect(store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
  expect(store.getState().drafts.open['new']?.listId).toBe(4);
});

it('goes back to the lists by Escape', async () => {
  const { user } = open({}, 4);
  await screen.findByText('Ana Alvarez');
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('grid', { name: 'Lists' })).toBeTruthy();
});

it('begins an import with a file that is dropped on a list', async () => {
  const { bridge } = open(
    {
      'contacts/preview-import': {
        fileName: 'canal.csv',
        sizeBytes: 20,
        columns: [{ header: 'Cell', target: 'phone' }],
        rows: [['2025550103']],
      },
      'campaign/list-fields': { fields: [] },
    },
    4,
  );
  const table = await screen.findByRole('grid', { name: 'Contacts in this list' });
  const file = new File(['Cell\n2025550103\n'], 'canal.csv');
  fireEvent.drop(table, { dataTransfer: { files: [file], types: ['Files'] } });
  expect(await screen.findByRole('heading', { level: 1, name: 'What is in the file' })).toBeTruthy();
  expect(bridge.askedFor('contacts/preview-import')).toEqual([{ file: 'token:canal.csv' }]);
});
