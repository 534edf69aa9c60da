import type { WorldId } from './ids.ts';

/**
 * Draws lots without dice: which of `count` things falls to a contact in an action (C2, A/B scripts). The same contact
 * and action draw the same on every desktop and for ever, so that retry, reassignment and estimate agree. Over many
 * contacts every index comes up equally often, and what one action draws says nothing about another. Nothing is stored.
 */

/** What is drawn. Each draws lots of its own, or all that hear one script would be texted from one number. */
export type Lots = 'script' | 'number';

const startOf: Readonly<Record<Lots, number>> = { script: 0, number: 1 };

/**
 * The numbers that this gives are a promise: changing the mixing would redraw the scripts of actions that are under way.
 *
 * @returns a whole number from 0 to `count - 1`.
 * @throws RangeError when there is nothing to draw from.
 */
export function drawIndex(contact: WorldId, action: WorldId, count: number, lots: Lots = 'script'): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('a draw needs at least one thing to draw from');
  const hash = [...wordsOf(action), ...wordsOf(contact)].reduce(absorb, startOf[lots]);
  return Math.floor((hash / wordSpan) * count);
}

const wordSpan = 2 ** 32;

/** The 53 bits of an id as two words of 32. */
function wordsOf(id: WorldId): readonly [number, number] {
  return [Math.floor(id / wordSpan), id % wordSpan];
}

/** The odd step keeps a word of zeros from leaving a state of zero as it was. */
function absorb(state: number, word: number): number {
  return scatter((state + 0x9e3779b9) ^ word);
}

/**
 * A one-to-one map of 32 bits in which each bit of the input turns about half the bits of the output: shifts bring high
 * bits down, odd multiplications carry low bits up. The multipliers are known for their small bias.
 */
function scatter(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  mixed ^= mixed >>> 16;
  return mixed >>> 0;
}
