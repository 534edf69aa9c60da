import type { ColumnTarget } from '../../../../shared/contract/contacts.ts';
import { longestName } from '../../../../shared/contract/limits.ts';
import type { CustomField } from '../../../bridge/rooms/custom-fields.ts';
import type { FilePreview } from '../contacts-api.ts';

/** What a column's select can say besides a target. */
export const leaveOut = '';
export const newField = 'new-field';

type PlainTarget = Exclude<ColumnTarget, `field:${number}`>;

/**
 * What every contact can have, in the order in which it is offered; one that the contract adds does not compile until it
 * has its place. The contract's own list would bring its parser into the page.
 */
const placeOf: Readonly<Record<PlainTarget, number>> = {
  phone: 0,
  firstName: 1,
  lastName: 2,
  fullName: 3,
  email: 4,
  zip: 5,
  state: 6,
  zone: 7,
};
const isPlainTarget = (text: string): text is PlainTarget => Object.hasOwn(placeOf, text);
export const plainTargets: readonly PlainTarget[] = Object.keys(placeOf)
  .filter(isPlainTarget)
  .sort((one, other) => placeOf[one] - placeOf[other]);

export function isTarget(text: string): text is ColumnTarget {
  return isPlainTarget(text) || /^field:[1-9]\d*$/.test(text);
}

/** One target or null for each column: what a person chose, else what the engine suggests. */
export function targetsOf(
  { columns }: FilePreview,
  choices: Readonly<Record<number, ColumnTarget | null>>,
): readonly (ColumnTarget | null)[] {
  return columns.map(({ target }, index) => choices[index] ?? (index in choices ? null : target));
}

/** Whether an earlier column fills the same: this one then counts only where that one is empty. */
export function isSecond(targets: readonly (ColumnTarget | null)[], index: number): boolean {
  const target = targets[index];
  return target != null && targets.indexOf(target) < index;
}

/** What stands in a column in the first rows, without what is empty. */
export function examplesOf({ rows }: FilePreview, index: number, count: number): readonly string[] {
  return rows.flatMap((row) => row[index]?.trim() || []).slice(0, count);
}

/** `Harbor tenants 2026.csv` becomes `Harbor tenants 2026`, no longer than the contract takes. */
export function listNameOf(fileName: string): string {
  return fileName
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, longestName);
}

/** Fields in a file of another export are titled by their slug; people read words. */
export function titleOf(header: string): string {
  const plain = header
    .trim()
    .replace(/^custom_field_/i, '')
    .replaceAll('_', ' ')
    .trim();
  return (plain.charAt(0).toUpperCase() + plain.slice(1)).slice(0, longestName);
}

/** The name under which a select offers a field. */
export const fieldTarget = ({ fieldId }: Pick<CustomField, 'fieldId'>): ColumnTarget => `field:${fieldId}`;

/** Columns that name a custom field which the campaign does not have, by their place. */
export function missingFields({
  columns,
}: FilePreview): readonly { readonly index: number; readonly header: string }[] {
  return columns.flatMap(({ header, target }, index) =>
    target === null && /^custom_field_./i.test(header) ? [{ index, header }] : [],
  );
}
