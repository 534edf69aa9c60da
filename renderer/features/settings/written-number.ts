/** What a number box takes. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
  readonly mayBeEmpty: boolean;
}

/** What stands in a number box: null is an empty one that may be. */
export type WrittenNumber =
  | { readonly is: 'good'; readonly value: number | null }
  /** With more digits it may still become good. */
  | { readonly is: 'begun' }
  | { readonly is: 'bad' };

const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const plain = /^(\d+[.,]?\d*|[.,]\d+)$/;

/**
 * Reads what somebody wrote into a number box, as people write numbers: `1,000`, `0.5`, and `0,5` as it is written in
 * much of the world. A comma before three digits groups them.
 */
export function readNumber(written: string, { least, most, isWhole, mayBeEmpty }: NumberRange): WrittenNumber {
  const text = written.trim();
  if (text === '') return mayBeEmpty ? { is: 'good', value: null } : { is: 'begun' };
  const isGrouped = grouped.test(text);
  // In a whole number a comma that does not group may be anything.
  if (!isGrouped && (!plain.test(text) || (isWhole && text.includes(',')))) return { is: 'bad' };
  const value = Number(isGrouped ? text.replaceAll(',', '') : text.replace(',', '.'));
  if (value > most || (isWhole && !Number.isInteger(value))) return { is: 'bad' };
  return value < least ? { is: 'begun' } : { is: 'good', value };
}
