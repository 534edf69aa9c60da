/** What every part of the simulator shares. Put together once, in `start.ts`. */
import type { Book } from './book.ts';
import type { CarrierClock } from './clock.ts';
import type { ContactRows } from './contact-rows.ts';
import type { Dice } from './dice.ts';
import type { Knobs } from './knobs.ts';
import type { MessageRows } from './message-rows.ts';
import type { NumberRows } from './number-rows.ts';
import type { Webhooks } from './webhooks.ts';

export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly createdAt: number;
}

export interface Carrier {
  readonly account: Account;
  readonly book: Book;
  readonly clock: CarrierClock;
  readonly dice: Dice;
  readonly messages: MessageRows;
  readonly contacts: ContactRows;
  readonly numbers: NumberRows;
  readonly webhooks: Webhooks;
  knobs(): Knobs;
  /** Says that something new may be due earlier than the timetable knew. */
  nudge(): void;
}

export const apiVersion = '2010-04-01';

export function accountUri(account: Account): string {
  return `/${apiVersion}/Accounts/${account.accountSid}`;
}
