import type { Reader, Tx } from '../store/index.ts';
import { findPhone, raiseIn, raiseInitial, raiseOut, setUnreachable } from './queries.ts';

/** What is known of a phone, whoever has it. Instants, and null for what never happened. */
export interface KnownOfPhone {
  readonly optedOutAt: number | null;
  readonly blockedAt: number | null;
  /** The carrier's code that said that this phone takes no texts. */
  readonly unreachableCode: number | null;
  /** When the carrier was last asked to take a first text of any action, and any text. */
  readonly lastInitialAt: number | null;
  readonly lastOutAt: number | null;
  readonly lastInAt: number | null;
}

/** Takes E.164. */
export function readPhone(reader: Reader, phone: string): KnownOfPhone {
  const row = findPhone(reader, phone);
  return {
    optedOutAt: row?.opted_out_at ?? null,
    blockedAt: row?.blocked_at ?? null,
    unreachableCode: row?.unreachable_code ?? null,
    lastInitialAt: row?.last_initial_at ?? null,
    lastOutAt: row?.last_out_at ?? null,
    lastInAt: row?.last_in_at ?? null,
  };
}

/** A text leaves. The room that sends it writes the journal. */
export function noteSent(tx: Tx, phone: string, kind: 'initial' | 'follow-up', at: number): void {
  if (kind === 'initial') raiseInitial(tx, phone, at);
  else raiseOut(tx, phone, at);
}

/** The phone wrote. The room that received it writes the journal. */
export function noteReceived(tx: Tx, phone: string, at: number): void {
  raiseIn(tx, phone, at);
}

/** The carrier said that this phone takes no texts. The room that was told so writes the journal. */
export function noteUnreachable(tx: Tx, phone: string, code: number): void {
  setUnreachable(tx, phone, code);
}
