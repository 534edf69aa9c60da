import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Papa from 'papaparse';
import { exportOutcome, importOutcome } from '../../shared/contract/contacts.ts';
import { type Bank, outcomeOfJob } from './bank.ts';
import { header } from './list-file.ts';

export interface Imported {
  readonly listId: number;
  readonly contacts: number;
  readonly rejected: number;
}

/** Brings the list in as an admin does, and holds what was taken and what was left out against what was written. */
export async function importList(bank: Bank, folder: string): Promise<Imported> {
  const { link, list, log, owner } = bank;
  const path = join(folder, 'spring list.csv');
  writeFileSync(path, list.csv);
  const { fieldId } = await owner.must('campaign/add-field', {
    intentId: randomUUID(),
    slug: 'polling_place',
    title: 'Polling place',
  });
  const file = await link.register(path);
  const preview = await owner.must('contacts/preview-import', { file });
  const columns = preview.columns.map(({ target }) => target);
  const expected = ['firstName', 'lastName', 'phone', 'email', `field:${fieldId}`];
  if (!isDeepStrictEqual(columns, expected)) {
    throw new Error(`the preview takes the columns for ${columns.join(', ')}, not ${expected.join(', ')}`);
  }

  const start = { intentId: randomUUID(), file, listName: 'Spring list', columns };
  const { jobId, listId } = await owner.must('contacts/start-import', start);
  const outcome = importOutcome.parse(await outcomeOfJob(bank, 'the import to end', jobId));
  if ('error' in outcome) throw new Error(`the list was not imported: ${outcome.error.code}`);
  if (outcome.rowsRead !== list.rows) log.complaints.push(`${outcome.rowsRead} rows were read, not ${list.rows}`);
  if (outcome.added !== list.contacts.length) {
    log.complaints.push(`${outcome.added} contacts were added, not ${list.contacts.length}`);
  }
  for (const [reason, count] of Object.entries(list.leftOut)) {
    const found = outcome.leftOut[reason as keyof typeof list.leftOut] ?? 0;
    if (found !== count) log.complaints.push(`${found} rows were left out as ${reason}, not ${count}`);
  }
  const rejected = Object.values(outcome.leftOut).reduce((sum, count) => sum + (count ?? 0), 0);
  await exportLeftOut(bank, outcome.importId, join(folder, 'left out.csv'));
  return { listId, contacts: outcome.added + outcome.updated + outcome.unchanged, rejected };
}

/** The rows that could not be used, with their reasons, as a file that can be mended. */
async function exportLeftOut(bank: Bank, importId: number, path: string): Promise<void> {
  const { link, list, log, owner } = bank;
  const file = await link.register(path);
  const { jobId } = await owner.must('contacts/export-left-out', { intentId: randomUUID(), importId, file });
  const outcome = exportOutcome.parse(await outcomeOfJob(bank, 'the left-out rows to be written', jobId));
  if ('error' in outcome) throw new Error(`the left-out rows were not written: ${outcome.error.code}`);
  const [head = [], ...rows] = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  }).data;
  const total = Object.values(list.leftOut).reduce((sum, count) => sum + count, 0);
  if (rows.length !== total) log.complaints.push(`${rows.length} left-out rows were exported, not ${total}`);
  if (!isDeepStrictEqual(head.slice(0, header.length), [...header])) {
    log.complaints.push('the left-out rows are not exported under the header of their file');
  }
}
