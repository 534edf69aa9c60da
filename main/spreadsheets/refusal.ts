import { basename } from 'node:path';
import { type AppError, appError } from '../../shared/errors.ts';

export type NotWritable = AppError<'spreadsheets/not-writable'>;

/** Only the file's name: the folders above it say who somebody is. */
export function notWritable(path: string): NotWritable {
  return appError('spreadsheets/not-writable', { file: basename(path) });
}

/** Thrown when a file that was being written cannot be written any more; whoever asked for it is told `error`. */
export class SheetRefusal extends Error {
  readonly error: NotWritable;

  constructor(error: NotWritable, cause: unknown) {
    super(error.code, { cause });
    this.name = 'SheetRefusal';
    this.error = error;
  }
}
