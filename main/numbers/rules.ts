import type { SendingNumber } from '../carrier/index.ts';
import type { NumberRow } from './queries.ts';

/** The numbers that the carrier's account has, as its list told. */
export interface ListedNumbers {
  readonly accountId: string;
  readonly numbers: readonly SendingNumber[];
  /** Whether the list was read to its end. Only then is a number that is not in it proven to be gone. */
  readonly isComplete: boolean;
}

/** What becomes of one number that was known, or was not. */
export type NumberChange =
  | { readonly kind: 'add'; readonly listed: SendingNumber }
  /** Something about it is new; `turn` is there when that decides whether texts can leave from it. */
  | {
      readonly kind: 'update';
      readonly numberId: number;
      readonly listed: SendingNumber;
      readonly turn: 'added' | 'lost' | 'found-again' | null;
    }
  | { readonly kind: 'lose'; readonly numberId: number };

/**
 * What has to be written so that the numbers are as the carrier lists them; nothing when they are. Numbers of other
 * accounts are left alone, unless the carrier lists them here now.
 */
export function compareNumbers(
  known: readonly NumberRow[],
  { accountId, numbers, isComplete }: ListedNumbers,
): readonly NumberChange[] {
  const knownByPhone = new Map(known.map((row) => [row.phone, row]));
  const listedByPhone = new Map(numbers.map((listed) => [listed.phone as string, listed]));
  const present = [...listedByPhone.values()].flatMap((listed): NumberChange[] => {
    const row = knownByPhone.get(listed.phone);
    if (row === undefined) return [{ kind: 'add', listed }];
    if (isAsListed(row, accountId, listed)) return [];
    return [{ kind: 'update', numberId: row.id, listed, turn: turnOf(row, accountId, listed) }];
  });
  if (!isComplete) return present;
  const gone = known.filter(
    (row) => row.account_id === accountId && row.lost_at === null && !listedByPhone.has(row.phone),
  );
  return [...present, ...gone.map((row): NumberChange => ({ kind: 'lose', numberId: row.id }))];
}

function isAsListed(row: NumberRow, accountId: string, { carrierId, label, canText }: SendingNumber): boolean {
  return (
    row.account_id === accountId &&
    row.carrier_id === carrierId &&
    row.label === label &&
    (row.can_text === 1) === canText &&
    row.lost_at === null
  );
}

/** A number that can no longer text is as good as lost, and one that can again is as good as found again. */
function turnOf(
  row: NumberRow,
  accountId: string,
  { canText }: SendingNumber,
): 'added' | 'lost' | 'found-again' | null {
  if (row.account_id !== accountId) return 'added';
  if (row.lost_at !== null) return 'found-again';
  if ((row.can_text === 1) === canText) return null;
  return canText ? 'found-again' : 'lost';
}
