import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LogLevel, memoryLog } from '../../../main/log/index.ts';

/** Digits of a North American number: invented area codes, and the exchange that is kept for fiction. */
const national = fc
  .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 100, max: 199 }))
  .map(([area, line]) => [String(area), '555', `0${line}`] as const);

const phone = fc
  .tuple(
    national,
    fc.constantFrom<(parts: readonly [string, string, string]) => string>(
      ([a, b, c]) => `+1${a}${b}${c}`,
      ([a, b, c]) => `1${a}${b}${c}`,
      ([a, b, c]) => `${a}${b}${c}`,
      ([a, b, c]) => `${a}-${b}-${c}`,
      ([a, b, c]) => `${a}.${b}.${c}`,
      ([a, b, c]) => `${a} ${b} ${c}`,
      ([a, b, c]) => `(${a}) ${b}-${c}`,
      ([a, b, c]) => `(${a})${b}-${c}`,
      ([a, b, c]) => `1-${a}-${b}-${c}`,
      ([a, b, c]) => `1 (${a}) ${b}-${c}`,
      ([a, b, c]) => `+1 (${a}) ${b}-${c}`,
      ([a, b, c]) => `%2B1${a}${b}${c}`,
      ([a, b, c]) => encodeURIComponent(`+1 (${a}) ${b}-${c}`),
      ([a, b, c]) => encodeURIComponent(` ${a} ${b} ${c}`),
    ),
  )
  .map(([parts, spell]) => ({ written: spell(parts), digits: parts.join('') }));

const hexadecimal = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const alphanumeric = fc.string({
  unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
  minLength: 32,
  maxLength: 48,
});
/** Two hundred bits and more as a secret is drawn; strings that a shrinker makes out of one letter are no secrets. */
const token = fc.oneof(hexadecimal, alphanumeric).filter((written) => new Set(written).size > 8 && /\d/.test(written));

const wording = fc.constantFrom<(value: string) => string>(
  (value) => value,
  (value) => `cannot text ${value}: the carrier said no`,
  (value) => `"${value}"`,
  (value) => `<${value}>`,
  (value) => `see https://example.org/find?q=${value}&page=2`,
  (value) => `https://127.0.0.1:4010/numbers/${value}.json`,
  (value) => `to=${value};again=${value}`,
  (value) => `21211 ${value} 30003`,
  (value) => `x${value}`,
  (value) => JSON.stringify({ to: value, nested: JSON.stringify({ again: value }) }),
  (value) => `first line\n\t${value}\nlast line`,
);

/** Wraps a value once more, in whatever a room might hand to the log. */
const nesting = fc.constantFrom<(value: unknown) => unknown>(
  (value) => ({ value }),
  (value) => [1, value],
  (value) => new Map([['entry', value]]),
  (value) => new Set([value]),
  (value) => ({ deep: { deeper: [{ value }] } }),
  (value) => new Error('failed', { cause: value }),
  (value) => Object.assign(new Error('failed'), { details: value }),
  (value) => new AggregateError([value], 'several'),
  (value) => (typeof value === 'string' ? new Error(value) : { value }),
  (value) => (typeof value === 'string' ? { [value]: 1 } : [value]),
  (value) => (typeof value === 'string' ? new TypeError('outer', { cause: new Error(value) }) : [value]),
  (value) => (typeof value === 'string' ? new URLSearchParams({ q: value }) : [value]),
  (value) => (typeof value === 'string' && /^\d{10,11}$/.test(value) ? Number(value) : [value]),
);

const level = fc.constantFrom<Exclude<LogLevel, 'silent'>>('debug', 'info', 'warn', 'error');
const nestings = fc.array(nesting, { maxLength: 3 });

function logged(
  how: { level: Exclude<LogLevel, 'silent'>; nestings: readonly ((value: unknown) => unknown)[] },
  value: unknown,
  field = 'about',
): string {
  const log = memoryLog();
  log.child('outbox')[how.level]('dispatch/refused', {
    [field]: how.nestings.reduce((inner, nest) => nest(inner), value),
  });
  return log.text();
}

const how = fc.record({ level, nestings });

test('no phone number survives in whatever nesting or wording', () => {
  fc.assert(
    fc.property(how, wording, phone, (given, word, { written, digits }) => {
      const text = logged(given, word(written));
      expect(text).not.toContain(written);
      // Not even with other signs between its digits.
      expect(text.replace(/%[0-9A-F]{2}|[^0-9a-z]/gi, '')).not.toContain(digits);
    }),
    { numRuns: 500 },
  );
});

test('no international number survives in whatever nesting or wording', () => {
  const international = fc.integer({ min: 20_000_000_000, max: 99_999_999_999_999 }).map((digits) => `+${digits}`);
  fc.assert(
    fc.property(how, wording, international, (given, word, written) => {
      expect(logged(given, word(written))).not.toContain(written.slice(1));
    }),
    { numRuns: 500 },
  );
});

test('no e-mail address survives in whatever nesting or wording', () => {
  fc.assert(
    fc.property(how, wording, fc.emailAddress(), (given, word, written) => {
      const text = logged(given, word(written));
      expect(text).not.toContain(JSON.stringify(written).slice(1, -1));
      expect(text).not.toContain(written.slice(written.indexOf('@')));
    }),
    { numRuns: 500 },
  );
});

test('no token survives in whatever nesting or wording', () => {
  const spelling = fc.constantFrom<(written: string) => string>(
    (written) => written,
    (written) => `SK${written}`,
    (written) => `Authorization: Bearer ${written}`,
    (written) => `https://AC0123456789abcdef0123456789abcdef:${written}@api.twilio.com/`,
    (written) => `authToken${written}`,
  );
  fc.assert(
    fc.property(how, wording, spelling, token, (given, word, spell, written) => {
      expect(logged(given, word(spell(written)))).not.toContain(written);
    }),
    { numRuns: 500 },
  );
});

const privateField = fc
  .tuple(
    fc.constantFrom(
      ...[
        'body',
        'text',
        'name',
        'firstName',
        'lastName',
        'email',
        'token',
        'secret',
        'password',
        'authorization',
        'session',
      ],
      ...['first_name', 'contactName', 'auth-token', 'accessToken', 'messageBody'],
    ),
    fc.constantFrom<(field: string) => string>(
      (field) => field,
      (field) => field.toUpperCase(),
      (field) => field.toLowerCase(),
      (field) => `${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    ),
  )
  .map(([field, spell]) => spell(field))
  .filter((field) => !/^(?:contactname|messagebody)$/i.test(field) || /[a-z][A-Z]/.test(field));

/** Words that stand nowhere else in a line. */
const said = fc.array(fc.constantFrom('Zdravko', 'quince', '"vote"', 'el martes', 'ñandú', '\\', '\n'), {
  minLength: 1,
});

test('no value of a private field survives at any depth, whatever it is', () => {
  const shape = fc.constantFrom<(words: string) => unknown>(
    (words) => words,
    (words) => [words, { inner: words }],
    (words) => ({ inner: { deeper: words } }),
    (words) => new Error(words),
    (words) => new Map([['k', words]]),
  );
  fc.assert(
    fc.property(how, privateField, shape, said, (given, field, make, words) => {
      const body = `Zdravko ${words.join(' ')}`;
      for (const text of [
        logged(given, { [field]: make(body) }),
        logged({ ...given, nestings: [] }, make(body), field),
        logged(given, new Map([[field, make(body)]])),
      ]) {
        expect(text).not.toMatch(/Zdravko|quince|vote|martes|ñandú/);
      }
    }),
    { numRuns: 500 },
  );
});

test('no body survives in the JSON or the form that an error quotes', () => {
  const quoting = fc.constantFrom<(field: string, body: string) => string>(
    (field, body) => `bad request: ${JSON.stringify({ [field]: body, to: 1 })}`,
    (field, body) => `bad request: ${JSON.stringify({ raw: JSON.stringify({ [field]: body }) })}`,
    (field, body) => `POST /Messages.json ${new URLSearchParams({ [field]: body }).toString()}&From=x`,
    (field, body) => `https://127.0.0.1:4010/x?${field}=${encodeURIComponent(body)}`,
  );
  fc.assert(
    fc.property(
      how,
      fc.constantFrom('body', 'Body', 'name', 'password', 'text'),
      quoting,
      said,
      (given, field, quote, words) => {
        const text = logged(given, quote(field, `Zdravko ${words.join(' ')}`));
        expect(text).not.toMatch(/Zdravko|quince|vote|martes|ñandú/);
      },
    ),
    { numRuns: 500 },
  );
});

test('the log takes anything and never throws', () => {
  fc.assert(
    fc.property(
      fc.object({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
      (fields) => {
        const log = memoryLog();
        log.info('dispatch/paused', fields as Record<string, unknown>);
        expect(log.lines).toHaveLength(1);
      },
    ),
  );
});
