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
 * Whether somebody may send a text as it is worded. Where a campaign wants written scripts only, its texters and leads
 * send each of them as it is filled for the contact now; admins and owners write what they like.
 */
export function mayBeSaid(reader: Reader, scripts: Scripts, { userId, contact, text, scriptBody }: Wording): boolean {
  if (readSettings(reader).ownWords) return true;
  const role = findPersonById(reader, userId)?.role;
  if (role === 'admin' || role === 'owner') return true;
  if (scriptBody === null) return false;
  const written = scripts.fillScript(reader, { body: scriptBody, contact, userId }).text;
  return smartEncode(text.trim()) === written.trim();
}
