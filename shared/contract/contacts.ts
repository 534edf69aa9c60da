import { z } from 'zod';
import { call, roles } from './define.ts';
import { appErrorView, fileToken, instant, intentId, localId, pageAfter, pageLimit, shortName } from './fields.ts';

/** What a column of a list can fill. A custom field is named `field:` with its id. */
export const columnTargets = ['phone', 'firstName', 'lastName', 'fullName', 'email', 'zip', 'state', 'zone'] as const;
export const columnTarget = z.enum(columnTargets).or(z.templateLiteral(['field:', z.int().positive()]));
export type ColumnTarget = z.infer<typeof columnTarget>;

/** Why a row of a list could not be used. */
export const leftOutReasons = [
  'no-phone',
  'bad-phone',
  'phone-too-short',
  'phone-without-area-code',
  'phone-too-long',
  'phone-with-extension',
  /** Of neither the United States, their territories included, nor Canada: nothing is texted there. */
  'phone-abroad',
  /** The same phone stands in an earlier row of the same file. */
  'duplicate',
  /** The quotes of the row do not close, or it has more cells than the header. */
  'broken-row',
] as const;
export const leftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof leftOutReason>;

export const listView = z.object({
  listId: localId,
  name: z.string(),
  contactCount: z.int().nonnegative(),
  createdAt: instant,
});

export const contactView = z.object({
  contactId: localId,
  phone: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  optedOut: z.boolean(),
});

/** What an import has come to. */
export const importResult = z.object({
  listId: localId,
  importId: localId,
  rowsRead: z.int(),
  added: z.int(),
  updated: z.int(),
  /** Rows that were already in the store just as they are in the file. */
  unchanged: z.int(),
  leftOut: z.partialRecord(leftOutReason, z.int()),
  /** Of those taken: contacts who are opted out, and stay visible as unavailable. */
  optedOut: z.int(),
});
export type ImportResult = z.infer<typeof importResult>;

/**
 * The outcome of the job `contacts/import` that has ended as `done`: the result; or, when the file turned out to be none
 * that can be imported, `error` with one of `fileErrors`, and nothing of it is left. Its progress counts bytes of the file.
 */
export const importOutcome = z.union([importResult, z.object({ error: appErrorView })]);
export type ImportOutcome = z.infer<typeof importOutcome>;

/** The outcome of the job `contacts/export-left-out` that has ended as `done`: how many rows were written, or why none. */
export const exportOutcome = z.union([z.object({ rows: z.int() }), z.object({ error: appErrorView })]);
export type ExportOutcome = z.infer<typeof exportOutcome>;

/** Why a file cannot be imported. The preview sees what the head of the file tells; the rest comes out in the job. */
const fileErrors = [
  'contacts/file-unreadable',
  'contacts/not-csv',
  'contacts/empty-file',
  'contacts/line-too-long',
] as const;

export const contactsCalls = {
  /**
   * Reads the head of a file: its columns, what they seem to be, and the first rows. Changes nothing. A file whose first
   * row is a contact has no header: its columns are named A, B, C, and that row is the first of `rows`.
   */
  'contacts/preview-import': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ file: fileToken }).strict(),
    output: z.object({
      fileName: z.string(),
      sizeBytes: z.int(),
      /** One for each column of the file: its header, and what it seems to fill; null fills nothing. */
      columns: z.array(z.object({ header: z.string(), target: columnTarget.nullable() })),
      rows: z.array(z.array(z.string())),
    }),
    errors: ['serve/file-not-registered', ...fileErrors],
  }),
  /**
   * Reads the whole file into a new list, as a job. `columns` has one target or null for each column of the file. Of
   * several columns with one target, the first that says something counts.
   */
  'contacts/start-import': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z
      .object({ intentId, file: fileToken, listName: shortName, columns: z.array(columnTarget.nullable()).max(500) })
      .strict(),
    output: z.object({ jobId: localId, listId: localId }),
    errors: ['serve/file-not-registered', 'contacts/no-phone-column'],
  }),
  'contacts/list-lists': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ before: pageAfter, limit: pageLimit }).strict(),
    output: z.object({ lists: z.array(listView), next: localId.nullable() }),
    errors: [],
  }),
  'contacts/list-contacts': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ listId: localId, after: pageAfter, limit: pageLimit }).strict(),
    output: z.object({ contacts: z.array(contactView), next: localId.nullable() }),
    errors: ['contacts/unknown-list'],
  }),
  /** The rows of an import that could not be used, each with its reason. */
  'contacts/list-left-out': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'query',
    input: z.object({ importId: localId, after: pageAfter, limit: pageLimit }).strict(),
    output: z.object({
      header: z.array(z.string()),
      rows: z.array(
        z.object({
          /** Counted from 1 with the header, as a spreadsheet shows it. */
          line: z.int(),
          reason: leftOutReason,
          /** Of a `duplicate`: the row that has its phone; null where that was not kept. */
          earlierLine: z.int().nullable(),
          cells: z.array(z.string()),
        }),
      ),
      next: localId.nullable(),
    }),
    errors: ['contacts/unknown-import'],
  }),
  /** Writes them as CSV under the file's own header, with the reason, and the row that a duplicate repeats, in a last column, to be mended and imported again. */
  'contacts/export-left-out': call({
    at: 'engine',
    allow: ['admin', 'owner'],
    repeat: 'once',
    input: z.object({ intentId, importId: localId, file: fileToken }).strict(),
    output: z.object({ jobId: localId }),
    errors: ['contacts/unknown-import', 'serve/file-not-registered'],
  }),
  /** By hand. For ever, and for every list the phone comes in with; what waits for that phone is withdrawn. */
  'contacts/opt-out': call({
    at: 'engine',
    allow: roles,
    repeat: 'once',
    input: z.object({ intentId, contactId: localId }).strict(),
    output: z.object({ alreadyOptedOut: z.boolean() }),
    errors: ['contacts/unknown-contact'],
  }),
};
