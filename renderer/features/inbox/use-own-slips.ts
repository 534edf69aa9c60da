import { type AppError, appError } from '../../../shared/errors.ts';
import { type Slip, slipsIn } from '../text-drafts/slips.ts';
import { useKnownFields, useKnownValues } from '../text-drafts/use-known-fields.ts';

interface OwnSlips {
  readonly slips: readonly Slip[];
  /** Why the words cannot leave with them; null where they can. */
  readonly error: AppError<'outbox/unfilled-variable'> | null;
}

/** Fields that somebody's own words to a contact would be sent with as they stand. */
export function useOwnSlips(
  words: string,
  contact: { readonly firstName: string; readonly lastName: string },
): OwnSlips {
  const slips = slipsIn(words, useKnownFields(), useKnownValues(contact));
  const bar = slips.find(({ isBar }) => isBar);
  return { slips, error: bar === undefined ? null : appError('outbox/unfilled-variable', { variable: bar.source }) };
}
