import type { ImportResult } from '../../shared/contract/contacts.ts';
import { type AnyQuestion, question } from '../store/index.ts';
import { countLeftOut } from './import-queries.ts';
import { countLacking } from './lacking.ts';
import { countHeldBack, countMembers, countOptedOut, type ListRow, listReadyLists } from './queries.ts';

/** A page of lists, newest first, each with the number of its contacts. */
export const listLists = question(
  'contacts/list-lists',
  (reader, { before, limit }: { before: number | null; limit: number }): ListRow[] =>
    listReadyLists(reader, before, limit),
);

/** What an import has left out, and how many of those it took are opted out. */
export const countImport = question(
  'contacts/count-import',
  (reader, { importId, listId }: { importId: number; listId: number }): Pick<ImportResult, 'leftOut' | 'optedOut'> => ({
    leftOut: Object.fromEntries(countLeftOut(reader, importId).map(({ reason, count }) => [reason, count])),
    optedOut: countOptedOut(reader, listId),
  }),
);

/** Contacts of a list, and how many of them what is known of their phones keeps from a first text now. */
export interface ListReach {
  readonly contacts: number;
  readonly optedOut: number;
  /** Of the others: blocked, or the carrier has said that the phone takes no texts. */
  readonly unreachable: number;
  /** Of the rest: they had a first text, of whatever action, after the instant that was asked for. */
  readonly locked: number;
}

/** Under a second for a million contacts, a fifth of whom were texted within the lock. */
export const countReach = question(
  'contacts/count-reach',
  (reader, asked: { readonly listId: number; readonly lockedAfterAt: number | null }): ListReach => ({
    contacts: countMembers(reader, asked.listId),
    optedOut: countOptedOut(reader, asked.listId),
    ...countHeldBack(reader, asked),
  }),
);

/** What the read worker answers for this room. */
export const contactsQuestions: readonly AnyQuestion[] = [listLists, countImport, countReach, countLacking];
