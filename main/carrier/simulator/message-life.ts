/**
 * The life of a text that was accepted: queued, sending, sent, then delivered or undelivered; or failed before it was
 * sent. Pure rules: a message, the knobs and the dice in, the next status and its delay out. How a text ends is drawn
 * when it is accepted, so that a turned knob changes later texts and not the fate of those under way.
 */
import type { Dice } from './dice.ts';
import type { Knobs } from './knobs.ts';
import type { MessageRow, MessageStatus } from './message-rows.ts';
import { lineTypeOf } from './phones.ts';

export interface Fate {
  readonly fate: 'delivered' | 'undelivered' | 'failed' | 'sent';
  readonly fateCode: number | null;
}

/** Reasons for which a carrier gives up on a text, as often as they stand here. */
const undeliveredCodes = [30003, 30003, 30005, 30006, 30007, 30008];

export function fateOf(drawName: string, toPhone: string, knobs: Knobs, dice: Dice): Fate {
  if (lineTypeOf(toPhone, knobs.landlineShare, dice) === 'landline') return { fate: 'undelivered', fateCode: 30006 };
  const draw = dice.draw('fate', drawName);
  if (draw < knobs.failedRate) return { fate: 'failed', fateCode: 30008 };
  if (draw < knobs.failedRate + knobs.undeliveredRate) {
    return { fate: 'undelivered', fateCode: dice.pick(undeliveredCodes, 'reason', drawName) };
  }
  return { fate: dice.chance(knobs.noReceiptRate, 'receipt', drawName) ? 'sent' : 'delivered', fateCode: null };
}

export interface Turn {
  readonly status: MessageStatus;
  readonly errorCode: number | null;
  /** Until the turn after this one, on the carrier's clock; null when this is the last. */
  readonly nextAfterMs: number | null;
}

/** The next status of a message in `queued`, `sending` or `sent`, at the instant at which it is due. */
export function turnOf(message: MessageRow, knobs: Knobs, dice: Dice, dueAt: number): Turn {
  switch (message.status) {
    case 'queued':
      if (message.expiresAt !== null && dueAt >= message.expiresAt) return last('failed', 30036);
      if (knobs.accountStatus === 'suspended') return last('failed', 30002);
      if (message.fate === 'failed') return last('failed', message.fateCode);
      return { status: 'sending', errorCode: null, nextAfterMs: stepMs(message.drawName, 'sending', knobs, dice) };
    case 'sending':
      if (message.fate === 'sent') return last('sent', null);
      return { status: 'sent', errorCode: null, nextAfterMs: stepMs(message.drawName, 'sent', knobs, dice) };
    case 'sent':
      return message.fate === 'undelivered' ? last('undelivered', message.fateCode) : last('delivered', null);
    default:
      throw new Error(`a message that is ${message.status} has no turn to come`);
  }
}

/** How long a text stays in a status, from the moment at which nothing holds it there. */
export function stepMs(drawName: string, status: MessageStatus, knobs: Knobs, dice: Dice): number {
  return Math.round(dice.spread(knobs.deliveryMs, 0.5, status, drawName) / knobs.speed);
}

function last(status: MessageStatus, errorCode: number | null): Turn {
  return { status, errorCode, nextAfterMs: null };
}
