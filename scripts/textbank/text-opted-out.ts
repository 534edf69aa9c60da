import { diceOf } from '../../main/carrier/simulator/dice.ts';
import { personaOf } from '../../main/carrier/simulator/personas.ts';
import type { Bank } from './bank.ts';
import { listAll, sendFollowUp } from './work-inbox.ts';

export interface Attempts {
  readonly tried: number;
  readonly refused: number;
}

/**
 * Tries to text everybody who asked to hear no more. Who that is follows from who the contacts are, not from what the
 * engine made of their words, so that words which it did not understand are found out.
 */
export async function textOptedOut(bank: Bank, seed: string): Promise<Attempts> {
  const { log, owner, simulator } = bank;
  const dice = diceOf(seed);
  const { personas } = await simulator.knobs();
  let tried = 0;
  let refused = 0;
  for (const conversation of await listAll(owner)) {
    const { phone } = bank.contactNamed(conversation.firstName, conversation.lastName);
    const persona = personaOf(phone, personas, dice);
    if (persona !== 'stop-keyword' && persona !== 'stop-in-words') continue;
    tried += 1;
    if (await sendFollowUp(bank, owner, conversation, 'We would still like to hear from you.')) {
      log.complaints.push(`a text to a contact who wrote "${conversation.lastReply}" was not refused`);
    } else refused += 1;
  }
  return { tried, refused };
}
