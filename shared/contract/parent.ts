import type { AppError } from '../errors.ts';

/** What main says to the engine over its parent port. A `connect` carries one MessagePort: a window's. */
export type ToEngine =
  | { readonly kind: 'connect' }
  | { readonly kind: 'register-file'; readonly token: string; readonly path: string }
  | { readonly kind: 'ping'; readonly n: number }
  | { readonly kind: 'stop' };

/** What the engine says to main. */
export type FromEngine =
  | { readonly kind: 'ready' }
  /** It cannot open the store and leaves. Starting it again would not help. */
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'pong'; readonly n: number }
  /** It leaves in order, as it was asked to. */
  | { readonly kind: 'bye' };
