import { z } from 'zod';
import type { ExportOutcome } from '../../shared/contract/contacts.ts';
import type { Work } from '../jobs/index.ts';
import { openCsv, SheetRefusal, type SheetWriter } from '../spreadsheets/index.ts';
import type { Store } from '../store/index.ts';
import { findHeader, pageOfLeftOut } from './import-queries.ts';
import { leftOutInWords } from './left-out-words.ts';

export const leftOutJob = 'contacts/export-left-out';

export const leftOutInput = z.object({ importId: z.int(), path: z.string() });

/** The column that says why. It fills nothing when the file is imported again. */
const reasonColumn = 'left_out_because';

const rowsPerPage = 200;

/**
 * Writes the rows that an import could not use under the header that they came with, and the reason of each behind
 * them, as CSV that can be mended in any spreadsheet and imported again. The file appears when it is whole.
 */
export function createLeftOutWork(store: Store): Work {
  return async ({ input, signal, report }): Promise<ExportOutcome> => {
    const { importId, path } = leftOutInput.parse(input);
    const header = headerOf(store, importId);
    const opened = await openCsv(path, [...header.cells.slice(0, header.width), reasonColumn]);
    if (!opened.ok) return { error: opened.error };
    const sheet = opened.value;
    try {
      const rows = await writeRows(sheet, header, importId);
      await sheet.finish();
      return { rows };
    } catch (thrown) {
      await sheet.abandon();
      if (thrown instanceof SheetRefusal) return { error: thrown.error };
      throw thrown;
    }

    async function writeRows(sheet: SheetWriter, header: FileHeader, importId: number): Promise<number> {
      let rows = 0;
      for (let after = 0; ; ) {
        const page = store.look((reader) => pageOfLeftOut(reader, importId, after, rowsPerPage));
        for (const row of page) {
          signal.throwIfAborted();
          await sheet.write(
            exportedRow(JSON.parse(row.cells) as string[], header, leftOutInWords(row.reason, row.earlierLine)),
          );
        }
        rows += page.length;
        report({ done: rows, total: null });
        const last = page.at(-1);
        if (last === undefined) return rows;
        after = last.line;
      }
    }
  };
}

interface FileHeader {
  readonly cells: readonly string[];
  /** Columns of the list itself. */
  readonly width: number;
}

/** The header of the file, and how much of it is not the column that an earlier export has added. */
function headerOf(store: Store, importId: number): FileHeader {
  const cells = JSON.parse(store.look((reader) => findHeader(reader, importId)) ?? '[]') as string[];
  return { cells, width: cells.at(-1) === reasonColumn ? cells.length - 1 : cells.length };
}

/** As many cells as the header has, then the reason. Cells that a broken row has too many come behind it: none is lost. */
function exportedRow(cells: readonly string[], { cells: header, width }: FileHeader, reason: string): string[] {
  const named = Array.from({ length: width }, (_none, column) => cells[column] ?? '');
  return [...named, reason, ...cells.slice(header.length)];
}
