import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { wentTo } from '../../renderer/app/place-slice.ts';
import { useAppSelector } from '../../renderer/app/store.ts';
import type { Job } from '../../renderer/bridge/jobs-api.ts';
import { signedIn, signedOut } from '../../renderer/bridge/session-slice.ts';
import { ContactsScreen } from '../../renderer/features/contacts/contacts-screen.tsx';
import { importOpened } from '../../renderer/features/contacts/import-slice.ts';
import type { ImportOutcome } from '../../shared/contract/contacts.ts';
import { appError } from '../../shared/errors.ts';
import { sentenceOf } from '../../shared/sentences/index.ts';
import type { Answers, FakeBridge } from './support/fake-bridge.ts';
import { lateAnswer } from './support/late-answer.ts';
import { openPage, type Page, rosa } from './support/page.tsx';

const list = { listId: 4, name: 'Harbor', contactCount: 3, createdAt: Date.now() };
const running: Job = {
  jobId: 9,
  kind: 'contacts/import',
  state: 'running',
  done: 0,
  total: null,
  startedAt: 1_000,
  endedAt: null,
  outcome: null,
};
const result: ImportOutcome = {
  listId: 4,
  importId: 2,
  rowsRead: 5,
  added: 2,
  updated: 1,
  unchanged: 0,
  leftOut: { 'bad-phone': 1, duplicate: 1 },
  optedOut: 1,
};
const ended: Job = { ...running, state: 'done', done: 500, total: 500, endedAt: 3_000, outcome: result };

const answers: Answers = {
  'campaign/read': { mode: 'practice', campaign: { name: 'Harbor Tenants Union', mode: 'practice', foundedAt: 0 } },
  'campaign/list-fields': { fields: [{ fieldId: 5, slug: 'polling_place', title: 'Polling place' }] },
  'contacts/list-lists': { lists: [list], next: null },
  'contacts/preview-import': {
    fileName: 'Harbor.csv',
    sizeBytes: 500,
    columns: [
      { header: 'Cell', target: 'phone' },
      { header: 'Home', target: null },
      { header: 'Ward', target: null },
    ],
    rows: [
      ['2025550101', '', 'Third'],
      ['2025550102', '2025550103', 'Fourth'],
    ],
  },
  'contacts/start-import': { jobId: 9, listId: 4 },
  'contacts/list-left-out': {
    header: ['Cell', 'Home', 'Ward'],
    rows: [
      { line: 3, reason: 'bad-phone', earlierLine: null, cells: ['123', '', 'Third'] },
      { line: 1_205, reason: 'duplicate', earlierLine: 2, cells: ['2025550101', '', 'Third'] },
    ],
    next: null,
  },
  'jobs/read': { job: running },
  'jobs/list': { jobs: [], next: null },
};

function Contacts() {
  const place = useAppSelector((state) => state.place.now);
  return place.screen === 'contacts' ? <ContactsScreen place={place} /> : <p>{place.screen}</p>;
}

const open = (more: Answers = {}): Page =>
  openPage(<Contacts />, { answers: { ...answers, ...more }, place: { screen: 'contacts' } });

/** Up to the step that asks what the columns hold. */
async function chooseFile({ user }: Page, name = 'Harbor.csv'): Promise<void> {
  await screen.findByRole('button', { name: 'Import a list' });
  await user.keyboard('i');
  await screen.findByRole('button', { name: 'Choose a file' });
  await user.upload(screen.getByLabelText('File with contacts'), new File(['Cell\n'], name, { type: 'text/csv' }));
}

async function startImport(page: Page): Promise<void> {
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByRole('progressbar');
}

function end(bridge: FakeBridge, job: Job = ended): void {
  bridge.answer({ 'jobs/read': { job }, 'jobs/list': { jobs: [job], next: null } });
  act(() => bridge.tell({ event: 'job', jobId: 9, state: job.state, done: job.done, total: job.total }));
}

const fills = (column: string) =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: `What the column ${column} fills` });

it('shows the first rows of a file and what its columns seem to fill', async () => {
  await chooseFile(open());
  const row = await screen.findByRole('row', { name: /^Cell/ });
  expect(
    within(row)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['2025550101', '2025550102']);
  expect(fills('Cell').value).toBe('phone');
  expect(fills('Ward').value).toBe('');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the list' }).value).toBe('Harbor');
});

it('imports the file as its columns were chosen, under the name that was typed', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Home'), 'Phone');
  expect(screen.getByText('Counts where the column above is empty.')).toBeTruthy();
  await page.user.selectOptions(fills('Ward'), 'Polling place');
  const name = screen.getByRole('textbox', { name: 'Name of the list' });
  await page.user.clear(name);
  await page.user.type(name, 'Harbor 2026{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Importing Harbor 2026…' })).toBeTruthy();
  expect(page.bridge.askedFor('contacts/start-import')).toEqual([
    {
      intentId: expect.any(String),
      file: 'token:Harbor.csv',
      listName: 'Harbor 2026',
      columns: ['phone', 'phone', 'field:5'],
    },
  ]);
});

it('says so while no column holds phones, and imports nothing', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Cell'), 'Leave out');
  const sentence = sentenceOf(appError('contacts/no-phone-column', { file: 'Harbor.csv' }), 'en');
  expect(screen.getByRole('alert').textContent).toContain(sentence);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import the list' }).disabled).toBe(true);
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  expect(page.bridge.askedFor('contacts/start-import')).toEqual([]);
});

it('makes a custom field for a column, named after it', async () => {
  const page = open({ 'campaign/add-field': { fieldId: 6 } });
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'New custom field…');
  const dialog = await screen.findByRole('dialog', { name: 'New custom field' });
  expect(within(dialog).getByText('Scripts call it ##{{custom_field_ward}}.')).toBeTruthy();
  page.bridge.answer({ 'campaign/list-fields': { fields: [{ fieldId: 6, slug: 'ward', title: 'Ward' }] } });
  await page.user.click(within(dialog).getByRole('button', { name: 'Add the field' }));
  await expect.poll(() => fills('Ward').value).toBe('field:6');
  expect(page.bridge.askedFor('campaign/add-field')).toEqual([
    { intentId: expect.any(String), slug: 'ward', title: 'Ward' },
  ]);
});

it('tells why a custom field cannot be had, and leaves the column as it was when that is seen off', async () => {
  const error = appError('campaign/field-exists', { slug: 'ward' });
  const page = open({ 'campaign/add-field': () => ({ error }) });
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'New custom field…');
  await page.user.click(await screen.findByRole('button', { name: 'Add the field' }));
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  await page.user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(fills('Ward').value).toBe('');
});

it('leaves the column alone when its field is there only after the question was left', async () => {
  const late = lateAnswer<{ fieldId: number }>();
  const page = open({ 'campaign/add-field': () => late.promise });
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'New custom field…');
  await page.user.click(await screen.findByRole('button', { name: 'Add the field' }));
  await page.user.keyboard('{Escape}');
  await page.user.selectOptions(fills('Home'), 'New custom field…');
  await screen.findByRole('dialog');
  page.bridge.answer({ 'campaign/list-fields': { fields: [{ fieldId: 6, slug: 'ward', title: 'Ward' }] } });
  late.resolve({ fieldId: 6 });
  expect(await within(fills('Home')).findByRole('option', { name: 'Ward', hidden: true })).toBeTruthy();
  expect(fills('Ward').value).toBe('');
  expect(screen.getByRole('dialog', { name: 'New custom field' })).toBeTruthy();
});

it('asks before choices are given up for another file, and keeps them at once when one stays', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'Polling place');
  await page.user.keyboard('{Escape}');
  expect(await screen.findByRole('dialog', { name: 'Leave these choices?' })).toBeTruthy();
  await page.user.keyboard('{Escape}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(fills('Ward').value).toBe('field:5');
  await page.user.keyboard('{Escape}');
  const dialog = await screen.findByRole('dialog');
  await page.user.click(within(dialog).getByRole('button', { name: 'Choose another file' }));
  expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

it('does not ask while nothing was chosen', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.keyboard('{Escape}');
  expect(await screen.findByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

it('leaves the columns of another file alone when an import begins late', async () => {
  const late = lateAnswer<{ jobId: number; listId: number }>();
  const page = open({ 'contacts/start-import': () => late.promise });
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  await page.user.keyboard('{Escape}');
  await screen.findByRole('button', { name: 'Choose a file' });
  late.resolve({ jobId: 9, listId: 4 });
  await expect.poll(() => page.store.getState().import.awaited).toEqual([9]);
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

it('takes nobody back who has gone elsewhere while the sample list is loaded', async () => {
  const late = lateAnswer<{ file: { token: string; name: string } }>();
  const page = open({ 'app/offer-sample-list': () => late.promise });
  await page.user.click(await screen.findByRole('button', { name: 'Load the sample list' }));
  act(() => void page.store.dispatch(wentTo({ screen: 'contacts', listId: 4 })));
  late.resolve({ file: { token: 'sample', name: 'Sample.csv' } });
  await expect.poll(() => page.store.getState().import.awaited).toEqual([9]);
  expect(page.store.getState().import.now).toBeNull();
});

it('asks for another file when one is no list, and says why', async () => {
  const error = appError('contacts/not-csv', { file: 'Harbor.xlsx' });
  const page = open({ 'contacts/preview-import': () => ({ error }) });
  await chooseFile(page);
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeTruthy();
});

it('shows how far an import is, and its report when it has ended', async () => {
  const page = open();
  await startImport(page);
  act(() => page.bridge.tell({ event: 'job', jobId: 9, state: 'running', done: 3_000_000, total: 12_000_000 }));
  expect(await screen.findByText('3 of 12 MB read')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
  end(page.bridge);
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbor is imported' })).toBeTruthy();
  expect(screen.getByRole('region', { name: 'Contacts' }).textContent).toContain('New2Updated1Unchanged0Left out2');
  expect(screen.getByText('1 of them is opted out and stays unavailable.')).toBeTruthy();
});

it('tells row by row what was left out, and why', async () => {
  const page = open();
  await startImport(page);
  end(page.bridge);
  const table = await screen.findByRole('grid', { name: 'Rows left out' });
  const [, row] = within(table).getAllByRole('row');
  expect(row?.textContent).toBe('3Not a phone number123, , Third');
});

it('saves the rows that were left out where the person says', async () => {
  const page = open({
    'app/choose-save-file': { file: { token: 'saved', name: 'mend me.csv' } },
    'contacts/export-left-out': { jobId: 10 },
    'app/show-file': {},
  });
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('grid', { name: 'Rows left out' });
  const exported: Job = { ...ended, jobId: 10, kind: 'contacts/export-left-out', outcome: { rows: 2 } };
  page.bridge.answer({ 'jobs/read': ({ jobId }) => ({ job: jobId === 10 ? exported : ended }) });
  await page.user.keyboard('e');
  expect(await screen.findByText('2 rows are in mend me.csv.')).toBeTruthy();
  expect(page.bridge.askedFor('app/choose-save-file')).toEqual([{ suggestedName: 'Harbor (left out).csv' }]);
  expect(page.bridge.askedFor('contacts/export-left-out')).toEqual([
    { intentId: expect.any(String), importId: 2, file: 'saved' },
  ]);
  await page.user.click(screen.getByRole('button', { name: 'Show the folder' }));
  expect(page.bridge.askedFor('app/show-file')).toEqual([{ token: 'saved' }]);
});

it('tells why nothing is known of rows that are being saved, and saves them as another act', async () => {
  const page = open({
    'app/choose-save-file': { file: { token: 'saved', name: 'mend me.csv' } },
    'contacts/export-left-out': { jobId: 10 },
  });
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('grid', { name: 'Rows left out' });
  const error = appError('jobs/not-found');
  page.bridge.answer({ 'jobs/read': ({ jobId }) => (jobId === 10 ? { error } : { job: ended }) });
  await page.user.keyboard('e');
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
  await page.user.keyboard('e');
  await expect.poll(() => page.bridge.askedFor('contacts/export-left-out')).toHaveLength(2);
  const [first, second] = page.bridge.askedFor('contacts/export-left-out') as { intentId: string }[];
  expect(second?.intentId).not.toBe(first?.intentId);
});

it('tells of a repeated number in which row it stood first', async () => {
  const page = open();
  await startImport(page);
  end(page.bridge);
  const table = await screen.findByRole('grid', { name: 'Rows left out' });
  const row = within(table).getByRole('row', { name: /1,205/ });
  expect(row.textContent).toContain('Same number as row 2');
});

it('keeps the report of an import when its job cannot be read again', async () => {
  const page = open();
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('grid', { name: 'Rows left out' });
  page.bridge.answer({ 'jobs/read': () => ({ error: appError('store/disk-full') }) });
  const before = page.bridge.askedFor('jobs/read').length;
  act(() => page.bridge.tell({ event: 'changed', room: 'jobs' }));
  await expect.poll(() => page.bridge.askedFor('jobs/read').length).toBeGreaterThan(before);
  await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(screen.getByRole('heading', { level: 1, name: 'Harbor is imported' })).toBeTruthy();
});

it('shows nobody else an import that begins after its author has left', async () => {
  const late = lateAnswer<{ jobId: number; listId: number }>();
  const page = open({ 'contacts/start-import': () => late.promise });
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.keyboard('{Control>}{Enter}{/Control}');
  act(() => void page.store.dispatch(signedOut()));
  act(() => void page.store.dispatch(signedIn({ token: 'other', person: { ...rosa, userId: 2 } })));
  await act(async () => late.resolve({ jobId: 9, listId: 4 }));
  expect(page.store.getState().import).toMatchObject({ listNames: {}, awaited: [] });
});

it('goes no further with the sample list once whoever asked for it has left', async () => {
  const late = lateAnswer<{ file: { token: string; name: string } }>();
  const page = open({ 'app/offer-sample-list': () => late.promise });
  await screen.findByRole('button', { name: 'Load the sample list' });
  await page.user.keyboard('s');
  await expect.poll(() => page.bridge.askedFor('app/offer-sample-list')).toHaveLength(1);
  act(() => void page.store.dispatch(signedOut()));
  act(() => void page.store.dispatch(signedIn({ token: 'other', person: { ...rosa, userId: 2 } })));
  await act(async () => late.resolve({ file: { token: 'sample', name: 'Sample.csv' } }));
  expect(page.bridge.askedFor('contacts/preview-import')).toEqual([]);
  expect(page.store.getState().import.now).toBeNull();
});

it('writes nothing when the person thinks better of saving', async () => {
  const page = open({ 'app/choose-save-file': { file: null } });
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('grid', { name: 'Rows left out' });
  await page.user.keyboard('e');
  await expect.poll(() => page.bridge.askedFor('app/choose-save-file').length).toBe(1);
  expect(page.bridge.askedFor('contacts/export-left-out')).toEqual([]);
});

it('goes on to an action with the list by Enter', async () => {
  const page = open();
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('heading', { level: 1, name: 'Harbor is imported' });
  await page.user.keyboard('{Enter}');
  expect(page.store.getState().place.now).toEqual({ screen: 'actions', isNew: true });
  expect(page.store.getState().drafts.open['new']?.listId).toBe(4);
});

it('tells why a file turned out to be no list after all', async () => {
  const page = open();
  await startImport(page);
  const error = appError('contacts/line-too-long', { file: 'Harbor.csv', line: 812 });
  end(page.bridge, { ...ended, outcome: { error } });
  expect((await screen.findByRole('alert')).textContent).toContain(sentenceOf(error, 'en'));
});

it('cancels an import and says that nothing of it is there', async () => {
  const cancelled: Job = { ...running, state: 'cancelled', endedAt: 2_000 };
  const page = open({ 'jobs/cancel': { job: running } });
  await startImport(page);
  await page.user.keyboard('c');
  await expect.poll(() => page.bridge.askedFor('jobs/cancel')).toEqual([{ jobId: 9 }]);
  end(page.bridge, cancelled);
  expect(await screen.findByRole('heading', { name: 'The import of Harbor was cancelled' })).toBeTruthy();
});

it('tells its end to whoever is here then, and not again to whoever comes back', async () => {
  const page = open();
  await startImport(page);
  page.bridge.answer({ 'jobs/list': { jobs: [running], next: null } });
  await page.user.keyboard('{Escape}');
  await screen.findByText('Importing Harbor…');
  end(page.bridge);
  expect((await screen.findByText('Harbor is imported: 3 contacts.')).getAttribute('role')).toBe('status');
  act(() => void page.store.dispatch(wentTo({ screen: 'today' })));
  act(() => void page.store.dispatch(wentTo({ screen: 'contacts' })));
  expect((await screen.findByText('Harbor is imported: 3 contacts.')).getAttribute('role')).toBeNull();
});

it('goes on while one looks at the lists, and tells its end there until that is seen', async () => {
  const page = open();
  await startImport(page);
  page.bridge.answer({ 'jobs/list': { jobs: [running], next: null } });
  await page.user.keyboard('{Escape}');
  expect(await screen.findByRole('grid', { name: 'Lists' })).toBeTruthy();
  expect(await screen.findByText('Importing Harbor…')).toBeTruthy();
  end(page.bridge);
  expect(await screen.findByText('Harbor is imported: 3 contacts.')).toBeTruthy();
  await page.user.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbor is imported' })).toBeTruthy();
  await page.user.keyboard('{Escape}');
  await screen.findByRole('grid', { name: 'Lists' });
  expect(screen.queryByText('Harbor is imported: 3 contacts.')).toBeNull();
});

const goTo = (page: Page, screen: 'contacts' | 'today'): void =>
  act(() => void page.store.dispatch(wentTo({ screen })));

it('gives way to the lists for whoever comes to the contacts once its report was seen', async () => {
  const page = open({ 'jobs/list': { jobs: [ended], next: null } });
  await startImport(page);
  end(page.bridge);
  await screen.findByRole('heading', { level: 1, name: 'Harbor is imported' });
  goTo(page, 'contacts');
  expect(await screen.findByRole('grid', { name: 'Lists' })).toBeTruthy();
  expect(screen.queryByText('Harbor is imported: 3 contacts.')).toBeNull();
});

it('is still there for whoever comes back while it runs, and so is a report that nobody has seen', async () => {
  const page = open();
  await startImport(page);
  goTo(page, 'today');
  goTo(page, 'contacts');
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  goTo(page, 'today');
  end(page.bridge);
  goTo(page, 'contacts');
  expect(await screen.findByRole('heading', { level: 1, name: 'Harbor is imported' })).toBeTruthy();
});

it('keeps the columns that were chosen, also from whoever asks for another import elsewhere', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'Polling place');
  goTo(page, 'today');
  goTo(page, 'contacts');
  expect(fills('Ward').value).toBe('field:5');
  act(() => void page.store.dispatch(importOpened()));
  expect(fills('Ward').value).toBe('field:5');
});

it('gives way to the lists while there is nothing but a file that could not be taken', async () => {
  const error = appError('contacts/not-csv', { file: 'Harbor.xlsx' });
  const page = open({ 'contacts/preview-import': () => ({ error }) });
  await chooseFile(page);
  await screen.findByRole('alert');
  goTo(page, 'contacts');
  expect(await screen.findByRole('grid', { name: 'Lists' })).toBeTruthy();
});

it('says in the report how many numbers have no area code, with an example, and how many are abroad', async () => {
  const page = open();
  await startImport(page);
  const leftOut = { 'phone-without-area-code': 3, 'phone-abroad': 2 };
  end(page.bridge, { ...ended, outcome: { ...result, leftOut } });
  const report = await screen.findByRole('region', { name: 'Rows left out' });
  expect(report.textContent).toContain('No area code, such as (202)3');
  expect(report.textContent).toContain('Outside the US and Canada2');
});

it('says when nobody could be imported, and offers another file and no action', async () => {
  const page = open();
  await startImport(page);
  end(page.bridge, { ...ended, outcome: { ...result, added: 0, updated: 0, optedOut: 0 } });
  expect(await screen.findByRole('heading', { level: 1, name: 'Nobody in Harbor could be imported' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Make an action with this list' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Import the mended file' })).toBeTruthy();
});

it('says how many columns of the file are in use', async () => {
  const page = open();
  await chooseFile(page);
  expect(await screen.findByText(/In use: 1 of 3;/)).toBeTruthy();
  await page.user.selectOptions(fills('Ward'), 'Polling place');
  expect(screen.getByText(/In use: 2 of 3; the rest is left out\.$/)).toBeTruthy();
  await page.user.selectOptions(fills('Home'), 'Last name');
  expect(screen.getByText(/In use: 3 of 3\.$/)).toBeTruthy();
});

it('shows an import that was begun before the window was opened', async () => {
  open({ 'jobs/list': { jobs: [{ ...running, done: 1, total: 4 }], next: null } });
  expect(await screen.findByText('Importing A list…')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
});

it('loads the sample list by one key, with the custom fields that it names', async () => {
  const page = open({
    'app/offer-sample-list': { file: { token: 'sample', name: 'sample-list.csv' } },
    'contacts/preview-import': {
      fileName: 'sample-list.csv',
      sizeBytes: 500,
      columns: [
        { header: 'Cell Phone', target: 'phone' },
        { header: 'City', target: null },
        { header: 'custom_field_polling_place', target: null },
      ],
      rows: [],
    },
    'campaign/add-field': { fieldId: 5 },
  });
  await screen.findByRole('button', { name: 'Load the sample list' });
  await page.user.keyboard('s');
  expect(await screen.findByRole('heading', { level: 1, name: 'Importing Sample list…' })).toBeTruthy();
  expect(page.bridge.askedFor('campaign/add-field')).toEqual([
    { intentId: expect.any(String), slug: 'polling_place', title: 'Polling place' },
  ]);
  expect(page.bridge.askedFor('contacts/start-import')).toEqual([
    { intentId: expect.any(String), file: 'sample', listName: 'Sample list', columns: ['phone', null, 'field:5'] },
  ]);
});

it('keeps what was chosen for the columns while one is elsewhere', async () => {
  const page = open();
  await chooseFile(page);
  await screen.findByRole('table');
  await page.user.selectOptions(fills('Ward'), 'Polling place');
  act(() => void page.store.dispatch(wentTo({ screen: 'today' })));
  await screen.findByText('today');
  act(() => void page.store.dispatch(wentTo({ screen: 'contacts' })));
  await screen.findByRole('table');
  expect(fills('Ward').value).toBe('field:5');
});
