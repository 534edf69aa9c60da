import { type AppError, appError, type ErrorCode, errorKinds } from '../../../shared/errors.ts';
import type { FollowedJob } from '../../bridge/use-job.ts';

export type ExportOutcome =
  | { readonly is: 'running'; readonly share: number | null }
  | { readonly is: 'written'; readonly rows: number }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly error: AppError };

/** What came of an export. A job tells its outcome in a form of its own kind, which is read here and nowhere else. */
export function exportOutcomeOf(followed: FollowedJob): ExportOutcome {
  if (followed.is === 'lost') return { is: 'failed', error: followed.error };
  if (followed.job === undefined) return { is: 'running', share: null };
  const { state, done, total, outcome } = followed.job;
  if (state === 'running') {
    return { is: 'running', share: total === null || total === 0 ? null : Math.min(1, done / total) };
  }
  if (state === 'cancelled') return { is: 'cancelled' };
  if (state === 'done' && isObject(outcome) && typeof outcome['rows'] === 'number') {
    return { is: 'written', rows: outcome['rows'] };
  }
  const told = isObject(outcome) && isObject(outcome['error']) ? outcome['error'] : outcome;
  return { is: 'failed', error: isError(told) ? { ...told, kind: errorKinds[told.code] } : appError('internal/bug') };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isError(value: unknown): value is { readonly code: ErrorCode } {
  return isObject(value) && typeof value['code'] === 'string' && Object.hasOwn(errorKinds, value['code']);
}
