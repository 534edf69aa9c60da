import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRetryAfter, parseRfc2822 } from '../../../main/carrier/twilio/headers.ts';

const elevenAt = Date.UTC(2026, 10, 1, 11, 0, 0);

test.each([
  ['Sun, 01 Nov 2026 11:00:00 GMT', elevenAt],
  ['Sun, 01 Nov 2026 11:00:00 +0000', elevenAt],
  ['Sun, 1 Nov 2026 11:00:00 UTC', elevenAt],
  ['01 Nov 2026 11:00:00 -0000', elevenAt],
  ['Sun, 01 Nov 2026 06:00:00 -0500', elevenAt],
  ['Sun, 01 Nov 2026 16:30:00 +0530', elevenAt],
])('the date %s is read', (text, at) => {
  expect(parseRfc2822(text)).toBe(at);
});

test.each([
  '',
  'tomorrow 5',
  '2026-11-01T11:00:00Z',
  'Sun, 31 Feb 2026 11:00:00 +0000',
  'Sun, 01 Nov 2026 25:00:00 +0000',
  'Sun, 01 Nov 2026 11:61:00 +0000',
  'Sun, 01 Foo 2026 11:00:00 +0000',
  'Sun, 01 Nov 2026 11:00:00',
  'Sun, 01 Nov 2026 11:00:00 +0000 or so',
])('the text "%s" is no date', (text) => {
  expect(parseRfc2822(text)).toBeNull();
});

test('every whole second reads back as it was written', () => {
  const second = fc.integer({ min: Date.UTC(1970, 0, 1) / 1_000, max: Date.UTC(2199, 0, 1) / 1_000 });
  fc.assert(
    fc.property(second, (seconds) => {
      const at = seconds * 1_000;
      expect(parseRfc2822(new Date(at).toUTCString())).toBe(at);
    }),
  );
});

test.each([
  ['0', 0],
  ['120', 120_000],
  ['Sun, 01 Nov 2026 11:00:30 GMT', 30_000],
  ['Sun, 01 Nov 2026 10:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['', null],
])('a Retry-After of "%s" asks for a pause of %s ms', (text, pauseMs) => {
  expect(parseRetryAfter(text, elevenAt)).toBe(pauseMs);
});
