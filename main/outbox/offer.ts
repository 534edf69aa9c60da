import { move, standingOf } from '../../shared/domain/message-state.ts';
import type { E164 } from '../../shared/domain/phone.ts';
import type { CarrierMessage } from '../carrier/index.ts';
import { findContactByPhone } from '../contacts/index.ts';
import { findNumberByPhone } from '../numbers/index.ts';
import type { Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import { isKnownAtCarrier, listTried, type Message } from './queries.ts';
import { settle } from './rules/settling.ts';
import { foundAs } from './settler.ts';

/**
 * Takes a message that the carrier showed by itself and whose name nobody here knows. When we have asked the carrier to
 * take a text from that number to that phone and never learnt what became of it, this is it, whatever we have thought or
 * decided since: in doubt, queued again after absence seemed proven, or withdrawn. Gives whether it was ours.
 */
export function takeOffered(tx: Tx, changes: Changes, shown: CarrierMessage, at: number): boolean {
  if (shown.direction !== 'outbound' || shown.from === null || shown.to === null) return false;
  if (isKnownAtCarrier(tx, shown.carrierId)) return false;
  const number = findNumberByPhone(tx, shown.from);
  const contact = findContactByPhone(tx, shown.to);
  if (number === undefined || contact === undefined) return false;
  const tried = listTried(tx, contact.contactId).filter(
    (message) =>
      move(message.state, 'found') !== null &&
      message.numberId === number.numberId &&
      isShownBy(message, number.phone, shown, at),
  );
  // The one in doubt first: of the others it was proven that the carrier had none of them, so only the same words count.
  const message =
    tried.find(({ state }) => standingOf(state) === 'in-doubt') ??
    tried.find(({ body }) => body.trim() === shown.body.trim());
  return message !== undefined && changes.handOver(tx, message, foundAs(shown, at));
}

/** The same rule by which a list that was asked for is read. */
function isShownBy(message: Message, fromPhone: E164, shown: CarrierMessage, at: number): boolean {
  const { firstAttemptAt, lastAttemptAt, phone: toPhone, body } = message;
  if (firstAttemptAt === null || lastAttemptAt === null) return false;
  // Its own answer is still to come and says more than a likeness.
  if (message.state === 'sending' && body.trim() !== shown.body.trim()) return false;
  const attempt = { fromPhone, toPhone, body, firstAttemptAt, lastAttemptAt };
  const reading = { startedAt: at, complete: false, messages: [shown] };
  return settle(attempt, [reading], () => false, at).kind === 'found';
}
