import type { Cell } from './cell.ts';

/** One spreadsheet being written. Its calls are made one after the other, each awaited. */
export interface SheetWriter {
  /**
   * Adds a row below the others; null is an empty cell.
   * @throws SheetRefusal when the file cannot be written any more.
   */
  write(row: readonly Cell[]): Promise<void>;
  /**
   * Flushes the file to the disk and puts it in the place of one that has its name.
   * @throws SheetRefusal when it cannot: the file that was there stays as it was, and nothing is left beside it.
   */
  finish(): Promise<void>;
  /** Removes what was written. Does nothing after `finish` or another `abandon`, and never rejects. */
  abandon(): Promise<void>;
}
