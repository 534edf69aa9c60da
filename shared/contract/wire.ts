import type { AppError } from '../errors.ts';
import type { EngineEvent } from './events.ts';

/**
 * What travels between a client and the engine, over a MessagePort as plain objects and at the engine's door as one
 * JSON object a line. A message with an `id` is an answer; one with an `event` is news.
 */
export interface WireRequest {
  /** Chosen by the client, echoed in the answer. */
  readonly id: number;
  /** Names who acts. Left out on a port that a sign-in has bound. */
  readonly session?: string | undefined;
  readonly call: string;
  readonly input: unknown;
}

/** Only at the line door: gives `{ token }` for a file, as a person's choice in a dialog does in the desktop. */
export interface FileRegistration {
  readonly id: number;
  /** The path, which need not exist yet. */
  readonly register: string;
}

/** The id is 0 where the request's own could not be read. */
export type WireAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: AppError };

export type WireMessage = WireAnswer | EngineEvent;

/** The longest request the engine reads, in characters of JSON; a longer one is refused unread. */
export const longestRequest = 1_000_000;
