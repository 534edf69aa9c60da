import { z } from 'zod';
import { type AppError, type ErrorCode, errorKinds } from '../errors.ts';
import { roles } from './define.ts';
import { longestName, longestWritten } from './limits.ts';

/** Pieces that several calls share. Each is the whole truth about what that value may look like on the wire. */

/** Minted by the screen for one act of a person; the same id never makes the same thing happen twice. */
export const intentId = z.uuid();

export const localId = z.int().positive();
export const instant = z.int().nonnegative();
export const role = z.enum(roles);

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
const withoutControls = /^[^\u0000-\u001f\u007f]*$/;

/** A short name typed by a person: trimmed, not empty, without control characters. */
export const shortName = z.string().trim().min(1).max(longestName).regex(withoutControls);

/** The same where it may be left out; empty then. */
export const optionalName = z.string().trim().max(longestName).regex(withoutControls).default('');

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorKinds, code);

/** An error as it travels. Its kind follows from its code, whatever was sent. */
export const appErrorView = z
  .object({
    code: z.string().refine(isErrorCode),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    incidentId: z.string().optional(),
  })
  .transform(
    ({ code, params, incidentId }): AppError => ({
      code,
      kind: errorKinds[code],
      ...(params && { params }),
      ...(incidentId !== undefined && { incidentId }),
    }),
  );

/** A file that a person has chosen: the token that main, or `FileRegistration` at the line door, gave for it. */
export const fileToken = z.string().min(1).max(200);

/** Where a page of a list begins: after the last key of the page before; null begins the list. */
export const pageAfter = localId.nullable().default(null);
export const pageLimit = z.int().min(1).max(500).default(100);

/** What a person writes to be sent, or as a script. Whether it may be sent is judged later. */
export const writtenText = z.string().max(longestWritten);

export const nothing = z.object({}).strict();
