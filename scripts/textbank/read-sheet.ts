import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import Papa from 'papaparse';

/** The rows of a spreadsheet as people read them, its header first. @throws Error for a file that is no good sheet. */
export async function readSheet(path: string): Promise<readonly (readonly string[])[]> {
  return extname(path) === '.csv' ? readCsv(path) : readXlsx(path);
}

function readCsv(path: string): string[][] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${path} is no good CSV: ${errors[0]?.message}`);
  return data;
}

async function readXlsx(path: string): Promise<string[][]> {
  // Large, and needed at the end only.
  const { read, utils } = await import('@e965/xlsx');
  const { Sheets, SheetNames } = read(readFileSync(path));
  const sheet = Sheets[SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error(`${path} has no sheet`);
  return utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: false, raw: false, defval: '' });
}
