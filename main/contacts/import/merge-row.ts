import type { Tx } from '../../store/index.ts';
import {
  type EditableContact,
  findValue,
  insertMember,
  insertReplaced,
  setValue,
  updateContact,
} from '../import-queries.ts';
import type { ContactRow } from '../queries.ts';
import { placeRank } from './messages.ts';
import type { ImportTarget } from './write-rows.ts';

/** A row of a chunk whose phone the store has. */
export interface RowToMerge extends EditableContact {
  /** One of `placeRank`. */
  readonly rank: number;
  readonly values: readonly { readonly fieldId: number; readonly text: string }[];
}

/** What a contact was before an import: its own columns, and every field that the file fills, null where it was empty. */
export interface Before extends EditableContact {
  readonly values: Readonly<Record<string, string | null>>;
}

/**
 * Brings a row to the contact that has its phone, and the contact into the list. Cells that say something replace what
 * was known, empty cells change nothing. What was known is kept, whole, before it is replaced. Gives whether anything was.
 */
export function mergeRow(tx: Tx, target: ImportTarget, contact: ContactRow, row: RowToMerge): boolean {
  insertMember(tx, target.listId, contact.id);
  const before: EditableContact = {
    firstName: contact.first_name,
    lastName: contact.last_name,
    email: contact.email,
    zip: contact.zip,
    state: contact.state,
    zoneSetId: contact.zone_set_id,
  };
  const after = mergeContact(before, row);
  const newValues = row.values.filter(({ fieldId, text }) => findValue(tx, contact.id, fieldId) !== text);
  const isSame = (Object.keys(before) as (keyof EditableContact)[]).every((key) => before[key] === after[key]);
  if (isSame && newValues.length === 0) return false;

  const values = Object.fromEntries(target.fieldIds.map((fieldId) => [fieldId, findValue(tx, contact.id, fieldId)]));
  insertReplaced(tx, target.bulkId, contact.id, JSON.stringify({ ...before, values } satisfies Before));
  if (!isSame) updateContact(tx, contact.id, after);
  for (const { fieldId, text } of newValues) setValue(tx, contact.id, fieldId, text);
  return true;
}

/** The rule of merging: what the file says wins. */
export function mergeContact(before: EditableContact, row: Omit<RowToMerge, 'values'>): EditableContact {
  return {
    firstName: row.firstName || before.firstName,
    lastName: row.lastName || before.lastName,
    email: row.email || before.email,
    zip: row.zip || before.zip,
    state: row.state || before.state,
    zoneSetId: tellsMore(before, row) ? row.zoneSetId : before.zoneSetId,
  };
}

/**
 * Whether the row's zones are better than the ones that are known. A phone alone says nothing new. A state alone says
 * less than the ZIP that is known, unless it is another state: then somebody has moved.
 */
function tellsMore(before: EditableContact, row: { readonly rank: number; readonly state: string }): boolean {
  if (row.rank === placeRank.state) return before.zip === '' || (before.state !== '' && before.state !== row.state);
  return row.rank === placeRank.precise;
}
