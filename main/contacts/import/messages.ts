import type { ColumnTarget, LeftOutReason } from '../../../shared/contract/contacts.ts';
import type { AppError } from '../../../shared/errors.ts';
import type { FileProblem } from './file-head.ts';

/**
 * What crosses the thread of an import. Columns instead of rows, and few long texts instead of many short ones: what is
 * copied here is copied on the engine's thread, too.
 */

/** What the worker is started with. */
export interface ImportOrder {
  readonly path: string;
  readonly columns: readonly (ColumnTarget | null)[];
}

/** Joins the cells of a column. No cell holds one: a cell is one line. */
export const cellEnd = '\n';

/** Rows that can be kept, and rows that cannot. */
export interface RowChunk {
  readonly count: number;
  /** Each the cells of one column, joined by `cellEnd`. */
  readonly phones: string;
  readonly firstNames: string;
  readonly lastNames: string;
  readonly emails: string;
  readonly zips: string;
  readonly states: string;
  /** For each row the place of its zones among all that were told so far. */
  readonly zones: Uint32Array;
  /** For each row how well they are known: one of `placeRank`. */
  readonly ranks: Uint8Array;
  /** Zones that no chunk before had: each a JSON array. */
  readonly newZones: readonly string[];
  /** What fills custom fields: for each the row, the field and the text. Rows ascend. */
  readonly values: { readonly rows: Uint32Array; readonly fieldIds: Uint32Array; readonly texts: string };
  readonly leftOut: readonly LeftOutRow[];
  /** Of the whole file so far. */
  readonly rowsRead: number;
  readonly bytesRead: number;
}

export interface LeftOutRow {
  readonly line: number;
  readonly reason: LeftOutReason;
  /** Of a `duplicate`: the row that has its phone. */
  readonly earlierLine: number | null;
  /** JSON array of the row's cells, as they were. */
  readonly cells: string;
}

/** How much a row says of where its contact is: nothing but the phone, a state, or more than that. */
export const placeRank = { phone: 0, state: 1, precise: 2 } as const;

export type WorkerNews =
  | { readonly kind: 'head'; readonly header: readonly string[]; readonly sizeBytes: number }
  | { readonly kind: 'rows'; readonly chunk: RowChunk }
  | { readonly kind: 'end'; readonly rowsRead: number }
  | { readonly kind: 'refused'; readonly error: AppError<FileProblem> };

/** The engine's only word to the worker: it has written a chunk, and another may come. */
export type Written = 'written';
