import type {
  ExportOutcome,
  ImportOutcome,
  ImportResult,
  LeftOutReason,
} from '../../../../shared/contract/contacts.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { Job } from '../../../bridge/jobs-api.ts';

export const importKind = 'contacts/import';

export const isRunningImport = ({ kind, state }: Job): boolean => kind === importKind && state === 'running';

/** What an import has come to: its result, or why there is none; null while it runs and after a cancel. */
export function importOutcomeOf(job: Job): ImportResult | { readonly error: AppError } | null {
  return outcomeOf<ImportOutcome>(job);
}

/** The same of the writing of rows that were left out. */
export function exportOutcomeOf(job: Job): ExportOutcome | null {
  return outcomeOf<ExportOutcome>(job);
}

/** The contract says the form of each kind's outcome, and of any job that failed. */
function outcomeOf<Outcome>({ state, outcome }: Job): Outcome | { readonly error: AppError } | null {
  if (state === 'failed') return { error: outcome as AppError };
  return state === 'done' ? (outcome as Outcome) : null;
}

export function leftOutCount({ leftOut }: ImportResult): number {
  return Object.values(leftOut).reduce((sum, count) => sum + count, 0);
}

/** The reasons that cost any row, each with how many, the most first. */
export function reasonsByCount(leftOut: ImportResult['leftOut']): readonly (readonly [LeftOutReason, number])[] {
  const counts = Object.entries(leftOut) as [LeftOutReason, number][];
  return counts.filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
}
