import { type Logger, pino } from 'pino';
import { type Clock, systemClock } from '../clock/index.ts';
import type { Log, LogFields, LogLevel } from './index.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { createRotatingFile } from './rotating-file.ts';

/** Whatever takes a line of text, its newline included: `process.stderr`, for one. */
export interface LineStream {
  write(line: string): unknown;
}

export interface CreateLogOptions {
  /** The file to append to. It is opened at the first line, and its folder made when it is missing. */
  readonly path?: string;
  /** Gets every line too. Without `path` and `stream` the lines go to the process's standard error. */
  readonly stream?: LineStream;
  readonly level: LogLevel;
  /** The file is set aside when the next line would make it larger; two older ones are kept. Default 5 MB. */
  readonly maximumBytes?: number;
  readonly clock?: Clock;
}

const defaultMaximumBytes = 5_000_000;

/** The keys that the log itself writes. A field of the same name gets an underscore, so that no key comes twice. */
const ownKeys: ReadonlySet<string> = new Set(['level', 'time', 'pid', 'room', 'event']);

/**
 * Creates a log. Writing is synchronous: when a call returns, the operating system has the line, and only a power cut
 * can take it. No worker thread is used, because the engine is one bundled file.
 */
export function createLog(options: CreateLogOptions): Log {
  const clock = options.clock ?? systemClock();
  const logger = pino(
    {
      level: options.level,
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: () => `,"time":"${new Date(clock.nowMs()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    lineStreamOf(options),
  );
  return logOf(logger, logger, createRedactor());
}

function lineStreamOf(options: CreateLogOptions): LineStream {
  const file =
    options.path === undefined
      ? undefined
      : createRotatingFile({ path: options.path, maximumBytes: options.maximumBytes ?? defaultMaximumBytes });
  const stream = options.stream ?? (file === undefined ? process.stderr : undefined);
  return {
    write: (line) => {
      file?.write(line);
      stream?.write(line);
    },
  };
}

/** @param root has no room yet: a child of a child speaks for its own room only. */
function logOf(logger: Logger, root: Logger, redactor: Redactor): Log {
  const write = (level: 'debug' | 'info' | 'warn' | 'error', event: string, fields: LogFields | undefined): void => {
    // Redacting costs more than writing, so a line that nobody will read is dropped before it.
    if (!logger.isLevelEnabled(level)) return;
    logger[level](redactedFields(redactor, fields ?? {}), redactor.text(event));
  };
  return {
    debug: (event, fields) => write('debug', event, fields),
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, fields) => write('error', event, fields),
    child: (room) => logOf(root.child({ room: redactor.text(room) }), root, redactor),
  };
}

function redactedFields(redactor: Redactor, fields: LogFields): Record<string, unknown> {
  const entries = Object.entries(redactor.fields(fields));
  return Object.fromEntries(entries.map(([key, value]) => [ownKeys.has(key) ? `${key}_` : key, value]));
}
