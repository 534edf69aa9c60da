import Papa from 'papaparse';

/** One row of a list, as a spreadsheet shows it. */
export interface CsvRow {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly cells: readonly string[];
  /** The quotes of the row do not close, or close in the middle of a cell. */
  readonly isBroken: boolean;
}

/** A row that is longer than this is no row of contacts, in characters: most likely a quote is not closed. */
export const longestRow = 1_000_000;

/**
 * Cuts text into rows, block by block, holding no more than a block and one row. A row whose quotes are wrong is given
 * up at the end of its first line and reading goes on with the next one, so that one stray quote does not swallow the
 * people below it.
 */
export interface RowReader {
  /** Gives the rows that are whole. The text has line feeds for all line breaks. */
  read(text: string, isLast: boolean): CsvRow[];
  /** The row that is being read, when it is too long to be one; null otherwise. */
  tooLongAt(): number | null;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row: number }[];
  readonly meta: { readonly cursor: number };
}

export function createRowReader(delimiter: string): RowReader {
  let rest = '';
  let line = 0;

  function read(text: string, isLast: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    rest += text;
    const parsed = new Papa.Parser({ delimiter, newline: '\n' }).parse(rest, 0, !isLast) as Parsed;
    if (parsed.errors.some(({ row }) => row < parsed.data.length)) readCarefully(rows, isLast);
    else {
      for (const cells of parsed.data) push(rows, cells, false);
      rest = rest.slice(parsed.meta.cursor);
    }
    // What follows the last line break is no row when nothing does.
    if (isLast && rows.at(-1)?.cells.length === 1 && rows.at(-1)?.cells[0] === '') rows.pop();
    return rows;
  }

  function push(rows: CsvRow[], cells: readonly string[], isBroken: boolean): void {
    line += 1;
    rows.push({ line, cells, isBroken });
  }

  function readCarefully(rows: CsvRow[], isLast: boolean): void {
    for (;;) {
      let end = 0;
      let isBroken = false;
      const parser = new Papa.Parser({
        delimiter,
        newline: '\n',
        fastMode: false,
        step: (result) => {
          const { data, errors, meta } = result as unknown as Parsed;
          isBroken = errors.length > 0;
          if (isBroken) return parser.abort();
          for (const cells of data) push(rows, cells, false);
          end = meta.cursor;
        },
      });
      parser.parse(rest, 0, !isLast);
      rest = rest.slice(end);
      if (!isBroken) return;
      const lineEnd = rest.indexOf('\n');
      const brokenLine = lineEnd === -1 ? rest : rest.slice(0, lineEnd);
      push(rows, brokenLine.split(delimiter), true);
      rest = lineEnd === -1 ? '' : rest.slice(lineEnd + 1);
    }
  }

  return { read, tooLongAt: () => (rest.length > longestRow ? line + 1 : null) };
}
