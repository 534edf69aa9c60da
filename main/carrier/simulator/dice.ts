/**
 * All chance in the simulator. A draw is a function of the seed and of names ("persona", a phone), not of the order in
 * which draws are made: the same contact has the same character in every run with the same seed, whatever else goes on.
 */

type Name = string | number;

export interface Dice {
  /** Evenly spread over 0 (included) to 1 (excluded). */
  draw(...names: Name[]): number;
  /** True with the probability `rate` (0 to 1). */
  chance(rate: number, ...names: Name[]): boolean;
  /** One of `choices`, which must not be empty. */
  pick<Choice>(choices: readonly Choice[], ...names: Name[]): Choice;
  /** A duration around `medianMs` with a long tail to the right (log-normal), as people answer and networks deliver. */
  spread(medianMs: number, sigma: number, ...names: Name[]): number;
}

export function diceOf(seed: string): Dice {
  const draw = (...names: Name[]): number => hash(`${seed}|${names.join('|')}`) / 2 ** 32;
  return {
    draw,
    chance: (rate, ...names) => rate > 0 && draw(...names) < rate,
    pick: (choices, ...names) => {
      const index = Math.floor(draw(...names) * choices.length);
      if (choices.length === 0) throw new RangeError('nothing to pick from');
      return choices[index] as (typeof choices)[number];
    },
    spread: (medianMs, sigma, ...names) => {
      const radius = Math.sqrt(-2 * Math.log(1 - draw(...names, 'radius')));
      const normal = radius * Math.cos(2 * Math.PI * draw(...names, 'angle'));
      return Math.round(medianMs * Math.exp(sigma * normal));
    },
  };
}

/** FNV-1a over UTF-16 code units, then MurmurHash3's finalizer, because FNV alone hardly moves the high bits at the end. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
