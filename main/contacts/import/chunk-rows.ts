import { cellEnd, type RowChunk } from './messages.ts';

/** What fills a custom field. */
export interface FieldText {
  readonly fieldId: number;
  readonly text: string;
}

/** A chunk as it is read on the engine's thread: each cell by its row. */
export interface ChunkRows {
  readonly phone: (row: number) => string;
  readonly firstName: (row: number) => string;
  readonly lastName: (row: number) => string;
  readonly email: (row: number) => string;
  readonly zip: (row: number) => string;
  readonly state: (row: number) => string;
  readonly values: (row: number) => readonly FieldText[];
}

const noValues: readonly FieldText[] = [];

export function rowsOf(chunk: RowChunk): ChunkRows {
  return {
    phone: column(chunk.phones),
    firstName: column(chunk.firstNames),
    lastName: column(chunk.lastNames),
    email: column(chunk.emails),
    zip: column(chunk.zips),
    state: column(chunk.states),
    values: valuesByRow(chunk.values),
  };
}

function column(joined: string): (row: number) => string {
  const cells = joined.split(cellEnd);
  return (row) => cells[row] ?? '';
}

function valuesByRow({ rows, fieldIds, texts }: RowChunk['values']): (row: number) => readonly FieldText[] {
  const text = column(texts);
  const byRow = new Map<number, FieldText[]>();
  rows.forEach((row, place) => {
    const value = { fieldId: fieldIds[place] ?? 0, text: text(place) };
    const values = byRow.get(row);
    if (values === undefined) byRow.set(row, [value]);
    else values.push(value);
  });
  return (row) => byRow.get(row) ?? noValues;
}
