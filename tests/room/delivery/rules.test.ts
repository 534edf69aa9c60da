import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterReport,
  askEveryMs,
  pauseAfterFailure,
  pauseAfterSuccess,
  type Told,
} from '../../../main/delivery/rules.ts';
import { carrierStatuses } from '../../../shared/domain/carrier-status.ts';

const minuteMs = 60_000;

describe('a report', () => {
  it.each([
    [null, null, 'queued', null, { status: 'queued', errorCode: null }],
    ['queued', null, 'sent', null, { status: 'sent', errorCode: null }],
    ['sent', null, 'sending', null, null],
    ['sent', null, 'sent', null, null],
    ['delivered', null, 'sent', null, null],
    ['sent', null, 'undelivered', 30006, { status: 'undelivered', errorCode: 30006 }],
    ['undelivered', null, 'undelivered', 30006, { status: 'undelivered', errorCode: 30006 }],
    ['undelivered', 30006, 'undelivered', null, null],
    ['undelivered', 30006, 'undelivered', 30006, null],
    // A receipt that came late: the phone has it, so the code no longer holds.
    ['undelivered', 30008, 'delivered', null, { status: 'delivered', errorCode: null }],
    ['delivered', null, 'undelivered', 30008, null],
    ['sent', null, 'received', null, null],
    ['a word of a newer API', null, 'sent', null, { status: 'sent', errorCode: null }],
  ] as const)('on top of %s (%s) that says %s (%s) leads to %o', (status, errorCode, told, toldCode, expected) => {
    expect(afterReport({ status, errorCode }, { status: told, errorCode: toldCode })).toEqual(expected);
  });

  it('leads to the same end in whatever order and however often it is told', () => {
    const report = fc.record({
      status: fc.constantFrom(...carrierStatuses.filter((status) => !status.startsWith('receiv'))),
      errorCode: fc.constantFrom(null, 30003, 30006),
    });
    const endOf = (reports: readonly { status: (typeof carrierStatuses)[number]; errorCode: number | null }[]): Told =>
      reports.reduce<Told>((known, told) => afterReport(known, told) ?? known, { status: null, errorCode: null });
    fc.assert(
      fc.property(
        fc
          .array(report, { maxLength: 8 })
          .chain((reports) =>
            fc.tuple(
              fc.constant(reports),
              fc.shuffledSubarray([...reports, ...reports], { minLength: reports.length * 2 }),
            ),
          ),
        ([reports, shuffled]) => {
          expect(endOf(shuffled)).toEqual(endOf(reports));
        },
      ),
    );
  });
});

describe('the pause between readings', () => {
  it.each([
    [0, 5_000],
    [3 * minuteMs - 1, 5_000],
    [3 * minuteMs, 20_000],
    [15 * minuteMs, 60_000],
    [Number.POSITIVE_INFINITY, 60_000],
  ])('is, %i ms after the last news, %i ms', (quietMs, pauseMs) => {
    expect(pauseAfterSuccess(quietMs)).toBe(pauseMs);
  });

  it.each([
    [1, 0, 5_000],
    [2, 0, 10_000],
    [4, 0, 40_000],
    [5, 0, 60_000],
    [5_000, 0, 60_000],
    [1, 30_000, 30_000],
    [1, 86_400_000, 900_000],
  ])('is, after %i failures and when asked to wait %i ms, %i ms', (failures, retryAfterMs, pauseMs) => {
    expect(pauseAfterFailure(failures, retryAfterMs)).toBe(pauseMs);
  });

  it.each([
    [11 * minuteMs, 10 * minuteMs],
    [12 * 60 * minuteMs, 60 * minuteMs],
  ])('before asking again about one text that was handed over %i ms ago is %i ms', (ageMs, everyMs) => {
    expect(askEveryMs(ageMs)).toBe(everyMs);
  });
});
