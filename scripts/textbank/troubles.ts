import type { Bank } from './bank.ts';
import type { Seat } from './engine-link.ts';
import { outageMs } from './sizes.ts';
import { type Conversation, type Inbox, optOutByHand, sendFollowUp } from './work-inbox.ts';

const oneMore = 'One more thing: could you bring a neighbor along?';

/** Kills the engine while texts leave, and starts another one on the same folder. */
export async function killEngine({ link, log }: Bank): Promise<void> {
  const fromAt = Date.now();
  await link.killAndStartAgain();
  log.deafTimes.push({ fromAt, untilAt: Date.now() });
}

/**
 * Cuts the carrier off for some seconds. Just before, one contact asks in words to hear no more, which the engine cannot
 * have heard; meanwhile both that contact and another one are texted, and the other one is then opted out by hand, so
 * that their text is stopped on its way.
 */
export async function cutOffCarrier(bank: Bank, inboxes: readonly Inbox[]): Promise<void> {
  const { simulator, log } = bank;
  const [one, other] = await bank.patience.until('two contacts who said yes', () => twoFriendly(inboxes));
  const ownNumber = (await simulator.accepted(phoneOf(bank, one.on)))[0]?.fromPhone;
  if (ownNumber == null) throw new Error('a contact answered a text that was never accepted');

  const fromAt = Date.now();
  const words = { from: phoneOf(bank, one.on), to: ownNumber, body: 'Please stop texting me', optOut: true };
  await simulator.write(words);
  await simulator.turn({ refuseForMs: outageMs });
  // The carrier closes a moment after it has answered.
  await bank.patience.pause(100);
  await sendFollowUp(bank, one.texter, one.on, oneMore);
  const wasQueued = await sendFollowUp(bank, other.texter, other.on, oneMore);
  if (!wasQueued) log.complaints.push('a follow-up was refused although nobody had opted out');
  await optOutByHand(bank, other.texter, other.on);
  const untilAt = fromAt + outageMs;
  await bank.patience.pause(Math.max(untilAt - Date.now(), 0));
  log.deafTimes.push({ fromAt, untilAt: Date.now() });
}

interface Friendly {
  readonly texter: Seat;
  readonly on: Conversation;
}

/** The first of two texters' friendly conversations: their thanks have long left. */
function twoFriendly(inboxes: readonly Inbox[]): readonly [Friendly, Friendly] | null {
  const found = inboxes.flatMap(({ texter, friendly }) => friendly.slice(0, 1).map((on) => ({ texter, on })));
  const [one, other] = found;
  return one !== undefined && other !== undefined ? [one, other] : null;
}

function phoneOf(bank: Bank, { firstName, lastName }: Conversation): string {
  return bank.contactNamed(firstName, lastName).phone;
}
