import { createLog } from './create.ts';
import type { Log } from './index.ts';

/** A log for tests that reads like the file would: its lines have been redacted. */
export interface MemoryLog extends Log {
  /** Every line so far, its JSON parsed. Lines of children are among them. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Everything so far as it would stand in the file. */
  text(): string;
}

export function memoryLog(): MemoryLog {
  const written: string[] = [];
  const log = createLog({ level: 'debug', stream: { write: (line) => written.push(line) } });
  return {
    ...log,
    get lines() {
      return written.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    text: () => written.join(''),
  };
}

/** A log that says nothing, where a log is asked for and no test reads it. */
export function silentLog(): Log {
  const nothing = (): void => {};
  const log: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing, child: () => log };
  return log;
}
