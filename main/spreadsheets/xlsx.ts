import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { CellValue, ColumnDef } from 'hucre/xlsx';
import { ok, type Result } from '../../shared/result.ts';
import { createBreather } from './breather.ts';
import { type Cell, cleanText } from './cell.ts';
import { type Column, columnsOf, type Header } from './column.ts';
import type { NotWritable } from './refusal.ts';
import { openTarget, type Target } from './target.ts';
import type { SheetWriter } from './writer.ts';
import { wallTime } from './zoned-time.ts';

/** Excel calls a file damaged in which a cell holds more, in UTF-16 code units. */
const longestCell = 32_767;

/** As many as Excel reads. */
const excelRows = 1_048_576;

/** Rows that wait between whoever writes them and the compressor. */
const rowsInFlight = 256;

/**
 * A cell is typed: text is never read as a formula, so it needs no mark. Text that looks like one of the format's own
 * escapes (`_x0041_`) has its underscore escaped, or Excel would show something else.
 */
function xlsxCell(cell: Cell): CellValue {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell !== null && typeof cell === 'object') return wallTime(cell);
  const text = cell === null ? '' : cleanText(cell);
  return text === '' ? null : escaped(shortened(text));
}

/** A time as it is read the same way everywhere, and as wide as that takes. */
const timeFormat = 'yyyy-mm-dd hh:mm:ss';
const narrowest = 12;
const widestTitle = 40;

function xlsxColumn({ title, width, holdsTimes }: Column): ColumnDef {
  const header = escaped(shortened(cleanText(title)));
  const forTitle = Math.min(widestTitle, Math.max(narrowest, title.length + 2));
  const forCells = width ?? (holdsTimes ? timeFormat.length + 2 : 0);
  return { header, width: Math.max(forTitle, forCells), ...(holdsTimes && { numFmt: timeFormat }) };
}

/** Cut text ends with an ellipsis, and never within a character. */
function shortened(text: string): string {
  if (text.length <= longestCell) return text;
  return `${text.slice(0, longestCell - 1).replace(/\p{Surrogate}$/u, '')}…`;
}

function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

async function* breathingBetween(rows: AsyncIterable<CellValue[]>): AsyncGenerator<CellValue[]> {
  const breathe = createBreather();
  for await (const row of rows) {
    await breathe();
    yield row;
  }
}

async function pour(chunks: AsyncIterable<Uint8Array>, target: Target): Promise<void> {
  for await (const chunk of chunks) await target.append(chunk);
}

/**
 * Opens an XLSX file. Its memory does not grow with its rows. What is beyond Excel's 1,048,576 rows goes on in a further
 * sheet (`Contacts_2`) under the same header, which stays in sight; longer cells than Excel takes are cut. Times are
 * dates that can be counted with, as the clock of their zone shows them.
 * @throws Error for a sheet name that Excel forbids, or, from the writer, when one sheet's XML is beyond 4 GiB.
 */
export async function openXlsx(
  path: string,
  sheetName: string,
  header: Header,
  rowsPerSheet: number = excelRows,
): Promise<Result<SheetWriter, NotWritable>> {
  // Few exports are made, and every start would wait for the package.
  const { writeXlsxStream } = await import('hucre/xlsx');
  const rows = new PassThrough({ objectMode: true, highWaterMark: rowsInFlight });
  // What went wrong is told by `pouring`; an error without a listener would end the program.
  rows.on('error', () => {});
  const columns = columnsOf(header).map(xlsxColumn);
  const options = { name: sheetName, columns, freezePane: { rows: 1 }, maxRowsPerSheet: rowsPerSheet };
  const workbook = writeXlsxStream(breathingBetween(rows), options);

  const opened = await openTarget(path);
  if (!opened.ok) return opened;
  const target = opened.value;
  let failure: unknown = null;
  let hasEnded = false;
  const pouring = pour(workbook, target).catch((thrown: unknown) => {
    failure = thrown;
    // Whoever waits for room must not wait for ever.
    rows.destroy(new Error('the file cannot be written'));
  });

  async function end(): Promise<void> {
    hasEnded = true;
    await pouring;
    await target.discard();
  }

  return ok({
    write: async (row) => {
      if (hasEnded) throw new Error('a row for a file that has ended');
      if (failure !== null) throw failure;
      if (rows.write(row.map(xlsxCell))) return;
      await once(rows, 'drain').catch(() => {});
      if (failure !== null) throw failure;
    },
    finish: async () => {
      if (hasEnded) throw new Error('a file is finished twice');
      rows.end();
      await pouring;
      if (failure !== null) {
        await end();
        throw failure;
      }
      hasEnded = true;
      await target.commit();
    },
    abandon: async () => {
      if (hasEnded) return;
      rows.destroy(new Error('abandoned'));
      await end();
    },
  });
}
