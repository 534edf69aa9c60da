import type { Actor, Outcome } from '../../shared/contract/index.ts';
import { parsePhone } from '../../shared/domain/parse-phone.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import { findAction } from '../actions/index.ts';
import { findContactByPhone, readPhone } from '../contacts/index.ts';
import type { Reader } from '../store/index.ts';
import { mayEnter } from './access.ts';
import { listTextedIn } from './queries.ts';

/** Takes a phone number as somebody has typed it; gives who has it, and the conversations that the actor may open. */
export function findByPhone(reader: Reader, actor: Actor, typed: string): Outcome<'conversations/find-contact'> {
  const parsed = parsePhone(typed);
  if (!parsed.ok)
    return err(appError(parsed.error === 'no-area-code' ? 'contacts/no-area-code' : 'contacts/not-a-phone'));
  const phone = parsed.value;
  const optedOut = readPhone(reader, phone).optedOutAt !== null;
  const contact = findContactByPhone(reader, phone);
  if (contact === undefined) return ok({ phone, optedOut, contact: null, conversations: [] });
  const { contactId, firstName, lastName } = contact;
  const conversations = listTextedIn(reader, contactId)
    .filter(({ action_id }) => mayEnter(reader, actor, action_id, contactId))
    .map(({ action_id: actionId, last_text_at: lastTextAt }) => ({
      actionId,
      actionName: findAction(reader, actionId)?.name ?? '',
      lastTextAt,
    }));
  return ok({ phone, optedOut, contact: { contactId, firstName, lastName }, conversations });
}
