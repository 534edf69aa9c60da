/**
 * The one clock of a run with faults, in a small file that all its processes share. It gives the instant that every
 * process is in; between two movements of the clock it runs on with the computer, which all of them see alike. It is
 * read at each look instead of being told, so that a process that was stopped finds the present when it is resumed.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** What the clock showed when it was last moved. */
export interface ClockFace {
  /** The computer's own monotonic time of that moment, in milliseconds. */
  readonly realMs: number;
  /** Milliseconds since the run began, by the common clock. */
  readonly monotonicMs: number;
  /** Epoch ms by the common clock, which is the carrier's. */
  readonly wallAt: number;
  /** How far the engine's wall clock is from it. */
  readonly skewMs: number;
}

const fields = ['realMs', 'monotonicMs', 'wallAt', 'skewMs'] as const;
/** The count stands at both ends, so that a face that is read while it is written shows itself. */
const bytes = (fields.length + 2) * 8;

/** Monotonic, and the same in all processes of this computer. */
export function realNowMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export interface ClockWriter {
  write(face: ClockFace): void;
  close(): void;
}

export function writeClockFile(path: string): ClockWriter {
  const descriptor = openSync(path, 'w');
  let count = 0;
  return {
    write: (face) => {
      count += 1;
      const values = [count, ...fields.map((field) => face[field]), count];
      writeSync(descriptor, new Uint8Array(Float64Array.from(values).buffer), 0, bytes, 0);
    },
    close: () => closeSync(descriptor),
  };
}

/** Gives what reads the face as it is now. @throws the file system's error when there is no such clock. */
export function readClockFile(path: string): () => ClockFace {
  const descriptor = openSync(path, 'r');
  const values = new Float64Array(fields.length + 2);
  const buffer = new Uint8Array(values.buffer);
  return () => {
    for (;;) {
      const [first, realMs = 0, monotonicMs = 0, wallAt = 0, skewMs = 0, last] = fresh();
      if (first === last) return { realMs, monotonicMs, wallAt, skewMs };
    }
  };

  function fresh(): Float64Array {
    if (readSync(descriptor, buffer, 0, bytes, 0) !== bytes) throw new Error('the clock shows half a face');
    return values;
  }
}
