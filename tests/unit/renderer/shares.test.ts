import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../../renderer/words/formats.ts';

describe('a share of a whole', () => {
  it.each([
    [0, 1_934, '0%'],
    [1, 1_934, '<0.1%'],
    [2, 1_934, '0.1%'],
    [10, 1_934, '0.5%'],
    [19, 1_934, '0.9%'],
    [20, 1_934, '1%'],
    [1, 3, '33%'],
    [2, 3, '67%'],
    [1_914, 1_934, '99%'],
    [1_915, 1_934, '99.1%'],
    [1_926, 1_934, '99.6%'],
    [1_932, 1_934, '99.9%'],
    [1_933, 1_934, '>99.9%'],
    [99_999, 100_000, '>99.9%'],
    [1_934, 1_934, '100%'],
  ])('%i of %i is told as %s', (part, whole, told) => {
    expect(formatsFor('en-US').percent(part / whole)).toBe(told);
  });

  it('is written as the language writes numbers', () => {
    expect(formatsFor('es-ES').percent(10 / 1_934)).toMatch(/^0,5\s%$/);
    expect(formatsFor('es-US').percent(1 / 100_000)).toMatch(/^<0[.,]1\s?%$/);
  });

  it('is told as nothing or as all only when it is, and else within half a percent', () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const told = formatsFor('en-US').percent(part / whole);
        expect(told === '0%').toBe(part === 0);
        expect(told === '100%').toBe(part === whole);
        expect(Math.abs(Number(told.replace(/[<>%]/g, '')) - (part / whole) * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});
