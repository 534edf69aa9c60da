import type { AppEvent, EngineEvent } from '../shared/contract/index.ts';
import type { AppError } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';

/**
 * What the page finds as `window.fieldline`, and what main and the preload tell each other for it. The preload offers
 * it, main answers, the page imports its types.
 */
export interface Bridge {
  /**
   * Asks the engine, or main when the name starts with `app/`. Always resolves, with the answer or an error; while the
   * engine is being started again the call waits and is sent again, so a call that may not happen twice carries an intent.
   * `session` names who acts; an engine's port knows it from signing in, and main only from here.
   */
  call(name: string, input: unknown, session?: string): Promise<BridgeAnswer>;
  /** Returns the function that ends the listening. A late listener to `engine` hears the present state at once. */
  on<Name extends BridgeEvent['event']>(event: Name, listen: (news: EventOf<Name>) => void): () => void;
  /** A token by which the engine may read a file that the person chose. Rejects for a `File` that is not on disk. */
  fileToken(file: File): Promise<string>;
}

declare global {
  interface Window {
    readonly fieldline: Bridge;
  }
}

export type BridgeAnswer = Result<unknown, AppError>;

export type BridgeEvent = EngineEvent | EngineState | AppEvent;
export type EventOf<Name extends BridgeEvent['event']> = Extract<BridgeEvent, { event: Name }>;

/** How the engine is, as main sees it from outside. */
export type EngineState = { readonly event: 'engine' } & (
  | { readonly state: 'starting' }
  /** `losses` counts how often it was lost and replaced since Fieldline was started. */
  | { readonly state: 'ready'; readonly losses: number }
  /** It is gone and is started again at `retryAt`; `lossesInARow` grows while it does not live long enough to recover. */
  | {
      readonly state: 'waiting';
      readonly lossesInARow: number;
      readonly retryAt: number;
      readonly error: AppError | null;
    }
  /** It cannot open the store, and trying again by itself would not help. */
  | { readonly state: 'failed'; readonly error: AppError }
);

/**
 * How the engine of the open campaign is. `opening` counts the campaigns that were opened since Fieldline was started: a
 * page belongs to one opening, and what is said in another is not for it.
 */
export interface EngineNews {
  readonly opening: number;
  readonly state: EngineState;
}

/** A call that main answers. `opening` is null from a page that has not heard of a campaign yet. */
export interface AppRequest {
  readonly name: string;
  readonly input: unknown;
  readonly session: string | null;
  readonly opening: number | null;
}

/** The channels between preload and main. */
export const channels = { call: 'app-call', engine: 'engine', fileToken: 'file-token', news: 'app-news' } as const;
