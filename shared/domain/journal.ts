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
  'campaign/settings-changed': Readonly<Record<string, string | number | boolean | null>>;
  'campaign/field-added': { readonly slug: string };
  /** The entity is the list. */
  'contacts/import-started': { readonly importId: number };
  'contacts/imported': { readonly importId: number; readonly added: number; readonly updated: number };
  'contacts/import-undone': { readonly importId: number };
  /** The entity is the contact with that phone, if there is one. */
  'contacts/opted-out': { readonly source: 'words' | 'texter' | 'carrier' | 'list' };
  'contacts/unreachable': { readonly code: number };
  'scripts/created': Record<never, never>;
  'scripts/changed': Record<never, never>;
  'numbers/added': Record<never, never>;
  'numbers/lost': Record<never, never>;
  'numbers/found-again': Record<never, never>;
  'numbers/rate-set': { readonly segmentsPerSecond: number | null };
  'actions/created': { readonly listId: number };
  'actions/changed': { readonly listId: number };
  'actions/publishing': Record<never, never>;
  'actions/published': { readonly contactCount: number };
  'actions/paused': Record<never, never>;
  'actions/resumed': Record<never, never>;
  'actions/ended': Record<never, never>;
  'actions/response-added': { readonly scriptId: number };
  /** With another script in the place of the one that it was, where that one is used elsewhere, too. */
  'actions/response-changed': { readonly scriptId: number; readonly was: number };
  'actions/response-removed': { readonly scriptId: number };
  /** The entity is the batch. */
  'assignments/claimed': { readonly actionId: number; readonly contactCount: number };
  /** Nobody texted them, and others can claim them. The entity is the action; `from` is null for all desks. */
  'assignments/freed': { readonly from: number | null; readonly contactCount: number };
  /** The entity is the message in all of these. */
  'outbox/queued': { readonly kind: 'initial' | 'follow-up'; readonly actionId: number; readonly contactId: number };
  'outbox/sending': { readonly attempt: number };
  'outbox/handed-over': { readonly found: boolean };
  'outbox/refused': { readonly code: number };
  /** Back in the queue, with proof that nobody has it. */
  'outbox/returned': { readonly proof: string };
  'outbox/uncertain': { readonly because: string };
  'outbox/blocked': { readonly reason: string };
  'outbox/cancelled': { readonly reason: string };
  'outbox/needs-person': { readonly reason: string };
  'outbox/requeued': Record<never, never>;
  /** A text that a restored store did not know of, as the carrier shows it. */
  'outbox/adopted': Record<never, never>;
  /** A restored or copied store agrees with the carrier again; how many texts it had not known to have left. */
  'outbox/matched': { readonly found: number };
  /** The carrier has asked for a pause, or a person has ended one. The entity is the number; null is the account. */
  'outbox/paused': { readonly reason: string; readonly untilAt: number | null };
  'outbox/resumed': Record<never, never>;
  /** The end that the carrier told; steps on the way there are not kept. The entity is the message. */
  'delivery/ended': { readonly status: string; readonly code: number | null };
  /** The entity is the reply. */
  'replies/received': { readonly contactId: number | null; readonly optedOut: boolean };
  'jobs/started': { readonly kind: string };
  'jobs/ended': { readonly kind: string; readonly state: 'done' | 'failed' | 'cancelled' };
}

export type JournalKind = keyof JournalPayloads;
