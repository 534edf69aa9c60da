import { describe, expect, test } from 'vitest';
import { carrierErrors, lookUpCarrierError } from '../../../main/carrier/carrier-errors.ts';

/** What must follow for the codes on which people, money or the account depend. */
test.each([
  [20003, { retry: 'never', scope: 'account', bucket: 'twilio', effect: 'halt-account' }],
  [20005, { retry: 'never', scope: 'account', effect: 'halt-account' }],
  [30002, { retry: 'never', scope: 'account', effect: 'halt-account' }],
  [20429, { retry: 'same-later', scope: 'account', bucket: null }],
  [20500, { retry: 'reconcile', scope: 'message' }],
  [20503, { retry: 'reconcile', scope: 'message' }],
  [21211, { retry: 'never', scope: 'message', bucket: 'safeguard', effect: 'mark-invalid' }],
  [21606, { retry: 'never', scope: 'number', bucket: 'twilio' }],
  [21609, { retry: 'never', scope: 'account', effect: 'pause-account' }],
  [21610, { retry: 'never', scope: 'message', bucket: 'safeguard', effect: 'record-opt-out' }],
  [21611, { retry: 'same-later', scope: 'number', effect: 'pause-number' }],
  [21614, { retry: 'never', bucket: 'safeguard', effect: 'mark-landline' }],
  [21635, { retry: 'never', bucket: 'safeguard', effect: 'mark-landline' }],
  [30003, { retry: 'next-window', bucket: 'twilio' }],
  [30004, { retry: 'never', bucket: 'carrier-filtering' }],
  [30005, { retry: 'never', effect: 'mark-invalid' }],
  [30006, { retry: 'never', effect: 'mark-landline' }],
  [30007, { retry: 'never', bucket: 'carrier-filtering', effect: 'watch-filtering' }],
  [30022, { retry: 'same-later', bucket: 'carrier-filtering' }],
  [30023, { retry: 'next-window', scope: 'account' }],
  [30034, { retry: 'never', scope: 'number', bucket: 'carrier-filtering' }],
  [30036, { retry: 'same-later', scope: 'message' }],
])('code %d has the consequences %o', (code, expected) => {
  expect(lookUpCarrierError(code)).toMatchObject({ code, ...expected });
});

test.each([0, 1, 30451, 30499, 99999])('the unknown code %d is not repeated and reaches only its message', (code) => {
  expect(lookUpCarrierError(code)).toMatchObject({ code, retry: 'never', scope: 'message', bucket: 'twilio' });
});

describe('the table', () => {
  test('has each code once, by rising code', () => {
    const codes = carrierErrors.map((error) => error.code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  test('records an opt-out for one code only', () => {
    const codes = carrierErrors.filter((error) => error.effect === 'record-opt-out').map((error) => error.code);
    expect(codes).toEqual([21610]);
  });

  test('halts or pauses something wherever a code reaches further than its message', () => {
    const withoutEffect = carrierErrors
      .filter((error) => error.scope !== 'message' && error.place !== 'registration' && error.effect === undefined)
      .map((error) => error.code);
    expect(withoutEffect).toEqual([]);
  });
});
