/**
 * One request and what came of it. The package's own results and errors are not used: they drop the HTTP status and
 * the headers, and its errors carry the Authorization header. So the request client writes down here what really
 * happened, and everything else is decided from that.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export interface Answer {
  readonly httpStatus: number;
  /** JSON when it was JSON, else text. */
  readonly body: unknown;
  /** From the `Date` header, epoch ms. */
  readonly serverAt?: number;
  /** From the `Retry-After` header. */
  readonly retryAfterMs?: number;
}

/** Who ended a request that has no answer: our deadline, the caller, or the network. */
export type EndedBy = 'deadline' | 'withdrawal' | 'network';

/**
 * `never-opened` is proof that not one byte of the request left this machine: the connection was not established, or
 * its TLS handshake not completed. Everything else without a whole answer is `lost`, whatever error code it came with.
 */
export type Ending =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'never-opened'; readonly by: EndedBy }
  | { readonly kind: 'lost'; readonly by: EndedBy };

/** What the request client writes down while a request is under way. */
export interface Exchange {
  readonly signal: AbortSignal;
  /** When the caller stops waiting (epoch ms), by a clock that goes on while the computer sleeps: the signal's does not. */
  readonly endsAt: number;
  /** Set before anything is tried. A request that the package refused to make stays false, and is a bug of ours. */
  attempted: boolean;
  /** From here on the carrier may have read the request. Never goes back to false. */
  opened: boolean;
  answer: Answer | null;
}

/**
 * The package has no way to pass a signal, or to give back headers, with a single call. The exchange of the running
 * call is therefore found through the asynchronous context, which stays right when many calls are under way at once.
 */
export const currentExchange = new AsyncLocalStorage<Exchange>();
