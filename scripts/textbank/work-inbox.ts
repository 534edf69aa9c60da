import { randomUUID } from 'node:crypto';
import type { Output } from '../../shared/contract/index.ts';
import { answerTo } from './answer-rule.ts';
import type { Bank } from './bank.ts';
import type { Seat } from './engine-link.ts';
import type { Listed } from './list-file.ts';
import { questionAnswerFor } from './publish-action.ts';

export type Conversation = Output<'conversations/list'>['conversations'][number];
type Thread = Output<'conversations/read'>;

/** How often a texter looks, in milliseconds. */
export const lookEveryMs = 500;

/** One texter's inbox, with what they have done about it. */
export interface Inbox {
  readonly texter: Seat;
  /** Looks through it once and answers by rule. Gives how many texts that made. */
  look(): Promise<number>;
  /** Conversations that were answered with thanks, oldest first: people with whom more could be talked about. */
  readonly friendly: Conversation[];
}

/** @param mayOptOutByHand asked once somebody has declined; true for the first texter who asks. */
export function openInbox(bank: Bank, texter: Seat, mayOptOutByHand: () => boolean): Inbox {
  const { log } = bank;
  const lookedAt = new Map<string, number>();
  const friendly: Conversation[] = [];

  async function look(): Promise<number> {
    let sent = 0;
    for (const conversation of await listAll(texter)) {
      const key = `${conversation.actionId}|${conversation.contactId}`;
      if (lookedAt.get(key) === conversation.lastReplyId) continue;
      lookedAt.set(key, conversation.lastReplyId);
      if (await answer(conversation)) sent += 1;
    }
    return sent;
  }

  async function answer(conversation: Conversation): Promise<boolean> {
    const { actionId, contactId, firstName, lastName, lastReply } = conversation;
    const contact = bank.contactNamed(firstName, lastName);
    const thread = await texter.must('conversations/read', { actionId, contactId });
    if (thread.optedOut) {
      if (!log.toldAt.has(contact.phone)) log.toldAt.set(contact.phone, Date.now());
      return false;
    }
    switch (answerTo(lastReply)) {
      case 'script':
        return sendScript(bank, texter, conversation, contact, thread);
      case 'sorry':
        return sendFollowUp(bank, texter, conversation, `Thanks for telling us, and sorry to bother you.`);
      case 'thanks':
        friendly.push(conversation);
        return sendFollowUp(bank, texter, conversation, `Thank you, ${contact.firstName}! See you on Tuesday.`);
      case 'decline':
        if (mayOptOutByHand()) await optOutByHand(bank, texter, conversation);
        return false;
      case 'nothing':
        return false;
    }
  }

  return { texter, look, friendly };
}

/** Also those that need no attention any more, because among them are those who asked to hear no more. */
export async function listAll(texter: Seat): Promise<Conversation[]> {
  const all: Conversation[] = [];
  for (let before: number | null = null; ; ) {
    const page: Output<'conversations/list'> = await texter.must('conversations/list', {
      filter: 'all',
      before,
      limit: 500,
    });
    all.push(...page.conversations);
    if (page.next === null) return all;
    before = page.next;
  }
}

function sendScript(bank: Bank, texter: Seat, on: Conversation, contact: Listed, thread: Thread): Promise<boolean> {
  const expected = questionAnswerFor(contact, texter.firstName);
  const script = thread.responses.find(({ text }) => text === expected);
  if (script === undefined) bank.log.complaints.push('the script for questions is not offered as it was written');
  return sendFollowUp(bank, texter, on, script?.text ?? expected, script?.scriptId ?? null);
}

/** False when a rule said no, which only an opt-out may do. */
export async function sendFollowUp(
  bank: Bank,
  texter: Seat,
  { actionId, contactId, firstName, lastName }: Conversation,
  text: string,
  scriptId: number | null = null,
): Promise<boolean> {
  const { log } = bank;
  const { phone } = bank.contactNamed(firstName, lastName);
  const press = { intentId: randomUUID(), actionId, contactId, text, scriptId };
  const answer = await texter.ask('conversations/send', press);
  if (!answer.ok) {
    if (answer.error.code !== 'outbox/opted-out')
      throw new Error(`conversations/send was refused: ${answer.error.code}`);
    log.toldAt.set(phone, Math.min(log.toldAt.get(phone) ?? Number.POSITIVE_INFINITY, Date.now()));
    return false;
  }
  const { messageId } = answer.value;
  log.acts.push({ kind: 'follow-up', contactId, phone, text, messageId, answeredAt: Date.now() });
  return true;
}

/** A texter opts somebody out, and then tries to text them all the same. */
export async function optOutByHand(bank: Bank, texter: Seat, conversation: Conversation): Promise<void> {
  const { log } = bank;
  const { contactId, firstName, lastName } = conversation;
  await texter.must('contacts/opt-out', { intentId: randomUUID(), contactId });
  log.optedOutByHandAt.set(bank.contactNamed(firstName, lastName).phone, Date.now());
  const wasSent = await sendFollowUp(bank, texter, conversation, 'One more thing, if I may.');
  if (wasSent) log.complaints.push('a text to a contact who was opted out by hand was not refused');
}
