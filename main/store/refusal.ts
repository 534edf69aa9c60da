import type { AppError } from '../../shared/errors.ts';

/**
 * Thrown by the store when the world, not our code, keeps it from working: the disk is full, another engine took over.
 * `serve` turns it into the answer of whatever call met it, so no room needs to handle it.
 */
export class StoreRefusal extends Error {
  readonly error: AppError;

  constructor(error: AppError, cause?: unknown) {
    super(error.code, { cause });
    this.name = 'StoreRefusal';
    this.error = error;
  }
}
