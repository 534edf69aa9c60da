import { describe, expect, it } from 'vitest';
import { carrierErrors } from '../../../main/carrier/carrier-errors.ts';
import { lookUpCarrierError } from '../../../main/carrier/index.ts';
import { pauseAfterFailure } from '../../../main/outbox/rules/failure-pause.ts';

const at = (text: string): number => Date.parse(text);

describe('a daily limit that is used up', () => {
  it.each([
    ['in the afternoon', '2026-03-02T22:15:30Z', '2026-03-03T08:00:00Z'],
    ['at midnight', '2026-03-03T08:00:00Z', '2026-03-04T08:00:00Z'],
    ['in the last minute of a day', '2026-03-03T07:59:59Z', '2026-03-03T08:00:00Z'],
    ['before the clock is put forward that day', '2026-03-08T09:00:00Z', '2026-03-09T07:00:00Z'],
    ['before the clock is put back that day', '2026-11-01T07:30:00Z', '2026-11-02T08:00:00Z'],
  ])('pauses the account until midnight in California, when it is told %s', (_name, toldAt, untilAt) => {
    expect(pauseAfterFailure(lookUpCarrierError(30023), at(toldAt))).toEqual({
      scope: 'account',
      pause: { untilAt: at(untilAt), reason: 'rate', code: 30023 },
    });
  });
});

it('what is told within one minute calls for one pause', () => {
  const pauses = ['2026-03-02T15:00:00Z', '2026-03-02T15:00:59.999Z'].map((toldAt) =>
    pauseAfterFailure(lookUpCarrierError(30001), at(toldAt)),
  );
  expect(pauses[0]).toEqual(pauses[1]);
  expect(pauses[0]?.pause.untilAt).toBe(at('2026-03-02T15:06:00Z'));
});

it('what only a person can mend is paused until a person says so', () => {
  expect(pauseAfterFailure(lookUpCarrierError(30034), 0)).toEqual({
    scope: 'number',
    pause: { untilAt: null, reason: 'refused', code: 30034 },
  });
});

it.each(carrierErrors.filter(({ scope }) => scope === 'message'))(
  '$code, which concerns one message, pauses nothing',
  (error) => {
    expect(pauseAfterFailure(error, 0)).toBeNull();
  },
);

it('every code that reaches further and comes with a delivery pauses what it reaches', () => {
  const reaching = carrierErrors.filter(({ scope, place }) => scope !== 'message' && place === 'delivery');
  expect(reaching.length).toBeGreaterThan(8);
  expect(reaching.map((error) => pauseAfterFailure(error, 0)?.scope)).toEqual(reaching.map(({ scope }) => scope));
});
