import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Bank, outcomeOfJob } from './bank.ts';
import { readSheet } from './read-sheet.ts';

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
      const found = (await readSheet(path)).length - 1;
      if (found !== told) log.complaints.push(`${report}.${format} has ${found} rows, and ${told} were told`);
      if (format === 'csv') rows[report] = found;
      else if (found !== rows[report])
        log.complaints.push(`${report}.xlsx has ${found} rows, ${report}.csv ${rows[report]}`);
    }
  }
  return rows;
}
