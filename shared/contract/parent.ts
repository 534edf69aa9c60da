import { z } from 'zod';
import type { AppError } from '../errors.ts';
import type { Result } from '../result.ts';
import { role } from './fields.ts';

/** What lets the engine into an account of the carrier. It travels from main to the engine and never the other way. */
export const carrierCredentials = z.object({
  accountSid: z.string(),
  apiKeySid: z.string(),
  apiKeySecret: z.string(),
});
export type CarrierCredentials = z.output<typeof carrierCredentials>;

/** Credentials with the address that they are for; without an address it is the carrier's own. */
export const carrierAccess = carrierCredentials.extend({ url: z.url().nullable() });
export type CarrierAccess = z.output<typeof carrierAccess>;

/** What the carrier says of an account whose credentials hold. */
export const checkedAccount = z.object({
  /** Empty when the credentials may use the account but not read about it. */
  accountName: z.string(),
  numbers: z.array(z.object({ phone: z.string(), label: z.string() })),
});
export type CheckedAccount = z.output<typeof checkedAccount>;

/** Who acts with a session's token in the open campaign, for calls that main answers. */
export const identity = z.object({
  /** Before the founding there is nobody to sign in as. */
  isFounded: z.boolean(),
  /** `ended` when the session is over, null when there never was one; `unknown` when the store does not tell. */
  role: role.or(z.enum(['ended', 'unknown'])).nullable(),
});
export type Identity = z.output<typeof identity>;

/** What main says to the engine over its parent port. A `connect` carries one MessagePort: a window's. */
export type ToEngine =
  | { readonly kind: 'connect' }
  | { readonly kind: 'register-file'; readonly token: string; readonly path: string }
  | { readonly kind: 'ping'; readonly n: number }
  /** Answers `opened`: what the store texts through, or null while there is nothing. */
  | { readonly kind: 'carrier'; readonly carrier: CarrierAccess | null }
  /** Answers `opened` while a practice carrier of a known account is still starting; its `carrier` follows. */
  | { readonly kind: 'carrier-coming'; readonly accountSid: string }
  /** Asks the carrier about credentials that are not in use. */
  | { readonly kind: 'check-credentials'; readonly n: number; readonly credentials: CarrierCredentials }
  /** Asks who acts with a session's token, or without one. */
  | { readonly kind: 'identify'; readonly n: number; readonly session: string | null }
  | { readonly kind: 'stop' };

/** What the engine says to main. */
export type FromEngine =
  /** It holds the store and waits to be told of its carrier. */
  | { readonly kind: 'opened'; readonly mode: 'practice' | 'live' }
  | { readonly kind: 'ready' }
  /** It cannot open the store and leaves. Starting it again would not help. */
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'pong'; readonly n: number }
  /** How the campaign is called now; null before it is founded. Told once it is ready, and after each change. */
  | { readonly kind: 'named'; readonly name: string | null }
  | { readonly kind: 'credentials-checked'; readonly n: number; readonly outcome: Result<CheckedAccount, AppError> }
  | { readonly kind: 'identified'; readonly n: number; readonly identity: Identity }
  /** It leaves in order, as it was asked to. */
  | { readonly kind: 'bye' };
