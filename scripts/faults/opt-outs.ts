import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import { realNowMs } from '../../tests/faults/clock-file.ts';
import type { SimulatorProcess } from '../../tests/support/simulator-process.ts';
import type { Person } from './people.ts';
import type { RunLog } from './run-log.ts';
import type { Seat } from './seat.ts';

/** Contacts who ask to hear no more, and what the engine has been told and has said about it. */
export interface OptOuts {
  /** The contact has been sent a first text; those who will opt out do so some time later. */
  watch(person: Person, contactId: number, seat: Seat): void;
  hasAsked(phone: string): boolean;
  /** Whether the engine has answered, or said by itself, that the phone is opted out. */
  isTold(phone: string): boolean;
  /** Resolves when all who are watched have asked, and the engine knows of all of them; gives whom it does not know of. */
  settle(withinMs: number): Promise<readonly string[]>;
}

/** Words that are no keyword of the carrier: only the engine can honour them. */
const words = ['please stop texting me', 'Take me off your list', 'opt out', 'do not text me again'];

export function watchOptOuts(parts: {
  readonly simulator: SimulatorProcess;
  readonly log: RunLog;
  readonly dice: Dice;
  readonly actionId: number;
  readonly isOver: () => boolean;
}): OptOuts {
  const { simulator, log, dice, actionId } = parts;
  const underway = new Map<string, Promise<void>>();
  const asking = new Set<string>();

  function hasAsked(phone: string): boolean {
    return asking.has(phone) || log.optedOutInWriting.has(phone);
  }

  async function optOutByHand({ phone }: Person, contactId: number, seat: Seat): Promise<void> {
    // From here on a refusal is right, although nobody has answered yet.
    asking.add(phone);
    await seat.must('contacts/opt-out', { intentId: randomUUID(), contactId });
    log.optedOutByHand.set(phone, realNowMs());
    log.told.set(phone, realNowMs());
  }

  /** Writes to the number that the contact was texted from, once there is one. */
  async function optOutInWriting({ phone, optOut }: Person, contactId: number, seat: Seat): Promise<void> {
    const body = optOut === 'keyword' ? 'STOP' : dice.pick(words, 'opts out by', phone);
    while (!log.optedOutInWriting.has(phone)) {
      if (parts.isOver()) return;
      await sleep(300);
      try {
        const from = (await simulator.accepted(phone))[0]?.fromPhone;
        if (from == null) continue;
        log.optedOutInWriting.add(phone);
        await simulator.write({ from: phone, to: from, body, optOut: true });
      } catch {
        // The carrier's door is closed for a moment. What was not written is written later.
        log.optedOutInWriting.delete(phone);
      }
    }
    await untilTold(phone, contactId, seat);
  }

  async function untilTold(phone: string, contactId: number, seat: Seat): Promise<void> {
    for (;;) {
      const { optedOut } = await seat.must('conversations/read', { actionId, contactId });
      if (optedOut) break;
      await sleep(400);
    }
    log.told.set(phone, realNowMs());
  }

  return {
    hasAsked,
    isTold: (phone) => log.told.has(phone),

    watch: (person, contactId, seat) => {
      if (person.optOut === null) return;
      const act = person.optOut === 'by-hand' ? optOutByHand : optOutInWriting;
      // Some at once, while their first text is on its way; some after a while.
      const afterMs = Math.round(4_000 * dice.draw('opts out after', person.phone));
      const asked = sleep(afterMs).then(() => act(person, contactId, seat));
      underway.set(
        person.phone,
        asked.then(() => void underway.delete(person.phone)),
      );
    },

    settle: async (withinMs) => {
      await Promise.race([Promise.all(underway.values()), sleep(withinMs)]);
      return [...underway.keys()].filter(hasAsked);
    },
  };
}
