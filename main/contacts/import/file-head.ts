/**
 * What the beginning of a file tells of the whole: whether it is a list at all, what stands between its cells, and which
 * row is its header. The preview and the import ask the same question of the same bytes, so what a person has agreed to
 * in the one is what happens in the other.
 *
 * A file may have no header. A first row with a phone in it is taken for the first contact and not lost; its columns
 * are then named A, B, C, as a spreadsheet names them.
 */
import { basename } from 'node:path';
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type CsvRow, createRowReader } from './records.ts';
import { holdsPhone } from './spreadsheet-phone.ts';
import { createTextReader } from './text.ts';

export interface FileHead {
  readonly delimiter: string;
  /** One name for each column; letters where the file has none. */
  readonly header: readonly string[];
  /** The line of the header; null in a file without one. Blank lines above it are no rows. */
  readonly headerLine: number | null;
  /** The rows that are whole within these bytes, without the header. */
  readonly rows: readonly CsvRow[];
}

export type FileProblem =
  | 'contacts/file-unreadable'
  | 'contacts/not-csv'
  | 'contacts/empty-file'
  | 'contacts/line-too-long';

/** How much of a file is read before it is judged, in bytes. */
export const headBytes = 256 * 1024;

const delimiters = [',', ';', '\t', '|'];

/** How files begin that are no text, whatever their name says. */
const magics = [
  'PK\u0003\u0004',
  '%PDF',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u001f\u008b',
  '\u00d0\u00cf\u0011\u00e0',
  '{\\rtf',
];

/** Judges the first bytes of a file. `isWhole` says that there are no more. */
export function readFileHead(path: string, bytes: Buffer, isWhole: boolean): Result<FileHead, AppError<FileProblem>> {
  const file = basename(path);
  const beginning = bytes.toString('latin1', 0, 8);
  if (magics.some((magic) => beginning.startsWith(magic))) return err(appError('contacts/not-csv', { file }));
  const text = createTextReader().read(bytes, isWhole);
  if (text.includes('\0')) return err(appError('contacts/not-csv', { file }));
  const delimiter = delimiterOf(text, isWhole);
  const rows = createRowReader(delimiter).read(text, isWhole);
  const first = rows.findIndex(({ cells }) => !isBlank(cells));
  const firstRow = rows[first];
  if (firstRow === undefined) {
    return err(
      isWhole ? appError('contacts/empty-file', { file }) : appError('contacts/line-too-long', { file, line: 1 }),
    );
  }
  const hasHeader = !firstRow.cells.some(holdsPhone);
  const below = rows.slice(hasHeader ? first + 1 : first);
  if (isWhole && below.every(({ cells }) => isBlank(cells))) return err(appError('contacts/empty-file', { file }));
  return ok({
    delimiter,
    header: hasHeader
      ? firstRow.cells.map((cell) => cell.trim())
      : firstRow.cells.map((_cell, index) => letters(index)),
    headerLine: hasHeader ? firstRow.line : null,
    rows: below,
  });
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

/** The column that holds phones, by what is in it, for headers that do not say; -1 when less than half of it is phones. */
export function findPhoneColumn({ header, rows }: FileHead): number {
  const sample = rows.slice(0, 50).filter(({ cells }) => !isBlank(cells));
  const counts = header.map((_name, column) => sample.filter(({ cells }) => holdsPhone(cells[column] ?? '')).length);
  const best = Math.max(...counts);
  return best > 0 && best * 2 >= sample.length ? counts.indexOf(best) : -1;
}

/** The one that cuts most rows into as many cells as the first; of several, the one with the most cells. A comma else. */
function delimiterOf(text: string, isWhole: boolean): string {
  const sampleLength = 64 * 1024;
  const sample = text.slice(0, sampleLength);
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of delimiters) {
    const rows = createRowReader(delimiter)
      .read(sample, isWhole && text.length <= sampleLength)
      .slice(0, 50)
      .filter(({ cells }) => !isBlank(cells));
    const width = rows[0]?.cells.length ?? 1;
    if (width === 1) continue;
    const share = rows.filter(({ cells }) => cells.length === width).length / rows.length;
    if (share > best.share || (share === best.share && width > best.width)) best = { delimiter, share, width };
  }
  return best.delimiter;
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
