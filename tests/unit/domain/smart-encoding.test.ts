import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsGsm } from '../../../shared/domain/gsm.ts';
import { countSegments } from '../../../shared/domain/segments.ts';
import { smartEncode } from '../../../shared/domain/smart-encoding.ts';

describe('smartEncode', () => {
  it.each([
    ['curly quotes, a dash and an ellipsis', 'It’s “fine” – ok…', 'It\'s "fine" - ok...'],
    ['low quotes and guillemets', '„fine“ «fine» ‚', '"fine" "fine" ,'],
    ['primes, a backtick and an acute accent', '5′ 6″ `x´', "5' 6\" 'x'"],
    ['dashes of every width and the minus', '‐‑‒–—―−', '-------'],
    ['bullets', '• one\n◦ two', '- one\n- two'],
    ['a no-break space and a tab, as one space each', 'a\u00a0b\tc', 'a b c'],
    ['spaces by width', 'a\u2003b\u2009c\u202fd\u3000e', 'a b c d e'],
    ['line and paragraph separators', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['what has no width', '\ufeffa\u200bb\u200cc\u200dd\u00ade\u2060f\u200e', 'abcdef'],
    ['a letter with a combining mark that has a GSM letter', 'Jose\u0301', 'José'],
  ])('replaces %s', (_what, text, plain) => {
    expect(smartEncode(text)).toBe(plain);
  });

  it.each(['It’s fine 😀', 'Querida Iván…', 'Zoë – ok', 'й…', '👨‍👩‍👧'])(
    'leaves "%s" alone, since it needs UCS-2 anyway',
    (text) => {
      expect(smartEncode(text)).toBe(text);
    },
  );

  it('makes one segment of 17 UCS-2 characters into one of 19 septets', () => {
    const text = 'It’s “fine” – ok…';
    expect(countSegments(text)).toMatchObject({ encoding: 'UCS-2', units: 17, segments: 1 });
    expect(countSegments(smartEncode(text))).toMatchObject({ encoding: 'GSM-7', units: 19, segments: 1 });
  });

  const texts = fc.string({
    unit: fc.oneof(fc.constantFrom(...'aéñ€ "\n', '’', '“', '…', '–', '•', '\u00a0', '\u200b', '\t', 'e\u0301'), {
      arbitrary: fc.constantFrom('á', 'й', '😀', '\u0301', '\ud83d'),
      weight: 1,
    }),
    maxLength: 12,
  });

  it('gives the text itself or one that fits GSM-7, and nothing in between', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const encoded = smartEncode(text);
        expect(encoded === text || fitsGsm(encoded)).toBe(true);
      }),
    );
  });

  it('changes nothing in a text that fits GSM-7, its own results included', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const encoded = smartEncode(text);
        expect(smartEncode(encoded)).toBe(encoded);
        if (fitsGsm(text)) expect(encoded).toBe(text);
      }),
    );
  });

  it('never changes an English or Spanish letter or a digit', () => {
    const kept = (text: string) => text.replace(/[^0-9A-Za-zéñüÑÜÉ]/g, '');
    const words = fc.string({ unit: fc.constantFrom(...'aZ5éñüÑÜÉ ’“—…\u00a0') });
    fc.assert(
      fc.property(words, (text) => {
        expect(kept(smartEncode(text))).toBe(kept(text));
      }),
    );
  });
});
