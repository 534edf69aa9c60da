import { z } from 'zod';
import { roles } from './define.ts';

/** Pieces that several calls share. Each is the whole truth about what that value may look like on the wire. */

/** Minted by the screen for one act of a person; the same id never makes the same thing happen twice. */
export const intentId = z.uuid();

export const localId = z.int().positive();
export const instant = z.int().nonnegative();
export const role = z.enum(roles);

/** A short name typed by a person: trimmed, 1 to 120 characters, without control characters. */
export const shortName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point.
  .regex(/^[^\u0000-\u001f\u007f]*$/);

export const nothing = z.object({}).strict();
