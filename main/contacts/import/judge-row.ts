import type { ColumnTarget, LeftOutReason } from '../../../shared/contract/contacts.ts';
import type { E164 } from '../../../shared/domain/phone.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isBlank } from './file-head.ts';
import { createPhoneSet } from './phone-set.ts';
import { type PlaceZones, zonesOf } from './place.ts';
import type { CsvRow } from './records.ts';
import { readPhoneCell } from './spreadsheet-phone.ts';
import { stateCodeOf } from './states.ts';

/** A row that can be kept. What the file does not say is empty. */
export interface ReadyRow {
  readonly phone: E164;
  /** Those of the phone, its country code included. */
  readonly digits: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** Five digits, or empty. */
  readonly zip: string;
  /** Two capital letters, or empty. */
  readonly state: string;
  readonly place: PlaceZones;
  readonly values: readonly { readonly fieldId: number; readonly text: string }[];
}

/** Why a row cannot be kept, and for a `duplicate` the earlier row that has its phone. */
export interface RowProblem {
  readonly reason: LeftOutReason;
  readonly earlierLine: number | null;
}

/**
 * The rule by which rows are kept or left out, for one file. It remembers the phones that it has let pass, so that the
 * second row with one is left out: whoever made the file meant one of the two, and the first is taken. An empty row,
 * such as spreadsheets leave below the last one, is no row: null.
 */
export function createRowJudge(
  columns: readonly (ColumnTarget | null)[],
  width: number,
): (row: CsvRow) => Result<ReadyRow, RowProblem> | null {
  const at = (wanted: ColumnTarget): number[] =>
    columns.flatMap((target, column) => (target === wanted ? [column] : []));
  const [phone, firstName, lastName, fullName] = [at('phone'), at('firstName'), at('lastName'), at('fullName')];
  const [email, zip, state, zone] = [at('email'), at('zip'), at('state'), at('zone')];
  const fields = columns.flatMap((target, column) =>
    target?.startsWith('field:') ? [{ column, fieldId: Number(target.slice('field:'.length)) }] : [],
  );
  const seen = createPhoneSet();

  const valuesOf = (cells: readonly string[]): ReadyRow['values'] =>
    fields.flatMap(({ column, fieldId }) => {
      const text = cleanCell(cells[column] ?? '');
      return text === '' ? [] : [{ fieldId, text }];
    });

  return ({ cells, isBroken, line }) => {
    if (isBroken) return leftOut('broken-row');
    if (cells.length > width && !isBlank(cells.slice(width))) return leftOut('broken-row');
    const found = phoneIn(cells, phone);
    if (!found.ok) return isBlank(cells) ? null : leftOut(found.error);
    const digits = Number(found.value.slice(1));
    const earlierLine = seen.add(digits, line);
    if (earlierLine !== null) return leftOut('duplicate', earlierLine);
    const parts = { firstName: firstText(cells, firstName), lastName: firstText(cells, lastName) };
    const isNameless = parts.firstName === '' && parts.lastName === '';
    const name = isNameless ? splitName(firstText(cells, fullName)) : parts;
    const where = {
      phone: found.value,
      zip: zipOf(firstText(cells, zip)),
      state: stateCodeOf(firstText(cells, state)),
    };
    return ok({
      phone: where.phone,
      digits,
      firstName: name.firstName,
      lastName: name.lastName,
      email: firstText(cells, email),
      zip: where.zip,
      state: where.state,
      place: zonesOf(where, firstText(cells, zone)),
      values: fields.length === 0 ? noValues : valuesOf(cells),
    });
  };
}

function leftOut(reason: LeftOutReason, earlierLine: number | null = null): Result<never, RowProblem> {
  return err({ reason, earlierLine });
}

const noValues: ReadyRow['values'] = [];

/** The first phone in any of the columns; else why the first cell that says anything is none. */
function phoneIn(cells: readonly string[], columns: readonly number[]): Result<E164, LeftOutReason> {
  let problem: LeftOutReason = 'no-phone';
  for (const column of columns) {
    const found = readPhoneCell(cells[column] ?? '');
    if (found.ok) return found;
    if (problem === 'no-phone') problem = found.error;
  }
  return err(problem);
}

function firstText(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const text = cleanCell(cells[column] ?? '');
    if (text !== '') return text;
  }
  return '';
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a text message has no place for control characters.
const untidy = /[\u0000-\u001f\u007f]|\s\s/;

/** What most cells are: nothing in them is to be made tidy. */
const tidyAlready = /^[A-Za-z0-9@.+_-]*$/;

/** One line without spaces around it, and without the mark that keeps a spreadsheet from running it. */
function cleanCell(cell: string): string {
  if (tidyAlready.test(cell)) return cell;
  const text = cell.trim();
  if (text === '') return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  const tidy = untidy.test(text) ? text.replace(/[\u0000-\u001f\u007f\s]+/g, ' ').trim() : text;
  return tidy.replace(formulaMark, '');
}

/** The apostrophe by which spreadsheets, and what we export, keep a text from being run as a formula. */
const formulaMark = /^'(?=[\s"'“”‘’`]*[=+\-@＝＋－＠])/;

/** What stands after a comma and is no first name. */
const suffix = /^\s*(?:jr|sr|i{2,3}|iv|md|phd|esq)\.?$/i;

/** `Ana María López` and `López, Ana María`. A single word is a first name. */
export function splitName(name: string): { firstName: string; lastName: string } {
  const comma = name.indexOf(',');
  if (comma >= 0 && !suffix.test(name.slice(comma + 1)))
    return { firstName: name.slice(comma + 1).trim(), lastName: name.slice(0, comma).trim() };
  const space = name.indexOf(' ');
  return space === -1
    ? { firstName: name, lastName: '' }
    : { firstName: name.slice(0, space), lastName: name.slice(space + 1).trim() };
}

/**
 * The first five digits of a ZIP. Spreadsheets take ZIPs for numbers, which costs them their leading zeros and gives them
 * a `.0`: three or four digits are the Northeast's and Puerto Rico's. Postal codes of other countries are not kept.
 */
export function zipOf(cell: string): string {
  const match = /^(\d{3,5})(?:\.0)?$/.exec(cell) ?? /^(\d{5})[- ]?\d{4}$/.exec(cell);
  return match?.[1]?.padStart(5, '0') ?? '';
}
