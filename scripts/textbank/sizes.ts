/** How large the text bank is, how fast it goes, and what goes wrong on the way. */
import type { KnobChanges } from '../../tests/support/simulator-process.ts';

export const sizes = {
  listRows: 5_000,
  firstTexts: 1_000,
  texters: 4,
  numbers: 4,
} as const;

/** Segments per second. All first texts leave within 30 to 60 s, follow-ups among them. */
export const rates = { number: 9, account: 30 } as const;

/** Between two key presses of one texter: together they press faster than texts may leave, so that a queue builds up. */
export const keyPressMs = 70;

/** First texts that are decided when the engine is killed, and when the carrier is cut off. */
export const troublesAt = { kill: 250, outage: 500 } as const;
export const outageMs = 6_000;

/** One key press in so many is made twice, with one intent. */
export const repeatEvery = 40;

/**
 * An ordinary day, but people and networks are faster, the carrier's lists lag, and a few answers are lost. Nobody takes
 * hours, so that the bank ends when the last one has answered.
 */
export const carrierKnobs: KnobChanges = {
  speed: 200,
  listLatenessMs: 2_000,
  lostAnswerRate: 0.01,
  faultsOn: 'creates',
  personas: {
    yes: 25,
    no: 10,
    question: 12,
    'wrong-number': 5,
    'stop-keyword': 5,
    'stop-in-words': 4,
    abuse: 2,
    silent: 37,
  },
};

/**
 * So long after a contact has written, the engine may not have heard of it: the longest time between two sweeps while
 * texts leave, what the carrier's lists lag, and the reading itself.
 */
export const hearingMs = 5_000 + 2_000 + 3_000;

export const giveUpAfterMs = 6 * 60_000;
