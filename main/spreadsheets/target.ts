import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { type NotWritable, notWritable, SheetRefusal } from './refusal.ts';

/**
 * The file beside its own name while it is being written. It holds people's data, so that only its owner may read it.
 */
export interface Target {
  /** @throws SheetRefusal when the disk does not take it. */
  append(data: string | Uint8Array): Promise<void>;
  /** @throws SheetRefusal when the file cannot take its place; it is gone then. */
  commit(): Promise<void>;
  /** Never rejects. */
  discard(): Promise<void>;
}

/** One name for each file, so that what a killed program left is found and replaced by the next that writes it. */
const suffix = '.fieldline-part';

/** What this program is writing now: a second writer of a file is refused, or it would take the first one's away. */
const beingWritten = new Set<string>();

export async function openTarget(path: string): Promise<Result<Target, NotWritable>> {
  const key = resolve(path);
  if (beingWritten.has(key)) return err(notWritable(path));
  beingWritten.add(key);
  const part = `${path}${suffix}`;
  try {
    await checkPlace(path);
    await rm(part, { force: true });
    const handle = await open(part, 'wx', 0o600);
    return ok(createTarget({ path, part, handle, release: () => beingWritten.delete(key) }));
  } catch {
    beingWritten.delete(key);
    return err(notWritable(path));
  }
}

/** A file that is there already must let itself be written: on Windows, one that is open in a spreadsheet does not. */
async function checkPlace(path: string): Promise<void> {
  try {
    await (await open(path, 'r+')).close();
  } catch (thrown) {
    if (codeOf(thrown) !== 'ENOENT') throw thrown;
  }
}

function createTarget(parts: { path: string; part: string; handle: FileHandle; release: () => void }): Target {
  const { path, part, handle, release } = parts;

  /** Whatever the operating system says about the file, the person can only mend it in one way. */
  async function orRefuse(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (thrown) {
      throw new SheetRefusal(notWritable(path), thrown);
    }
  }

  async function takePlace(): Promise<void> {
    await handle.sync();
    await handle.close();
    await replace(part, path);
    await flushFolder(dirname(path));
  }

  async function discard(): Promise<void> {
    await handle.close().catch(() => {});
    await rm(part, { force: true }).catch(() => {});
    release();
  }

  return {
    append: (data) => orRefuse(handle.appendFile(data)),
    commit: async () => {
      try {
        await orRefuse(takePlace());
        release();
      } catch (thrown) {
        await discard();
        throw thrown;
      }
    },
    discard,
  };
}

/** A virus scanner on Windows looks into a file as soon as it is closed, and holds it for a moment; in milliseconds. */
const scannerDelaysMs: readonly number[] = process.platform === 'win32' ? [50, 200, 1_000] : [];

async function replace(part: string, path: string): Promise<void> {
  for (const delayMs of scannerDelaysMs) {
    try {
      return await rename(part, path);
    } catch (thrown) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(thrown))) throw thrown;
      await delay(delayMs);
    }
  }
  await rename(part, path);
}

/** Makes the new name survive a power cut. Not every file system lets a folder be flushed, and Windows lets none. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
