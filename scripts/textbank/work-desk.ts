import { randomUUID } from 'node:crypto';
import type { Output } from '../../shared/contract/index.ts';
import type { Bank } from './bank.ts';
import type { Seat } from './engine-link.ts';
import { firstTextsFor } from './publish-action.ts';
import { keyPressMs, repeatEvery, sizes } from './sizes.ts';

type Desk = Output<'assignments/list-desk'>['desk'];

/** What all texters have done together. */
export interface Counter {
  /** First texts that were begun. */
  begun: number;
  /** How often each initial script was drawn. */
  readonly drawn: number[];
}

/** One texter claims batch after batch and sends first texts one by one, until all together have sent enough. */
export async function workDesk(bank: Bank, texter: Seat, actionId: number, counter: Counter): Promise<void> {
  const seen = new Set<number>();
  while (counter.begun < sizes.firstTexts) {
    await texter.must('assignments/claim-batch', { intentId: randomUUID(), actionId });
    for (;;) {
      const { desk } = await texter.must('assignments/list-desk', { actionId });
      if (desk.length === 0) break;
      for (const contact of desk) {
        if (counter.begun >= sizes.firstTexts) return;
        // Otherwise a contact who never leaves the desk would keep everybody here for ever.
        if (seen.has(contact.assignmentId)) throw new Error('a contact who was texted is still on the desk');
        seen.add(contact.assignmentId);
        counter.begun += 1;
        await sendFirst(bank, texter, contact, counter);
        await bank.patience.pause(keyPressMs);
      }
    }
  }
}

async function sendFirst(bank: Bank, texter: Seat, on: Desk[number], counter: Counter): Promise<void> {
  const { log } = bank;
  const { assignmentId, contactId, text } = on;
  const isRepeated = counter.begun % repeatEvery === 0;
  const contact = bank.contactNamed(on.firstName, on.lastName);
  const script = firstTextsFor(contact, texter.firstName).indexOf(text);
  if (script === -1) log.complaints.push(`a first text is none of the two scripts as written: "${text}"`);
  else counter.drawn[script] = (counter.drawn[script] ?? 0) + 1;

  const press = { intentId: randomUUID(), assignmentId, text };
  const send = () => texter.must('outbox/send-initial', press);
  // A key that bounces: the same act arrives a second time before the first is answered, and a third time after it.
  const [{ messageId }, bounced] = await Promise.all([send(), isRepeated ? send() : null]);
  log.acts.push({ kind: 'first', contactId, phone: contact.phone, text, messageId, answeredAt: Date.now() });
  if (bounced === null) return;
  const late = await send();
  log.repeated += 2;
  for (const again of [bounced, late]) {
    if (again.messageId !== messageId) log.complaints.push('a repeated key press was answered with another message');
  }
}
