import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface RotatingFile {
  /** Appends a line. Never throws: lines that cannot be written are counted and told of in the next one that can. */
  write(line: string): void;
}

/** How many older files are kept: `engine.log.1` is the newer one of them, `engine.log.2` the older. */
const keptFiles = 2;

/** Readable by its owner only: a redacted log is still nobody else's business. */
const fileMode = 0o600;

/**
 * A file that lines are appended to, and that is set aside before it grows past `maximumBytes`. Its folder and itself
 * are made for the first line and not before: one process at a time may write a file, and whoever says nothing leaves
 * another's alone.
 */
export function createRotatingFile(options: { readonly path: string; readonly maximumBytes: number }): RotatingFile {
  const { path, maximumBytes } = options;
  let descriptor: number | undefined;
  let sizeBytes = 0;
  /** Grows by another share when a file could not be renamed, so that not every line tries again. */
  let rotateAboveBytes = maximumBytes;
  let lineIsTorn = false;
  let lostLines = 0;

  function append(line: string): void {
    // After a line that the disk took only a part of, the next one begins on a line of its own.
    const bytes = Buffer.from(lineIsTorn ? `\n${line}` : line);
    descriptor ??= open();
    if (sizeBytes > 0 && sizeBytes + bytes.length > rotateAboveBytes) descriptor = rotate(descriptor);
    for (let done = 0; done < bytes.length; ) {
      const writtenBytes = writeSync(descriptor, bytes, done);
      lineIsTorn = true;
      done += writtenBytes;
      sizeBytes += writtenBytes;
    }
    lineIsTorn = false;
  }

  function open(): number {
    mkdirSync(dirname(path), { recursive: true });
    const opened = openSync(path, 'a', fileMode);
    sizeBytes = fstatSync(opened).size;
    return opened;
  }

  function rotate(full: number): number {
    descriptor = undefined;
    closeSync(full);
    for (let age = keptFiles; age > 0; age -= 1)
      renameIfThere(age === 1 ? path : `${path}.${age - 1}`, `${path}.${age}`);
    const opened = open();
    rotateAboveBytes = sizeBytes + maximumBytes;
    return opened;
  }

  return {
    write: (line) => {
      try {
        if (lostLines > 0) append(`${JSON.stringify({ level: 'warn', event: 'log/lines-lost', lostLines })}\n`);
        lostLines = 0;
        append(line);
      } catch {
        lostLines += 1;
      }
    },
  };
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // The older file is not there yet, or a virus scanner holds it. Then this file goes on growing until the next turn.
  }
}
