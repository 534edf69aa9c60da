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

const besideSchema = z.object({
  incarnation: z.string(),
  epoch: z.number(),
  lastJournalId: z.number(),
  /** The file's number in its file system: a copy has another one, a renamed or moved file keeps it. */
  fileNumber: z.string(),
});

/** What lies beside the file, written by the engine that had it open last. */
export type Beside = z.infer<typeof besideSchema>;

export function judgeIncarnation(inside: Inside, beside: Beside | null, fileNumber: string): Incarnation {
  if (beside === null) return 'copied';
  if (beside.incarnation !== inside.incarnation) return 'restored';
  // The file beside is written after the file itself, so it may be behind by a crash but never ahead.
  if (inside.epoch < beside.epoch || inside.lastJournalId < beside.lastJournalId) return 'restored';
  return beside.fileNumber === fileNumber ? 'same' : 'copied';
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

export function fileNumberOf(storePath: string): string {
  return String(statSync(storePath, { bigint: true }).ino);
}
