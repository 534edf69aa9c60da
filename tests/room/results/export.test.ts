import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, it, vi } from 'vitest';
import { sentenceOf } from '../../../shared/sentences/index.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { openWorld, type World } from './world.ts';

const formula = '=HYPERLINK("http://127.0.0.1/","click")';
const longReply = 'Yes, "sure" 🙂\nשלום';

type Rows = (string | number | null)[][];

/** What a spreadsheet program makes of the file, header first; empty cells are null. */
function readSheet(path: string, format: 'csv' | 'xlsx'): Rows {
  if (format === 'xlsx') {
    const { Sheets, SheetNames } = read(readFileSync(path));
    return utils.sheet_to_json(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1, defval: null });
  }
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8').trimEnd(), { delimiter: ',', newline: '\r\n' });
  return data.map((row) => row.map((cell) => cell || null));
}

/** An action with four contacts: one who talked, one whom the carrier refused, one left out, one nobody has texted. */
function smallWorld(world: World) {
  const actionId = world.addAction();
  const scriptId = world.addScript('Hello');
  const fieldId = world.addField('Shoe size');
  const who = { first_name: formula, last_name: '@Ana', email: 'ana@example.org', zip: '02139', state: 'MA' };
  const talked = world.addContact(actionId, who);
  world.addValue(talked, fieldId, '-1+1');
  const textId = world.addText(actionId, talked, { status: 'delivered', scriptId, text: 'Hi', minute: 1 });
  // The carrier's clock knows whole seconds only, and its second may have begun before the text left.
  world.addReply(actionId, talked, 'first', 0, textId);
  world.addReply(actionId, talked, longReply, 60, textId);
  world.addText(actionId, talked, { kind: 'follow-up', state: 'queued', minute: 61, text: '+1 thanks' });
  const refused = world.addContact(actionId, { first_name: 'Cy' });
  world.addText(actionId, refused, { state: 'refused', refusalCode: 21610, scriptId });
  world.optOut(refused, 'carrier');
  const leftOut = world.addContact(actionId, { first_name: 'Di' }, { state: 'left-out', reason: 'unreachable' });
  const free = world.addContact(actionId, { first_name: 'Ed' }, { state: 'unassigned' });
  return { actionId, talked, refused, leftOut, free };
}

/** Contacts of the action, named in order, in one transaction. */
function addMany(world: World, actionId: number, count: number): void {
  world.store.write((tx) => {
    const counting = `WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n + 1 < :count)`;
    const contacts = `INSERT INTO contact (id, phone, first_name, zone_set_id, created_at)
      ${counting} SELECT n + 1, printf('+1202555%04d', n), 'Ana ' || n, 1, 0 FROM n`;
    tx.run(contacts, { count });
    const assignments = `INSERT INTO assignment (action_id, contact_id, zone_set_id) SELECT :actionId, id, 1 FROM contact`;
    tx.run(assignments, { actionId });
  });
}

function jobIdOf(started: ReturnType<World['startExport']>): number {
  if (!started.ok) throw new Error(started.error.code);
  return started.value.jobId;
}

const nothing = (count: number): null[] => Array.from({ length: count }, () => null);

describe.each(['csv', 'xlsx'] as const)('an export as %s', (format) => {
  const mark = format === 'csv' ? "'" : '';
  const number = (n: number): string | number => (format === 'csv' ? String(n) : n);
  /** A time by the clock in New York in winter: with its offset in CSV, as a date in XLSX. */
  const time = (wall: string): unknown => {
    const iso = wall.replace(' ', 'T');
    const days = (Date.parse(`${iso}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return format === 'csv' ? `${iso}-05:00` : expect.closeTo(days, 8);
  };

  it('of contacts has a row for each contact of the action, and its custom fields', async () => {
    const world = await openWorld();
    const { actionId, talked, refused, leftOut, free } = smallWorld(world);
    world.addContact(world.addAction(), { first_name: 'Elsewhere' });
    const path = join(temporaryFolder(), 'contacts');
    const job = await world.export({ actionId, report: 'contacts', format, path });
    expect(job).toMatchObject({ state: 'done', outcome: { rows: 4 }, done: 4, total: 4 });

    const [header, ...rows] = readSheet(path, format);
    const row = (cells: Readonly<Record<string, unknown>>) => header?.map((title) => cells[title ?? ''] ?? null);
    expect(rows).toEqual([
      row({
        'First name': `${mark}${formula}`,
        'Last name': `${mark}@Ana`,
        Phone: world.phoneOf(talked),
        Email: 'ana@example.org',
        'ZIP code': '02139',
        State: 'MA',
        'Assigned to': 'Bo Invented',
        Texter: 'Bo Invented',
        'Initial message': 'sent',
        'Carrier status': 'delivered',
        'Initial script': 'Hello',
        'Sent at (America/New_York)': time('2026-03-02 10:01:00'),
        Replied: 'yes',
        'Last reply': longReply,
        'Last reply at (America/New_York)': time('2026-03-02 11:00:00'),
        'Opted out': 'no',
        'Shoe size': `${mark}-1+1`,
      }),
      row({
        'First name': 'Cy',
        Phone: world.phoneOf(refused),
        'Assigned to': 'Bo Invented',
        Texter: 'Bo Invented',
        'Initial message': 'refused by the carrier',
        'Error code': number(21610),
        'Initial script': 'Hello',
        Replied: 'no',
        'Opted out': 'yes',
        'How opted out': 'at the carrier',
      }),
      row({
        'First name': 'Di',
        Phone: world.phoneOf(leftOut),
        'Assigned to': 'Bo Invented',
        'Initial message': 'left out: takes no texts',
        Replied: 'no',
        'Opted out': 'no',
      }),
      row({
        'First name': 'Ed',
        Phone: world.phoneOf(free),
        'Initial message': 'not texted yet',
        Replied: 'no',
        'Opted out': 'no',
      }),
    ]);
    expect(header).toHaveLength(19);
  });

  it('of contacts names as texter who texted them, and whose they are now beside that', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    const texted = world.addContact(actionId, { first_name: 'Ana' });
    world.addText(actionId, texted);
    world.addContact(actionId, { first_name: 'Ben' }, { state: 'claimed' });
    const dee = world.addUser('Dee', 'Invented');
    world.store.write((tx) => tx.run('UPDATE assignment SET user_id = ?', dee));
    const path = join(temporaryFolder(), 'contacts');
    await world.export({ actionId, report: 'contacts', format, path });
    const [header = [], ...rows] = readSheet(path, format);
    const cells = rows.map((row) => ['First name', 'Assigned to', 'Texter'].map((title) => row[header.indexOf(title)]));
    expect(cells).toEqual([
      ['Ana', 'Dee Invented', 'Bo Invented'],
      ['Ben', 'Dee Invented', null],
    ]);
  });

  it('of messages has what both sides wrote, conversation by conversation and in order', async () => {
    const world = await openWorld();
    const { actionId, talked, refused } = smallWorld(world);
    world.addText(world.addAction(), talked, { text: 'elsewhere' });
    const path = join(temporaryFolder(), 'messages');
    expect(await world.export({ actionId, report: 'messages', format, path })).toMatchObject({ outcome: { rows: 5 } });
    const to = ['to contact', `${mark}${formula} @Ana`, world.phoneOf(talked), '+12025550199', 'Bo Invented'];
    const from = ['from contact', `${mark}${formula} @Ana`, world.phoneOf(talked), '+12025550199', null, null];
    const toRefused = ['to contact', 'Cy', world.phoneOf(refused), '+12025550199', 'Bo Invented'];
    const one = number(1);
    expect(readSheet(path, format)).toEqual([
      [
        'At (America/New_York)',
        'Direction',
        'Contact',
        'Phone',
        'Our number',
        'Texter',
        'Script',
        'Text',
        'Segments',
        'Text state',
        'Carrier status',
        'Error code',
      ],
      [time('2026-03-02 10:01:00'), ...to, 'Hello', 'Hi', one, 'sent', 'delivered', null],
      [time('2026-03-02 10:00:00'), ...from, 'first', ...nothing(4)],
      [time('2026-03-02 11:00:00'), ...from, longReply, ...nothing(4)],
      [time('2026-03-02 11:01:00'), ...to, null, `${mark}+1 thanks`, one, 'waiting to be sent', null, null],
      [
        time('2026-03-02 10:00:00'),
        ...toRefused,
        'Hello',
        'Hi Ana',
        one,
        'refused by the carrier',
        null,
        number(21610),
      ],
    ]);
  });

  it('goes through every page of contacts once', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    // Full pages only: that there is no further one turns out when an empty one is read.
    addMany(world, actionId, 1_000);
    const path = join(temporaryFolder(), 'contacts');
    const job = await world.export({ actionId, report: 'contacts', format, path });
    expect(job).toMatchObject({ outcome: { rows: 1_000 }, done: 1_000, total: 1_000 });
    const names = readSheet(path, format)
      .slice(1)
      .map(([first]) => first);
    expect(names).toEqual(Array.from({ length: 1_000 }, (_, n) => `Ana ${n}`));
  });

  it('that is cancelled leaves no file, and what had its name as it was', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    addMany(world, actionId, 20_000);
    const folder = temporaryFolder();
    const path = join(folder, 'contacts');
    writeFileSync(path, 'as it was');
    const jobId = jobIdOf(world.startExport({ actionId, report: 'contacts', format, path }));
    await vi.waitFor(() => expect(world.jobs.find(jobId)?.done).toBeGreaterThan(0), { timeout: 30_000, interval: 1 });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(world.jobs.cancel(jobId, 1)).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(world.jobs.find(jobId)?.state).toBe('cancelled'), 30_000);
    expect(readdirSync(folder)).toEqual(['contacts']);
    expect(readFileSync(path, 'utf8')).toBe('as it was');
  });

  it('of an action without contacts has its header', async () => {
    const world = await openWorld();
    const path = join(temporaryFolder(), 'contacts');
    const job = await world.export({ actionId: world.addAction('draft'), report: 'contacts', format, path });
    expect(job).toMatchObject({ state: 'done', outcome: { rows: 0 } });
    expect(readSheet(path, format)).toHaveLength(1);
  });
});

describe('an export', () => {
  it('whose file cannot be written ends with the reason, in words, and without its folder', async () => {
    const world = await openWorld();
    const path = join(temporaryFolder(), 'gone', 'contacts.csv');
    const job = await world.export({ actionId: world.addAction(), report: 'contacts', format: 'csv', path });
    const error = { code: 'spreadsheets/not-writable', kind: 'input', params: { file: 'contacts.csv' } } as const;
    expect(job).toMatchObject({ state: 'done', outcome: { error } });
    expect(sentenceOf(error, 'en')).toContain('“contacts.csv”');
  });

  it('whose file cannot take its place at the end ends with the reason, too', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    addMany(world, actionId, 5_000);
    const folder = temporaryFolder();
    const path = join(folder, 'contacts.csv');
    const jobId = jobIdOf(world.startExport({ actionId, report: 'contacts', format: 'csv', path }));
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 30_000, interval: 1 });
    mkdirSync(path);
    await vi.waitFor(() => expect(world.jobs.find(jobId)?.state).toBe('done'), 30_000);
    const outcome = JSON.parse(world.jobs.find(jobId)?.outcome ?? '') as unknown;
    expect(outcome).toMatchObject({ error: { code: 'spreadsheets/not-writable' } });
    expect(readdirSync(folder)).toEqual(['contacts.csv']);
  });

  it('that the engine’s end cut off is begun again by the next one', async () => {
    const world = await openWorld();
    const actionId = world.addAction();
    addMany(world, actionId, 5_000);
    const folder = temporaryFolder();
    const path = join(folder, 'contacts.csv');
    const jobId = jobIdOf(world.startExport({ actionId, report: 'contacts', format: 'csv', path }));
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 30_000, interval: 1 });
    await world.jobs.stop();
    expect(world.jobs.find(jobId)?.state).toBe('running');
    expect(readdirSync(folder)).toEqual([]);
    const next = world.nextEngine();
    next.resume();
    await vi.waitFor(() => expect(next.find(jobId)?.state).toBe('done'), 30_000);
    expect(readSheet(path, 'csv')).toHaveLength(5_001);
  });

  it('is refused for an action that does not exist, and for a file that nobody chose', async () => {
    const world = await openWorld();
    const asked = { report: 'contacts', format: 'csv', path: '/nowhere' } as const;
    expect(world.startExport({ actionId: 7, ...asked })).toMatchObject({ error: { code: 'actions/not-found' } });
    const unknownFile = world.startExport({ actionId: world.addAction(), ...asked, path: null });
    expect(unknownFile).toMatchObject({ error: { code: 'serve/file-not-registered' } });
  });
});
