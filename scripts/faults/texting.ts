import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { realNowMs } from '../../tests/faults/clock-file.ts';
import type { CommonTime } from './common-time.ts';
import type { Bank } from './founding.ts';
import type { OptOuts } from './opt-outs.ts';
import type { RunLog } from './run-log.ts';
import type { Seat } from './seat.ts';
import type { TextPlan } from './text-plans.ts';

export interface TextingParts {
  readonly bank: Bank;
  readonly time: CommonTime;
  readonly log: RunLog;
  readonly optOuts: OptOuts;
  readonly planOf: (name: string) => TextPlan;
  readonly pressesPerSecond: number;
}

/** A contact who has been texted and is to be texted again by the same person. */
interface Due {
  readonly plan: TextPlan;
  readonly contactId: number;
  readonly step: number;
  readonly dueAt: number;
}

export const nameOf = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${firstName}|${lastName}`;

/** Everybody presses keys until told to stop; resolves when the last key has been answered. */
export async function textEverybody(parts: TextingParts, isOver: () => boolean): Promise<void> {
  const { bank, pressesPerSecond } = parts;
  const beganMs = realNowMs();
  let pressed = 0;
  const mayPress = (): boolean => pressed < ((realNowMs() - beganMs) / 1_000) * pressesPerSecond;
  const text = (seat: Seat): Promise<void> =>
    textAlone(parts, seat, isOver, async () => {
      while (!mayPress() && !isOver()) await sleep(20);
      pressed += 1;
    });
  await Promise.all(bank.texters.map(text));
}

async function textAlone(
  parts: TextingParts,
  seat: Seat,
  isOver: () => boolean,
  turn: () => Promise<void>,
): Promise<void> {
  const { bank, time, log, optOuts, planOf } = parts;
  const { actionId } = bank;
  const due: Due[] = [];
  let desk: { plan: TextPlan; contactId: number; assignmentId: number }[] = [];
  let hasMore = true;

  function takeDue(): Due | null {
    const nowAt = time.nowAt();
    const index = due.findIndex(({ dueAt }) => dueAt <= nowAt);
    return index === -1 ? null : (due.splice(index, 1)[0] ?? null);
  }

  function follow(plan: TextPlan, contactId: number, step: number): void {
    if (step < plan.length) due.push({ plan, contactId, step, dueAt: time.nowAt() + plan.pauseBefore(step) });
  }

  async function fillDesk(): Promise<void> {
    const claimed = await seat.ask('assignments/claim-batch', { intentId: randomUUID(), actionId });
    if (!claimed.ok) {
      // Nobody is open now, or nobody is left: others are texted on.
      if (claimed.error.code === 'assignments/none-left') hasMore = false;
      await sleep(200);
      return;
    }
    const read = await seat.must('assignments/list-desk', { actionId, limit: 50 });
    desk = read.desk.map(({ assignmentId, contactId, firstName, lastName }) => ({
      plan: planOf(nameOf({ firstName, lastName })),
      contactId,
      assignmentId,
    }));
  }

  async function sendFirst(): Promise<void> {
    const next = desk.shift();
    if (next === undefined) return fillDesk();
    const { plan, contactId, assignmentId } = next;
    const text = plan.textAt(0);
    const answer = await seat.ask('outbox/send-initial', { intentId: randomUUID(), assignmentId, text });
    if (!answer.ok) {
      log.complaints.push(`a first text was refused: ${answer.error.code}`);
      return;
    }
    log.acts.push({ phone: plan.person.phone, text, messageId: answer.value.messageId });
    optOuts.watch(plan.person, contactId, seat);
    follow(plan, contactId, 1);
  }

  async function sendFollowUp({ plan, contactId, step }: Due): Promise<void> {
    const { phone } = plan.person;
    const text = plan.textAt(step);
    const before = optOuts.isTold(phone);
    const press = { intentId: randomUUID(), actionId, contactId, text };
    const answer = await seat.ask('conversations/send', press);
    if (answer.ok) {
      if (before) log.complaints.push('a text to a contact who is known to have opted out was not refused');
      log.acts.push({ phone, text, messageId: answer.value.messageId });
    } else if (answer.error.code !== 'outbox/opted-out') {
      log.complaints.push(`a follow-up was refused: ${answer.error.code}`);
    } else if (!optOuts.hasAsked(phone))
      log.complaints.push('a contact was taken for opted out who never asked for it');
    follow(plan, contactId, step + 1);
  }

  while (!isOver()) {
    await turn();
    if (isOver()) break;
    const next = takeDue();
    if (next !== null) await sendFollowUp(next);
    else if (hasMore) await sendFirst();
    else await sleep(50);
  }
}
