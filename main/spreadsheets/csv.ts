import { ok, type Result } from '../../shared/result.ts';
import { createBreather } from './breather.ts';
import { type Cell, cleanText, safeCell } from './cell.ts';
import { columnsOf, type Header } from './column.ts';
import type { NotWritable } from './refusal.ts';
import { openTarget } from './target.ts';
import type { SheetWriter } from './writer.ts';
import { isoTime } from './zoned-time.ts';

/** Without it, Excel on older desktops reads names with accents as if they were in the computer's own code page. */
const byteOrderMark = '\ufeff';

/** Characters that are gathered before the file is written to. */
const chunkLength = 64 * 1024;

/**
 * A cell as RFC 4180 has it. Semicolons, tabs and bars are quoted, too: readers that guess the separator count them.
 */
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (cell === null) return '';
  if (typeof cell === 'object') return isoTime(cell);
  const text = safeCell(cleanText(cell));
  return /[",;|\t\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvLine(row: readonly Cell[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/** Opens a CSV file: UTF-8 with a byte order mark, commas, CRLF, times in ISO 8601 with their offset, text cells made safe by `safeCell`. */
export async function openCsv(path: string, header: Header): Promise<Result<SheetWriter, NotWritable>> {
  const opened = await openTarget(path);
  if (!opened.ok) return opened;
  const target = opened.value;
  const breathe = createBreather();
  let gathered = byteOrderMark + csvLine(columnsOf(header).map(({ title }) => title));
  let hasEnded = false;

  async function flush(): Promise<void> {
    const chunk = gathered;
    gathered = '';
    await target.append(chunk);
  }

  return ok({
    write: async (row) => {
      if (hasEnded) throw new Error('a row for a file that has ended');
      gathered += csvLine(row);
      if (gathered.length >= chunkLength) await flush();
      await breathe();
    },
    finish: async () => {
      if (hasEnded) throw new Error('a file is finished twice');
      await flush();
      hasEnded = true;
      await target.commit();
    },
    abandon: async () => {
      if (hasEnded) return;
      hasEnded = true;
      await target.discard();
    },
  });
}
