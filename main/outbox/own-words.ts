import { smartEncode } from '../../shared/domain/smart-encoding.ts';
import { readSettings } from '../campaign/index.ts';
import type { Contact } from '../contacts/index.ts';
import { findPersonById } from '../people/index.ts';
import type { Scripts } from '../scripts/index.ts';
import type { Reader } from '../store/index.ts';

/** A text as somebody wants to send it, beside the script that it is said to be. */
export interface Wording {
  readonly userId: number;
  readonly contact: Contact;
  readonly text: string;
  /** Null for a text that is no script of its action. */
  readonly scriptBody: string | null;
}

/**
 * Whether somebody writes what they like. Where a campaign wants written scripts only, its admins and owners do, and its
 * texters and leads do not.
 */
export function mayUseOwnWords(reader: Reader, userId: number): boolean {
  if (readSettings(reader).ownWords) return true;
  const role = findPersonById(reader, userId)?.role;
  return role === 'admin' || role === 'owner';
}

/** Whether somebody may send a text as it is worded: as they like, or else as a script is filled for the contact now. */
export function mayBeSaid(reader: Reader, scripts: Scripts, { userId, contact, text, scriptBody }: Wording): boolean {
  if (mayUseOwnWords(reader, userId)) return true;
  if (scriptBody === null) return false;
  const written = scripts.fillScript(reader, { body: scriptBody, contact, userId }).text;
  return smartEncode(text.trim()) === written.trim();
}
