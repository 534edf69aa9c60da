import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { fitsGsm, septetsOf } from '../../../shared/domain/gsm.ts';
import { countSegments, type Encoding, maxBodyLength } from '../../../shared/domain/segments.ts';

const family = '👨‍👩‍👧‍👦';

describe('countSegments', () => {
  it.each<[what: string, text: string, encoding: Encoding, segments: number]>([
    ['160 a', 'a'.repeat(160), 'GSM-7', 1],
    ['161 a', 'a'.repeat(161), 'GSM-7', 2],
    ['306 a', 'a'.repeat(306), 'GSM-7', 2],
    ['307 a', 'a'.repeat(307), 'GSM-7', 3],
    ['459 a', 'a'.repeat(459), 'GSM-7', 3],
    ['460 a', 'a'.repeat(460), 'GSM-7', 4],
    ['80 €', '€'.repeat(80), 'GSM-7', 1],
    ['81 €', '€'.repeat(81), 'GSM-7', 2],
    ['70 й', 'й'.repeat(70), 'UCS-2', 1],
    ['71 й', 'й'.repeat(71), 'UCS-2', 2],
    ['134 й', 'й'.repeat(134), 'UCS-2', 2],
    ['135 й', 'й'.repeat(135), 'UCS-2', 3],
    ['35 😀', '😀'.repeat(35), 'UCS-2', 1],
    ['36 😀', '😀'.repeat(36), 'UCS-2', 2],
    ['33 😀, x, 33 😀', `${'😀'.repeat(33)}x${'😀'.repeat(33)}`, 'UCS-2', 2],
    ['67 😀', '😀'.repeat(67), 'UCS-2', 3],
    ['6 families', family.repeat(6), 'UCS-2', 1],
    ['7 families', family.repeat(7), 'UCS-2', 2],
    ['curly quotes and an ellipsis', 'It’s “fine” – ok…', 'UCS-2', 1],
    ['a body of the greatest length', 'a'.repeat(maxBodyLength), 'GSM-7', 11],
    ['nothing', '', 'GSM-7', 0],
  ])('counts %s', (_what, text, encoding, segments) => {
    expect(countSegments(text)).toMatchObject({ encoding, segments });
  });

  it('counts the units of the text and those left in its last segment', () => {
    expect(countSegments('')).toEqual({ encoding: 'GSM-7', units: 0, segments: 0, unitsLeft: 160 });
    expect(countSegments('Hi €')).toEqual({ encoding: 'GSM-7', units: 5, segments: 1, unitsLeft: 155 });
    expect(countSegments('a'.repeat(161))).toEqual({ encoding: 'GSM-7', units: 161, segments: 2, unitsLeft: 145 });
    expect(countSegments('Hi й')).toEqual({ encoding: 'UCS-2', units: 4, segments: 1, unitsLeft: 66 });
    expect(countSegments('й'.repeat(71))).toEqual({ encoding: 'UCS-2', units: 71, segments: 2, unitsLeft: 63 });
  });

  it('leaves a septet empty rather than split an extended character over two segments', () => {
    const text = `${'a'.repeat(152)}€${'a'.repeat(151)}`;
    expect(countSegments(text)).toEqual({ encoding: 'GSM-7', units: 305, segments: 2, unitsLeft: 0 });
    expect(countSegments(`${text}a`).segments).toBe(3);
  });

  it('leaves a unit empty rather than split a surrogate pair over two segments', () => {
    const text = `${'й'.repeat(66)}😀${'й'.repeat(65)}`;
    expect(countSegments(text)).toEqual({ encoding: 'UCS-2', units: 133, segments: 2, unitsLeft: 0 });
    expect(countSegments(`${text}й`).segments).toBe(3);
  });

  it.each(['José Muñiz', 'Ça va, Åse?', '10 € [ok]'])('keeps "%s" in GSM-7', (text) => {
    expect(countSegments(text).encoding).toBe('GSM-7');
  });

  it.each(['Zoë', 'Peçanha', 'Iván', '`', '\t', '\u00a0', '\u001b'])('makes %j UCS-2', (text) => {
    expect(countSegments(text).encoding).toBe('UCS-2');
  });
});

describe('the GSM alphabet', () => {
  it('has 127 characters of one septet and ten of two', () => {
    const codeUnits = Array.from({ length: 0x10000 }, (_, codeUnit) => septetsOf(codeUnit));
    expect(codeUnits.filter((septets) => septets === 1)).toHaveLength(127);
    expect(codeUnits.filter((septets) => septets === 2)).toHaveLength(10);
  });
});

const gsm = fc.constantFrom(...'aZ09 @£ñéàΩ¡§\n\r');
const extendedGsm = fc.constantFrom(...'€{}[]~^|\\\f');
const outsideGsm = fc.constantFrom('á', 'ç', 'й', '“', '—', '中', '\t', '😀', '🗳', '\ud83d', '\ude00');
const clusters = fc.constantFrom(family, '👍🏽', '🇺🇸', 'e\u0301', '❤️', '1️⃣');

/** Long runs of one kind, so that boundaries are reached, in a text of up to the greatest length. */
function textsOf(...kinds: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const runs = fc
    .tuple(fc.oneof(...kinds), fc.integer({ min: 1, max: 90 }))
    .map(([piece, times]) => piece.repeat(times));
  return fc.array(fc.oneof(runs, ...kinds), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(''));
}

function countByOracle(text: string) {
  const message = new SegmentedMessage(text);
  const bitsPerUnit = message.encodingName === 'GSM-7' ? 7 : 16;
  return {
    encoding: message.encodingName,
    units: message.messageSize / bitsPerUnit,
    segments: message.segmentsCount,
    unitsLeft: Math.floor((message.segments.at(-1)?.freeSizeInBits() ?? 0) / bitsPerUnit),
  };
}

/** Its one quirk outside the second test: it counts one segment for the empty text, which no generator makes. */
describe("countSegments and the carrier's published calculator", () => {
  it.each([
    ['GSM and extended GSM characters', textsOf(gsm, extendedGsm)],
    ['characters of all kinds', textsOf(gsm, extendedGsm, outsideGsm)],
  ])('agree in all figures on %s', (_what, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(countSegments(text)).toEqual(countByOracle(text));
      }),
      { numRuns: 300 },
    );
  });

  // The calculator keeps all characters of an emoji or of a letter with its marks in one segment; nothing in the
  // encoding asks for that, and a text that is packed more tightly can only have fewer segments.
  it('agree on encoding and units of joined emoji and combined letters, with no more segments than it has', () => {
    fc.assert(
      fc.property(textsOf(gsm, outsideGsm, clusters), (text) => {
        const [count, oracle] = [countSegments(text), countByOracle(text)];
        expect(count).toMatchObject({ encoding: oracle.encoding, units: oracle.units });
        expect(count.segments).toBeLessThanOrEqual(oracle.segments);
        expect(count.segments).toBeGreaterThanOrEqual(Math.ceil(count.units / (count.encoding === 'GSM-7' ? 160 : 70)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('unitsLeft', () => {
  it('is just what the last segment still takes', () => {
    fc.assert(
      fc.property(textsOf(gsm, extendedGsm, outsideGsm), (text) => {
        const { segments, unitsLeft } = countSegments(text);
        const filled = text + 'a'.repeat(unitsLeft);
        expect(countSegments(filled)).toMatchObject({ segments, unitsLeft: 0 });
        expect(countSegments(`${filled}a`).segments).toBe(segments + 1);
      }),
    );
  });
});

describe('fitsGsm', () => {
  it('is true just when every character has septets', () => {
    fc.assert(
      fc.property(textsOf(gsm, extendedGsm, outsideGsm), (text) => {
        expect(fitsGsm(text)).toBe(countSegments(text).encoding === 'GSM-7');
      }),
    );
  });
});
