import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zonesByAreaCode } from '../../main/contacts/import/area-codes.ts';

/** Builders of contact lists. All people are invented, and nobody answers behind the exchange 555. */
const areaCodes = [...zonesByAreaCode.keys()];
const firstNames = ['Ana', 'Ben', 'Chloë', 'Diego', 'Esperanza', 'Farah', 'Grace', 'Hyun'];
const lastNames = ['Alvarez', 'Brook', "O'Neil", 'Dos Santos', 'Eze', 'Fischer', 'Garza', 'Hall'];

/** The n-th invented phone, from 0, each different: the fictional lines 01xx of every area code, then other lines of 555. */
export function inventedPhone(n: number): string {
  const line = 100 + Math.floor(n / areaCodes.length);
  return `+1${areaCodes[n % areaCodes.length]}555${String(line).padStart(4, '0')}`;
}

/** The same as people write it, in five ways. */
export function writtenPhone(n: number): string {
  const phone = inventedPhone(n);
  const [area, exchange, line] = [phone.slice(2, 5), phone.slice(5, 8), phone.slice(8)];
  const ways = [
    phone,
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}${exchange}${line}`,
    `1.${area}.${exchange}.${line}`,
  ];
  return ways[n % ways.length] ?? phone;
}

export interface CsvOptions {
  readonly delimiter?: string;
  readonly newline?: string;
}

/** Text of a list, each cell quoted that has to be. */
export function csvOf(
  rows: readonly (readonly string[])[],
  { delimiter = ',', newline = '\n' }: CsvOptions = {},
): string {
  const cell = (text: string): string =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

export const peopleHeader = ['First Name', 'Last Name', 'Cell Phone', 'Email', 'Zip', 'State'];
export const peopleColumns = ['firstName', 'lastName', 'phone', 'email', 'zip', 'state'] as const;

/** The n-th invented person, from 0, as a row under `peopleHeader`. */
export function personRow(n: number): string[] {
  const firstName = firstNames[n % firstNames.length] ?? '';
  const lastName = lastNames[Math.floor(n / firstNames.length) % lastNames.length] ?? '';
  const zip = String(10_000 + ((n * 7) % 89_000));
  return [firstName, lastName, writtenPhone(n), `person${n}@example.org`, zip, n % 3 === 0 ? 'NY' : ''];
}

/** A list of invented people with `peopleHeader`. */
export function peopleCsv(count: number, firstPerson = 0): string {
  return csvOf([peopleHeader, ...Array.from({ length: count }, (_none, n) => personRow(firstPerson + n))]);
}

/** Writes a list into a folder; gives its path. */
export function writeList(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
