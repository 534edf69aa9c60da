import { readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { replaceFile } from './flush.ts';

/**
 * Tells a store that was restored from a backup or copied to another place from the one that texted last. Such a file
 * does not know what has left since it was made, so texting on from it would text people twice.
 */
export type Incarnation = 'same' | 'restored' | 'copied';

/** What the file itself says. */
export interface Inside {
  readonly incarnation: string;
  readonly epoch: number;
  readonly lastJournalId: number;
}

/** What the file system says of the file. */
export interface FileFacts {
  /** The file's number in its file system: a copy has another one, a renamed or moved file keeps it. */
  readonly fileNumber: string;
  /**
   * When anything of the file was last changed. No program can set it, unlike the time of the last writing, so a file
   * that was copied over this one shows itself, though it has this one's number.
   */
  readonly changeTime: string;
}

const besideSchema = z.object({
  incarnation: z.string(),
  epoch: z.number(),
  lastJournalId: z.number(),
  fileNumber: z.string(),
  /** As the last engine left it; null while one has the file open, and after an end that was not in order. */
  changeTime: z.string().nullable(),
});

/** What lies beside the file, written by the engine that had it open last. */
export type Beside = z.infer<typeof besideSchema>;

/** @param found the file before anything is written to it. */
export function judgeIncarnation(inside: Inside, beside: Beside | null, found: FileFacts | null): Incarnation {
  if (beside === null || found === null) return 'copied';
  if (beside.incarnation !== inside.incarnation) return 'restored';
  // The file beside is written after the file itself, so it may be behind by a crash but never ahead.
  if (inside.epoch < beside.epoch || inside.lastJournalId < beside.lastJournalId) return 'restored';
  if (beside.fileNumber !== found.fileNumber) return 'copied';
  // A backup of the whole folder, copied back over it, agrees in all of the above.
  return beside.changeTime === null || beside.changeTime === found.changeTime ? 'same' : 'restored';
}

const besidePath = (storePath: string): string => `${storePath}.incarnation`;

/** Gives null when the file is missing or unreadable: then nothing is known, and the store counts as copied. */
export function readBeside(storePath: string): Beside | null {
  try {
    return besideSchema.parse(JSON.parse(readFileSync(besidePath(storePath), 'utf8')));
  } catch {
    return null;
  }
}

const textOf = (beside: Beside): string => `${JSON.stringify(beside)}\n`;

/** Survives a power cut. For the start and the end of an engine's life. */
export function writeBeside(storePath: string, beside: Beside): void {
  replaceFile(besidePath(storePath), textOf(beside));
}

/**
 * Follows the journal in between, without making anybody wait for the disk. What a power cut takes of it makes the
 * file beside older or unreadable, and so the store at worst checked once too often.
 */
export async function followBeside(storePath: string, beside: Beside): Promise<void> {
  const fresh = `${besidePath(storePath)}.mark`;
  await writeFile(fresh, textOf(beside), { mode: 0o600 });
  await rename(fresh, besidePath(storePath));
}

export function fileFactsOf(storePath: string): FileFacts | null {
  const found = statSync(storePath, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : { fileNumber: String(found.ino), changeTime: String(found.ctimeNs) };
}
