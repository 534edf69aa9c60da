/** How large the demonstration is, how fast its people are, and what goes wrong on the way. */
import type { KnobChanges } from '../../tests/support/simulator-process.ts';
import { carrierKnobs as textbankKnobs } from '../textbank/sizes.ts';

/** The owner texts the first two batches, a texter the last. */
export const sizes = { listRows: 5_000, firstTexts: 300, batch: 100, byTexter: 100, answers: 35 } as const;

/** In milliseconds: between two keys of a short word, of a long text; at each station; from when a text has come until it is sent. */
export const pace = { shortKeyMs: 25, longKeyMs: 6, stationMs: 450, textMs: 218, answerMs: 120 } as const;

/** How fast people and networks are, compared with real ones. */
export const speed = 20;

/** An ordinary day whose lists lag and of whose answers every tenth is lost. People answer within seconds. */
export const carrierKnobs: KnobChanges = {
  listLatenessMs: 2_000,
  lostAnswerRate: 0.1,
  faultsOn: 'creates',
  replyMs: 20_000,
  ...(textbankKnobs.personas === undefined ? {} : { personas: textbankKnobs.personas }),
};

/** After so many first texts the carrier is cut off, and the window is photographed when so many more are decided. */
export const outage = { atText: 60, forMs: 8_000, photographAtText: 90 } as const;

/** The inbox is left after so long, whoever still waits for an answer. */
export const answeringMs = 40_000;

export const giveUpAfterMs = 8 * 60_000;
