import type { ImportResult } from '../../shared/contract/contacts.ts';
import { type AnyQuestion, question } from '../store/index.ts';
import { countLeftOut } from './import-queries.ts';
import { countOptedOut, type ListRow, listReadyLists } from './queries.ts';

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

/** What the read worker answers for this room. */
export const contactsQuestions: readonly AnyQuestion[] = [listLists, countImport];
