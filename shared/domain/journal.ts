import type { Role } from '../contract/define.ts';

/**
 * Every kind of entry that the journal can hold, with its payload. Payloads refer to people, contacts and messages by
 * id: people's names, numbers and texts stay in their own tables, so that a person can be erased and the trail still stands.
 */
export interface JournalPayloads {
  'campaign/founded': { readonly name: string };
  'campaign/renamed': { readonly from: string; readonly to: string };
  'people/added': { readonly role: Role };
  'people/signed-in': Record<never, never>;
  'people/signed-out': Record<never, never>;
  'jobs/started': { readonly kind: string };
  'jobs/ended': { readonly kind: string; readonly state: 'done' | 'failed' | 'cancelled' };
}

export type JournalKind = keyof JournalPayloads;
