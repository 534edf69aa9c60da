import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' };
import { type CountryCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { isNanp } from '../../../shared/domain/nanp.ts';
import { parsePhone } from '../../../shared/domain/parse-phone.ts';
import { areaCodeOf, asE164, displayPhone, isAbroad, isE164, maskPhone } from '../../../shared/domain/phone.ts';
import { err, ok } from '../../../shared/result.ts';

describe('parsePhone', () => {
  it.each([
    '2025550123',
    '(202) 555-0123',
    '1-202-555-0123',
    '+1 202 555 0123',
    'tel:+1-202-555-0123',
    '２０２ ５５５ ０１２３',
    '202–555–0123',
    '202\u2011555\u20110123',
    '\u202a+12025550123\u202c',
  ])('reads "%s"', (text) => {
    expect(parsePhone(text)).toEqual(ok('+12025550123'));
  });

  it.each([
    ['', 'empty'],
    [' \t\u00a0', 'empty'],
    ['N/A', 'not-a-number'],
    ['1-800-FLOWERS', 'not-a-number'],
    ['call 2025550123', 'not-a-number'],
    ['555-0123', 'no-area-code'],
    ['(555) 0123', 'no-area-code'],
    ['555.0123 ', 'no-area-code'],
    ['155-0123', 'too-short'],
    ['+555 0123', 'too-short'],
    ['911', 'too-short'],
    ['+1', 'too-short'],
    ['202-555-0123 / 202-555-0124', 'too-long'],
    ['22025550123', 'too-long'],
    ['202-555-0123 x45', 'has-extension'],
    ['+1 202 555 0123 ext. 45', 'has-extension'],
    ['2025550123#45', 'has-extension'],
    ['911-555-0123', 'invalid'],
    ['999-999-9999', 'invalid'],
    ['(555) 555-5555', 'invalid'],
    ['123-456-7890', 'invalid'],
    ['202-155-0123', 'invalid'],
    ['809-055-0123', 'invalid'],
    ['000-000-0000', 'invalid'],
    ['tel:+1-999-555-0123', 'invalid'],
    ['+999 1234 5678', 'invalid'],
  ])('refuses "%s": %s', (text, problem) => {
    expect(parsePhone(text)).toEqual(err(problem));
  });

  it('reads a number without a country code as one of the default country', () => {
    expect(parsePhone('020 7946 0958', 'GB')).toEqual(ok('+442079460958'));
    expect(parsePhone('416 555 0123', 'CA')).toEqual(ok('+14165550123'));
    expect(parsePhone('202 555 0123', 'GB').ok).toBe(false);
  });

  it('takes a number that libphonenumber holds out of service by the same rule in every spelling', () => {
    for (const text of ['710 555 0123', 'tel:+1-710-555-0123', '７１０ ５５５ ０１２３']) {
      expect(parsePhone(text), text).toEqual(ok('+17105550123'));
    }
  });

  it('misses an area code only where numbers are written with one', () => {
    expect(parsePhone('555-0123', 'CA')).toEqual(err('no-area-code'));
    expect(parsePhone('555-0123', 'GB')).not.toEqual(err('no-area-code'));
  });

  it('reads +1 as North America and other codes as theirs, whatever the default country', () => {
    expect(parsePhone('+1 202 555 0123', 'GB')).toEqual(ok('+12025550123'));
    expect(parsePhone('+44 20 7946 0958', 'US')).toEqual(ok('+442079460958'));
  });

  it('takes the fictional numbers 555-01xx in every area code that can exist', () => {
    for (let areaCode = 200; areaCode < 1000; areaCode++) {
      const text = `${areaCode}5550199`;
      expect(parsePhone(text).ok, text).toBe(isNanp(Number(text)));
    }
  });

  it.each(Object.keys(examples) as CountryCode[])(
    'takes the example mobile number of %s in both spellings',
    (country) => {
      const example = getExampleNumber(country, examples);
      expect(example).toBeDefined();
      expect(parsePhone(example?.formatInternational() ?? '')).toEqual(ok(example?.number));
      expect(parsePhone(example?.formatNational() ?? '', country)).toEqual(ok(example?.number));
    },
  );

  it('never throws, and what it gives is E.164 that reads as itself', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789+ -().x') });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => {
        const phone = parsePhone(text);
        if (!phone.ok) return;
        expect(isE164(phone.value)).toBe(true);
        expect(parsePhone(phone.value)).toEqual(phone);
      }),
      { numRuns: 3000 },
    );
  });
});

/**
 * The two may differ in one way only: libphonenumber also asks whether area code and exchange are in service, by tables
 * that age, so it refuses numbers that we take. It never takes one that we refuse, but for a few rows of the Dominican
 * Republic that leave the first digit of the exchange open; the plan does not, so no such number is generated here.
 */
describe('the fast path and libphonenumber', () => {
  const nationals = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/);
  const separators = fc.constantFrom('', ' ', '-', '.', '/', ' (', ') ', '\u00a0');
  const plainSpellings = fc
    .tuple(
      fc.constantFrom('', '1', '+1', '(+1', ' +1'),
      nationals,
      fc.array(separators, { minLength: 4, maxLength: 4 }),
    )
    .map(([code, digits, [first, second, third, last]]) =>
      [code, first, digits.slice(0, 3), second, digits.slice(3, 6), third, digits.slice(6), last].join(''),
    );

  it('agree on every plain spelling of a number whose area code is in service', () => {
    fc.assert(
      fc.property(plainSpellings, fc.constantFrom<CountryCode>('US', 'CA'), (text, country) => {
        const expected = parsePhoneNumberFromString(text, country);
        fc.pre(expected?.isValid() === true);
        expect(parsePhone(text, country)).toEqual(ok(expected?.number));
      }),
      { numRuns: 2000 },
    );
  });

  it('give the same number when only the fast path takes it', () => {
    fc.assert(
      fc.property(plainSpellings, (text) => {
        const phone = parsePhone(text);
        fc.pre(phone.ok);
        expect(phone).toEqual(ok(parsePhoneNumberFromString(text, 'US')?.number));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree that no number is in service under the area codes that the plan keeps from use', () => {
    const refused = nationals.filter((digits) => !isNanp(Number(digits)));
    fc.assert(
      fc.property(refused, (digits) => {
        expect(parsePhoneNumberFromString(`+1${digits}`)?.isValid()).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('E.164', () => {
  it.each(['+12025550123', '+442079460958', '+2901234'])('takes %s', (text) => {
    expect(asE164(text)).toBe(text);
  });

  it.each([
    '',
    '12025550123',
    '+1202555012',
    '+120255501234',
    '+11025550123',
    '+1 202 555 0123',
    '+0123456789',
    '+290123',
    '+4412345678901234',
    '+12025550123\n',
    '+１２０２５５５０１２３',
  ])('refuses "%s"', (text) => {
    expect(() => asE164(text)).toThrow(TypeError);
  });

  it('tells its mistakes without the number', () => {
    expect(() => asE164('2025550123')).toThrow('***123');
  });

  it('has an area code in North America only', () => {
    expect(areaCodeOf(asE164('+12025550123'))).toBe('202');
    expect(areaCodeOf(asE164('+442079460958'))).toBeUndefined();
  });

  it('is shown in national form in North America and as it is elsewhere', () => {
    expect(displayPhone(asE164('+12025550123'))).toBe('(202) 555-0123');
    expect(displayPhone(asE164('+442079460958'))).toBe('+442079460958');
  });
});

describe('a number abroad', () => {
  it.each([
    ['the District', '+12025550123', false],
    ['Toronto', '+14165550123', false],
    ['Puerto Rico', '+17875550123', false],
    ['Guam', '+16715550123', false],
    ['a toll-free number', '+18885550123', false],
    ['an area code that nobody has yet', '+12325550123', false],
    ['Jamaica', '+18765550123', true],
    ['the Dominican Republic', '+18295550123', true],
    ['the United Kingdom', '+447700900123', true],
    ['Mexico', '+525512345678', true],
  ])('%s (%s): %s', (_where, phone, expected) => {
    expect(isAbroad(asE164(phone))).toBe(expected);
  });
});

describe('maskPhone', () => {
  it.each([
    ['+12025550123', '***123'],
    ['(202) 555-0123', '***123'],
    ['Maria 202 555 0123 home', '***123'],
    ['5550123', '***123'],
    ['555012', '***'],
    ['12', '***'],
    ['Maria', '***'],
    ['', '***'],
  ])('turns "%s" into %s', (text, masked) => {
    expect(maskPhone(text)).toBe(masked);
  });

  it('gives three digits at most, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+ -()aé') }), (text) => {
        expect(maskPhone(text)).toMatch(/^\*{3}(\d{3})?$/);
      }),
    );
  });
});
