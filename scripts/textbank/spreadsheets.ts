import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { type Bank, outcomeOfJob } from './bank.ts';

const exportOutcome = z.object({ rows: z.int() });
const reports = ['contacts', 'messages'] as const;
const formats = ['csv', 'xlsx'] as const;

/** Rows of a report, its header not counted. */
export type ExportedRows = Readonly<Record<(typeof reports)[number], number>>;

/** Writes both reports in both formats, reads them back, and holds the row counts against each other. */
export async function exportReports(bank: Bank, actionId: number, folder: string): Promise<ExportedRows> {
  const { link, log, owner } = bank;
  mkdirSync(folder, { recursive: true });
  const rows = { contacts: 0, messages: 0 };
  for (const report of reports) {
    for (const format of formats) {
      const path = join(folder, `${report}.${format}`);
      rmSync(path, { force: true });
      const file = await link.register(path);
      const order = { intentId: randomUUID(), actionId, report, format, file };
      const { jobId } = await owner.must('results/start-export', order);
      const outcome = await outcomeOfJob(bank, `${report}.${format} to be written`, jobId);
      const told = exportOutcome.parse(outcome).rows;
      const found = format === 'csv' ? rowsOfCsv(path) : await rowsOfXlsx(path);
      if (found !== told) log.complaints.push(`${report}.${format} has ${found} rows, and ${told} were told`);
      if (format === 'csv') rows[report] = found;
      else if (found !== rows[report])
        log.complaints.push(`${report}.xlsx has ${found} rows, ${report}.csv ${rows[report]}`);
    }
  }
  return rows;
}

function rowsOfCsv(path: string): number {
  const { data, errors } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${path} is no good CSV: ${errors[0]?.message}`);
  return data.length - 1;
}

async function rowsOfXlsx(path: string): Promise<number> {
  // Large, and needed at the end only.
  const { read, utils } = await import('@e965/xlsx');
  const { Sheets, SheetNames } = read(readFileSync(path));
  const sheet = Sheets[SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error(`${path} has no sheet`);
  return utils.sheet_to_json(sheet, { header: 1, blankrows: false }).length - 1;
}
