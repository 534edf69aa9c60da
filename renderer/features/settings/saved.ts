import type { SerializedError } from '@reduxjs/toolkit';
import type { AppError } from '../../../shared/errors.ts';

/** What a mutation of RTK Query comes back with. */
export interface Saved {
  readonly error?: AppError | SerializedError | undefined;
}
