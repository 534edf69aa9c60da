import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';
import type { Call, InputOf, OutcomeOf, Role } from './define.ts';
import type { CallName, Contract } from './index.ts';

/** Who acts: always from a session, never from an input. */
export interface Actor {
  readonly sessionId: number;
  readonly userId: number;
  readonly role: Role;
}

/** What a handler knows of a call besides its input. */
export interface CallContext<Who> {
  readonly actor: Who;
  /** The token that the call came with, sent or bound; null without one. Never logged, never stored. */
  readonly session: string | null;
  /** Binds a session's token to the port that the call came by, or with null unbinds it. */
  readonly bindSession: (token: string | null) => void;
  /** The path behind a file token; only files that a person has chosen are known. */
  readonly findFile: (token: string) => Result<string, AppError<'serve/file-not-registered'>>;
}

/** A call open to anyone may come without an actor; every other has one of an allowed role. */
type ActorOf<C extends Call> = C['allow'] extends 'anyone' ? Actor | null : Actor;

/**
 * Queries and repeatable calls may wait for something. A `once` call is one synchronous transaction, which the server
 * opens and in which it records the intent: what it returns as an error is rolled back.
 */
export type HandlerOf<C extends Call, Tx> = C['repeat'] extends 'once'
  ? (context: CallContext<ActorOf<C>> & { readonly tx: Tx }, input: InputOf<C>) => OutcomeOf<C>
  : (context: CallContext<ActorOf<C>>, input: InputOf<C>) => OutcomeOf<C> | Promise<OutcomeOf<C>>;

/** The calls of one room, by the first part of their names. */
export type CallsOf<RoomName extends string> = Extract<CallName, `${RoomName}/${string}`>;

/** Handlers for exactly these calls: a missing, extra or mistyped one does not compile. */
export type Handlers<Names extends CallName, Tx> = { readonly [Name in Names]: HandlerOf<Contract[Name], Tx> };
