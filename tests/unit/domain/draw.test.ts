import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawIndex } from '../../../shared/domain/draw.ts';
import {
  asActionId,
  asContactId,
  asDeviceNumber,
  asWorldId,
  type WorldId,
  worldId,
} from '../../../shared/domain/ids.ts';

const here = asDeviceNumber(0);
const contact = (id: number): WorldId => worldId(here, asContactId(id));
const action = (id: number): WorldId => worldId(here, asActionId(id));

/** How often each cell came up, as the chi-squared distance from all cells being equally likely. */
function distanceFromUniform(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** A distance that chance hardly ever exceeds: with k degrees of freedom its mean is k and its variance 2k. */
function farthestByChance(cells: number): number {
  const freedom = cells - 1;
  return freedom + 4 * Math.sqrt(2 * freedom) + 8;
}

const anyWorld = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 17 - 1 }), fc.integer({ min: 1, max: 2 ** 36 - 1 }))
  .map(([device, id]) => asWorldId(device * 2 ** 36 + id));

describe('a draw', () => {
  it.each<[number, number, number, number]>([
    [1, 1, 2, 0],
    [2, 1, 2, 0],
    [1, 2, 2, 1],
    [1, 1, 3, 1],
    [999_999, 12, 5, 4],
    [68_719_476_735, 1, 100, 76],
    [343_597_383_697, 3, 100, 95],
    [17, 343_597_383_683, 100, 36],
    [9_007_199_254_740_991, 9_007_130_535_264_257, 1_000, 380],
  ])('of contact %i in action %i among %i is %i, today and for ever', (contactWorld, actionWorld, count, index) => {
    expect(drawIndex(asWorldId(contactWorld), asWorldId(actionWorld), count)).toBe(index);
  });

  it('is always one of the things that there are', () => {
    fc.assert(
      fc.property(anyWorld, anyWorld, fc.integer({ min: 1, max: 1_000 }), (who, what, count) => {
        const index = drawIndex(who, what, count);
        expect(Number.isInteger(index) && index >= 0 && index < count).toBe(true);
        expect(drawIndex(who, what, count)).toBe(index);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('among %d things is a mistake of the program', (count) => {
    expect(() => drawIndex(contact(1), action(1), count)).toThrow(RangeError);
  });

  it.each([2, 3, 4, 5, 7, 50])('gives each of %i things its share of neighbouring contacts', (count) => {
    for (const actionId of [1, 2, 3, 1_000_003]) {
      const counts = Array.from({ length: count }, () => 0);
      for (let id = 1; id <= 50_000; id += 1) {
        const index = drawIndex(contact(id), action(actionId), count);
        counts[index] = (counts[index] ?? 0) + 1;
      }
      expect(distanceFromUniform(counts)).toBeLessThan(farthestByChance(count));
    }
  });

  it.each([0, 1, 2, 4, 20, 35])('does so, too, for contacts whose ids differ from bit %i on', (bit) => {
    const counts = [0, 0, 0];
    for (let n = 0; n < 30_000; n += 1) {
      const index = drawIndex(asWorldId(1 + n * 2 ** bit), action(9), 3);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    expect(distanceFromUniform(counts)).toBeLessThan(farthestByChance(3));
  });

  it.each([
    [1, 2],
    [1, 3],
    [7, 1_007],
    [2 ** 20, 2 ** 21],
  ])('in action %i says nothing about the draw in action %i', (one, other) => {
    const counts = Array.from({ length: 9 }, () => 0);
    for (let id = 1; id <= 50_000; id += 1) {
      const cell = drawIndex(contact(id), action(one), 3) * 3 + drawIndex(contact(id), action(other), 3);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(distanceFromUniform(counts)).toBeLessThan(farthestByChance(9));
  });

  it('of a script says nothing about the draw of a number', () => {
    const counts = Array.from({ length: 9 }, () => 0);
    for (let id = 1; id <= 50_000; id += 1) {
      const cell = drawIndex(contact(id), action(4), 3) * 3 + drawIndex(contact(id), action(4), 3, 'number');
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(distanceFromUniform(counts)).toBeLessThan(farthestByChance(9));
  });

  it('says nothing about the next contact’s draw', () => {
    const counts = Array.from({ length: 4 }, () => 0);
    for (let id = 1; id <= 50_000; id += 1) {
      const cell = drawIndex(contact(id), action(1), 2) * 2 + drawIndex(contact(id + 1), action(1), 2);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    // Cells overlap by one contact, which widens chance a little.
    expect(distanceFromUniform(counts)).toBeLessThan(2 * farthestByChance(4));
  });
});
