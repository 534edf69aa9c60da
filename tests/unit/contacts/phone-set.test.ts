import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhoneSet } from '../../../main/contacts/import/phone-set.ts';
import { inventedPhone } from '../../support/lists.ts';

describe('the set of phones that were seen', () => {
  it('knows the same ones as a map of texts, each where it stood first', () => {
    const phone = fc.bigInt({ min: 1_000_000n, max: 999_999_999_999_999n }).map((digits) => `+${digits}`);
    fc.assert(
      fc.property(fc.array(fc.oneof(phone, fc.nat({ max: 50 }).map(inventedPhone)), { maxLength: 300 }), (phones) => {
        const set = createPhoneSet();
        const lineOf = new Map<string, number>();
        phones.forEach((text, line) => {
          expect(set.add(Number(text), line)).toBe(lineOf.get(text) ?? null);
          if (!lineOf.has(text)) lineOf.set(text, line);
        });
      }),
    );
  });

  it('grows without forgetting any', () => {
    const set = createPhoneSet();
    const phones = Array.from({ length: 100_000 }, (_none, n) => inventedPhone(n));
    expect(phones.filter((phone, line) => set.add(Number(phone), line) !== null)).toEqual([]);
    expect(phones.filter((phone, line) => set.add(Number(phone), 0) !== line)).toEqual([]);
  });
});
