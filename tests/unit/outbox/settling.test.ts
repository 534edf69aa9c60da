import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierMessage } from '../../../main/carrier/index.ts';
import {
  type Attempt,
  absenceDelayMs,
  doubtDeadlineMs,
  isBefore,
  leastBetweenReadingsMs,
  type Reading,
  requestTimeoutMs,
  settle,
  skewAllowanceMs,
  strayAllowanceMs,
} from '../../../main/outbox/rules/settling.ts';
import { asE164 } from '../../../shared/domain/phone.ts';

const ours = asE164('+12025550100');
const theirs = asE164('+12025550123');
const attemptAt = Date.parse('2026-09-10T15:00:00Z');
const attempt: Attempt = {
  fromPhone: ours,
  toPhone: theirs,
  body: 'Hi Ada, it is Ben.',
  firstAttemptAt: attemptAt,
  lastAttemptAt: attemptAt,
};
/** A reading that begins so long after the attempt is late enough. */
const lateMs = requestTimeoutMs + absenceDelayMs + 1;
const hourMs = 60 * 60_000;

function message(what: Partial<CarrierMessage> = {}): CarrierMessage {
  return {
    carrierId: 'SM1',
    direction: 'outbound',
    from: ours,
    to: theirs,
    body: attempt.body,
    status: { known: true, name: 'sent' },
    segments: 1,
    mediaCount: 0,
    errorCode: null,
    createdAt: attemptAt,
    sentAt: null,
    updatedAt: null,
    ...what,
  };
}

/** A reading that began so long after the last attempt. */
function reading(afterMs: number, what: Partial<Reading> = {}): Reading {
  return { startedAt: attempt.lastAttemptAt + afterMs, complete: true, messages: [], ...what };
}

const twoWhole = [reading(0.5 * lateMs), reading(lateMs)];
const nothingKnown = (): boolean => false;

function settleAfter(afterMs: number, readings: readonly Reading[], isKnown: (id: string) => boolean = nothingKnown) {
  return settle(attempt, readings, isKnown, attempt.lastAttemptAt + afterMs);
}

describe('a message in the list is ours', () => {
  const otherWords = 'Somebody else wrote this.';

  it.each<[string, Partial<CarrierMessage>]>([
    ['when it was created at the attempt', {}],
    ['when the carrier changed its words', { body: otherWords }],
    ['when it was redacted', { body: '' }],
    [
      'when the carrier’s clock is behind as far as is allowed for',
      { body: otherWords, createdAt: attemptAt - skewAllowanceMs },
    ],
    ['when its instant is cut to the second', { body: otherWords, createdAt: attemptAt - 999 }],
    ['when the carrier’s clock is ahead', { body: otherWords, createdAt: attemptAt + 10 * 60_000 }],
    ['when our clock was wrong by minutes but the words are the same', { createdAt: attemptAt - 5 * 60_000 }],
    ['when somebody sent the same words hours later', { createdAt: attemptAt + 5 * hourMs }],
    ['when only spaces at its end were lost', { body: ` ${attempt.body}\n`, createdAt: attemptAt - 5 * 60_000 }],
    ['when it failed', { status: { known: true, name: 'failed' }, errorCode: 30003 }],
    ['when it was cancelled at the carrier', { status: { known: true, name: 'canceled' } }],
    ['when its status is a word that we do not know', { status: { known: false, text: 'teleported' } }],
  ])('%s', (_name, what) => {
    const own = message(what);
    expect(settleAfter(1_000, [reading(500, { messages: [own] })])).toEqual({ kind: 'found', message: own });
  });

  it.each<[string, Partial<CarrierMessage>]>([
    [
      'when another program wrote it just before the allowance',
      { body: otherWords, createdAt: attemptAt - skewAllowanceMs - 1 },
    ],
    [
      'when another program wrote something else hours later',
      { body: otherWords, createdAt: attemptAt + strayAllowanceMs + 1 },
    ],
    ['when the same words went out long before', { createdAt: attemptAt - strayAllowanceMs - 1 }],
    ['when the contact wrote it', { direction: 'inbound' }],
    ['when it went to another phone', { to: asE164('+12025550124') }],
    ['when it left from another number', { from: asE164('+12025550101') }],
    ['when it has no sender yet', { from: null }],
  ])('not %s', (_name, what) => {
    const strange = message(what);
    const readings = twoWhole.map((whole) => ({ ...whole, messages: [strange] }));
    expect(settleAfter(lateMs, readings)).toEqual({ kind: 'absent' });
  });

  it('not when we have another text of ours for it', () => {
    const readings = twoWhole.map((whole) => ({ ...whole, messages: [message({ carrierId: 'SM7' })] }));
    expect(settleAfter(lateMs, readings, (id) => id === 'SM7')).toEqual({ kind: 'absent' });
  });

  it('when it stands beside another text of ours to the same phone that we know', () => {
    const known = message({ carrierId: 'SM7' });
    const own = message({ carrierId: 'SM8', body: otherWords, createdAt: attemptAt + 1_000 });
    const found = settleAfter(1_000, [reading(500, { messages: [own, known] })], (id) => id === 'SM7');
    expect(found).toEqual({ kind: 'found', message: own });
  });

  it('when of several it has the same text, even if another is older', () => {
    const older = message({ carrierId: 'SM1', body: otherWords, createdAt: attemptAt - 1_000 });
    const own = message({ carrierId: 'SM2', createdAt: attemptAt + 1_000 });
    expect(settleAfter(1_000, [reading(500, { messages: [own, older] })])).toEqual({ kind: 'found', message: own });
  });

  it.each([
    ['with the same text', attempt.body],
    ['without the same text', otherWords],
  ])('when of several %s it is the oldest', (_name, body) => {
    const older = message({ carrierId: 'SM1', body, createdAt: attemptAt });
    const newer = message({ carrierId: 'SM2', body, createdAt: attemptAt + 2_000 });
    expect(settleAfter(1_000, [reading(500, { messages: [newer, older] })])).toEqual({ kind: 'found', message: older });
  });

  it('when it belongs to the first of several attempts', () => {
    const tried = { ...attempt, lastAttemptAt: attemptAt + 3 * hourMs };
    const own = message({ body: otherWords });
    const found = settle(
      tried,
      [{ startedAt: tried.lastAttemptAt + 1, complete: false, messages: [own] }],
      nothingKnown,
      tried.lastAttemptAt + 2,
    );
    expect(found).toEqual({ kind: 'found', message: own });
  });

  it.each<[string, Reading[], number]>([
    ['although the list was not read to its end', [reading(500, { complete: false, messages: [message()] })], 1_000],
    [
      'although two whole lists do not show it',
      [reading(500, { messages: [message()] }), reading(20_000), reading(lateMs)],
      lateMs,
    ],
    [
      'although the reading was before the last attempt',
      [reading(-500, { messages: [message()] }), ...twoWhole],
      lateMs,
    ],
    [
      'although a day has passed',
      [reading(doubtDeadlineMs + 1, { complete: false, messages: [message()] })],
      doubtDeadlineMs + 2,
    ],
  ])('%s', (_name, readings, afterMs) => {
    expect(settleAfter(afterMs, readings).kind).toBe('found');
  });
});

describe('absence', () => {
  it.each<[string, Reading[]]>([
    ['by two whole lists of which the last one is late enough', twoWhole],
    ['in whatever order they are told', twoWhole.toReversed()],
    ['by two late ones a few seconds apart', [reading(lateMs), reading(lateMs + leastBetweenReadingsMs)]],
    [
      'with broken ones among them',
      [reading(1, { complete: false }), ...twoWhole, reading(2 * lateMs, { complete: false })],
    ],
  ])('is proven %s', (_name, readings) => {
    expect(settleAfter(2 * lateMs, readings)).toEqual({ kind: 'absent' });
  });

  it.each<[string, Reading[]]>([
    ['by no list', []],
    ['by one whole list, however late', [reading(10 * lateMs)]],
    ['by two lists that are both early, since the list may lag', [reading(1_000), reading(lateMs - 1)]],
    ['by a late list that broke off or had unreadable entries', [reading(1_000), reading(lateMs, { complete: false })]],
    ['by a late list and an early one that broke off', [reading(1_000, { complete: false }), reading(lateMs)]],
    ['with the help of a list from before the last attempt', [reading(-20_000), reading(lateMs)]],
    ['with the help of a list that began with the attempt', [reading(0), reading(lateMs)]],
    ['by two lists in one breath', [reading(lateMs), reading(lateMs + leastBetweenReadingsMs - 1)]],
    ['by one list that is told twice', [reading(lateMs), reading(lateMs)]],
  ])('is not proven %s', (_name, readings) => {
    expect(settleAfter(20 * lateMs, readings).kind).toBe('read-again');
  });

  it.each([
    ['proven by lists that are late enough after the last attempt', twoWhole, 'absent'],
    ['not proven by lists that are late only after the first attempt', [reading(1_000), reading(20_000)], 'read-again'],
    ['not proven by lists between the attempts', [reading(-hourMs), reading(-hourMs / 2)], 'read-again'],
  ])('of a text that was tried before is %s', (_name, readings, kind) => {
    const tried = { ...attempt, firstAttemptAt: attemptAt - 3 * hourMs };
    expect(settle(tried, readings, nothingKnown, attemptAt + lateMs).kind).toBe(kind);
  });

  it('is never proven while the carrier shows an unknown text of ours, nor by fewer than two whole late lists', () => {
    const anyReading = fc.record({
      startedAt: fc.integer({ min: attemptAt - hourMs, max: attemptAt + 30 * hourMs }),
      complete: fc.boolean(),
      messages: fc.subarray([
        message(),
        message({ carrierId: 'SM7' }),
        message({ carrierId: 'SM9', direction: 'inbound' }),
      ]),
    });
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 8 }), fc.nat({ max: 30 * hourMs }), (readings, afterMs) => {
        const settled = settleAfter(afterMs, readings, (id) => id === 'SM7');
        const shown = readings.some(({ messages }) => messages.some(({ carrierId }) => carrierId === 'SM1'));
        expect(settled.kind === 'found').toBe(shown);
        if (settled.kind !== 'absent') return;
        const whole = readings.filter((each) => each.complete && each.startedAt > attemptAt);
        expect(whole.length).toBeGreaterThanOrEqual(2);
        expect(whole.some((each) => each.startedAt >= attemptAt + lateMs)).toBe(true);
      }),
    );
  });
});

describe('the list has been read far enough back', () => {
  it.each([
    ['not yet at a message from just before the attempt', -skewAllowanceMs - 1, false],
    ['not yet at the oldest that may be ours', -strayAllowanceMs, false],
    ['at an older one', -strayAllowanceMs - 1, true],
  ])('%s', (_name, createdAfterMs, enough) => {
    expect(isBefore(attempt, message({ createdAt: attemptAt + createdAfterMs }))).toBe(enough);
  });

  it('only where nothing could be ours any more, counted from the first attempt', () => {
    const tried = { ...attempt, lastAttemptAt: attemptAt + 3 * hourMs };
    fc.assert(
      fc.property(fc.integer({ min: -3 * hourMs, max: 3 * hourMs }), fc.boolean(), (createdAfterMs, sameText) => {
        const seen = message({ createdAt: attemptAt + createdAfterMs, ...(sameText ? {} : { body: 'Other words' }) });
        const read = [{ startedAt: tried.lastAttemptAt + 1, complete: false, messages: [seen] }];
        const isOurs = settle(tried, read, nothingKnown, tried.lastAttemptAt + 2).kind === 'found';
        expect(isOurs && isBefore(tried, seen)).toBe(false);
      }),
    );
  });
});

describe('the list is read again', () => {
  it.each<[string, Reading[], number]>([
    ['at once when it was not read yet', [], 0],
    ['five seconds after a first look', [reading(100)], 15_000],
    ['as planned when the first look was prompt', [reading(1)], 15_000],
    ['in a quarter of a minute', [reading(15_000)], 30_000],
    ['in half a minute', [reading(30_000)], 60_000],
    ['as soon as absence can be proven', [reading(60_000)], lateMs],
    [
      'a few seconds after a late whole list that has none to go with',
      [reading(lateMs)],
      lateMs + leastBetweenReadingsMs,
    ],
    ['minutes after a late list that broke off', [reading(lateMs, { complete: false })], lateMs + 3 * 60_000],
    ['after the latest reading, in whatever order they are told', [reading(60_000), reading(20)], lateMs],
  ])('%s', (_name, readings, afterMs) => {
    expect(settleAfter(0, readings)).toEqual({
      kind: 'read-again',
      notBeforeAt: attemptAt + Math.min(afterMs, 3 * 60_000),
    });
  });

  it('at once, before a person is asked, when the desktop was off for days', () => {
    expect(settleAfter(3 * doubtDeadlineMs, [])).toEqual({ kind: 'read-again', notBeforeAt: attemptAt });
  });

  it('soon even if the clock was put back after the attempt', () => {
    expect(settleAfter(-20 * 60_000, [])).toEqual({ kind: 'read-again', notBeforeAt: attemptAt - 17 * 60_000 });
  });

  it('until absence is proven, if the carrier answers: no text stays in doubt', () => {
    fc.assert(
      fc.property(fc.nat({ max: 100 * hourMs }), fc.array(fc.boolean(), { maxLength: 6 }), (firstMs, broken) => {
        const readings: Reading[] = [];
        let now = attemptAt + firstMs;
        for (let n = 0; n < 20; n += 1) {
          const settled = settle(attempt, readings, nothingKnown, now);
          if (settled.kind !== 'read-again') break;
          now = Math.max(now + 1, settled.notBeforeAt);
          readings.push({ startedAt: now, complete: !(broken[n] ?? false), messages: [] });
        }
        expect(['absent', 'ask-person']).toContain(settle(attempt, readings, nothingKnown, now).kind);
        if (!broken.includes(true)) expect(settle(attempt, readings, nothingKnown, now).kind).toBe('absent');
      }),
    );
  });
});

describe('a person is asked', () => {
  const past = doubtDeadlineMs;
  const broken = { complete: false };

  it.each<[string, Reading[], number, string]>([
    [
      'when the list could not be read whole for a day',
      [reading(past + 1, broken), reading(past + 2, broken)],
      past + 3,
      'ask-person',
    ],
    ['not before the day is over', [reading(past - 2, broken), reading(past - 1, broken)], past, 'read-again'],
    [
      'not before the list was tried twice after it',
      [reading(lateMs, broken), reading(past + 1, broken)],
      past + 2,
      'read-again',
    ],
    [
      'not when the list does prove absence',
      [reading(past + 1), reading(past + 1 + leastBetweenReadingsMs)],
      past + hourMs,
      'absent',
    ],
    ['when the attempt was noted by a clock that was far ahead', [], -strayAllowanceMs - 1, 'ask-person'],
    ['not when that clock was a little ahead', [], -strayAllowanceMs, 'read-again'],
  ])('%s', (_name, readings, afterMs, kind) => {
    expect(settleAfter(afterMs, readings).kind).toBe(kind);
  });
});

describe('a call that a suspended program held open', () => {
  const endedAt = attemptAt + hourMs;
  const held: Attempt = { ...attempt, endedAt };
  const settled = (...readings: Reading[]) => settle(held, readings, () => false, endedAt + 10 * lateMs);

  it('is not proven absent by lists that were late enough for its time limit only', () => {
    expect(settled(reading(hourMs + 1_000), reading(hourMs + 10_000)).kind).toBe('read-again');
  });

  it('is proven absent by a list that was begun a whole delay after its end', () => {
    expect(settled(reading(hourMs + 1_000), reading(hourMs + absenceDelayMs + 1)).kind).toBe('absent');
  });

  it('is read next when that delay is over', () => {
    const at = endedAt + 61_000;
    const readings = [reading(hourMs + 60_000)];
    expect(settle(held, readings, () => false, at)).toEqual({
      kind: 'read-again',
      notBeforeAt: endedAt + absenceDelayMs + 1,
    });
  });
});
