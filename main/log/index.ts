/**
 * The engine's log: one JSON line per event, with the room that speaks, written before the call returns so that a
 * crash keeps the last lines. It takes an event's constant name and its fields, and gives nothing back: a log that
 * cannot be written never stops the work. Every line passes `redact.ts` on its way out; it refuses to carry phone
 * numbers, names, bodies, addresses and secrets, whatever the caller hands over.
 */

/** From the most to the least talkative; `silent` writes nothing. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Values of an event. An `Error` may stand anywhere; it is written with its type, code, message, stack and cause. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * @example log.warn('dispatch/paused', { reason: 'offline', waitingCount: 12 })
 */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** A log whose lines carry this room's name. */
  child(room: string): Log;
}

export { type CreateLogOptions, createLog, type LineStream } from './create.ts';
export { createSparingLog, type SparingLog } from './sparing.ts';
export { type MemoryLog, memoryLog, silentLog } from './stand-ins.ts';
