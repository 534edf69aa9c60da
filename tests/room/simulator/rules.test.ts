import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { spanOf } from '../../../main/carrier/simulator/dates.ts';
import { diceOf } from '../../../main/carrier/simulator/dice.ts';
import { ordinaryDay } from '../../../main/carrier/simulator/knobs.ts';
import { keywordOf } from '../../../main/carrier/simulator/opt-out.ts';
import { type PersonaName, personaNames, personaOf, replyTo } from '../../../main/carrier/simulator/personas.ts';
import { segmentsOf } from '../../../main/carrier/simulator/segments.ts';

const phones = Array.from({ length: 4_000 }, (_, index) => `+1303555${String(index).padStart(4, '0')}`);

describe('segments', () => {
  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['€'.repeat(80), 1],
    ['€'.repeat(81), 2],
    ['й'.repeat(70), 1],
    ['й'.repeat(71), 2],
    ['й'.repeat(135), 3],
    ['😀'.repeat(36), 2],
    ['😀'.repeat(67), 3],
    ['', 0],
  ])('of %s are %i', (text, count) => {
    expect(segmentsOf(text)).toBe(count);
  });

  test('agree with the official calculator for any text of letters, signs and single emoji', () => {
    const character = fc.constantFrom('a', 'Z', ' ', '€', '[', '~', 'é', 'ñ', 'á', 'й', '“', '😀', '\n');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 400 }), (characters) => {
        const text = characters.join('');
        expect(segmentsOf(text)).toBe(new SegmentedMessage(text, 'auto', false).segmentsCount);
      }),
    );
  });
});

describe('dice', () => {
  test('give the same draw for the same seed and names, and another for another', () => {
    expect(diceOf('a').draw('x', 1)).toBe(diceOf('a').draw('x', 1));
    expect(diceOf('a').draw('x', 1)).not.toBe(diceOf('b').draw('x', 1));
    expect(diceOf('a').draw('x', 1)).not.toBe(diceOf('a').draw('x', 2));
  });

  test('are even: each tenth gets about a tenth of the phones', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const phone of phones) {
      const index = Math.floor(diceOf('a').draw('even', phone) * 10);
      tenths[index] = (tenths[index] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
  });

  test('spread half of the durations below the median', () => {
    const durations = phones.map((phone) => diceOf('a').spread(1_000, 1, phone));
    const below = durations.filter((duration) => duration < 1_000).length;
    expect(Math.abs(below - 2_000)).toBeLessThan(150);
    expect(Math.min(...durations)).toBeGreaterThanOrEqual(0);
  });
});

describe('personas', () => {
  test('occur as often as their weights say', () => {
    const counts = new Map<PersonaName, number>();
    for (const phone of phones) {
      const persona = personaOf(phone, { yes: 3, silent: 1 }, diceOf('a'));
      counts.set(persona, (counts.get(persona) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['silent', 'yes']);
    expect(Math.abs((counts.get('yes') ?? 0) - 3_000)).toBeLessThan(150);
  });

  const everythingSaidBy = (persona: PersonaName, spanishShare: number) => {
    const knobs = { ...ordinaryDay, personas: { [persona]: 1 }, spanishShare };
    return phones.flatMap((phone) => replyTo(phone, 1, knobs, diceOf('a')) ?? []);
  };

  test('who stop with a keyword use no other words, and who stop in words use no keyword', () => {
    for (const share of [0, 1]) {
      expect(everythingSaidBy('stop-keyword', share).every(({ body }) => keywordOf(body) === 'stop')).toBe(true);
      expect(everythingSaidBy('stop-in-words', share).some(({ body }) => keywordOf(body) !== null)).toBe(false);
    }
  });

  test('are opted out by what they say when, and only when, they ask to hear no more', () => {
    for (const persona of personaNames) {
      const asks = persona === 'stop-keyword' || persona === 'stop-in-words';
      expect(everythingSaidBy(persona, 0.5).every(({ optOut }) => optOut === asks)).toBe(true);
    }
  });

  test('answer within a day, and sooner by the speed', () => {
    const knobs = { ...ordinaryDay, personas: { slow: 1 }, speed: 100 };
    const replies = phones.flatMap((phone) => replyTo(phone, 1, knobs, diceOf('a')) ?? []);
    expect(Math.max(...replies.map(({ afterMs }) => afterMs))).toBeLessThanOrEqual(864_000);
  });
});

test.each([
  ['2026-11-03', Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 4) - 1],
  ['2026-11-03T10:00:00Z', Date.UTC(2026, 10, 3, 10), Date.UTC(2026, 10, 3, 10, 0, 1) - 1],
  ['2026-11-03T10:00:00-05:00', Date.UTC(2026, 10, 3, 15), Date.UTC(2026, 10, 3, 15, 0, 1) - 1],
])('the date filter %s spans the day or the second', (text, fromAt, untilAt) => {
  expect(spanOf(text)).toEqual({ fromAt, untilAt });
});

test.each(['', 'today', '2026-13-01', '03.11.2026'])('the date filter "%s" is none', (text) => {
  expect(spanOf(text)).toBeNull();
});
