import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closingMarginSeconds,
  type Facts,
  judge,
  leastValiditySeconds,
  longestValiditySeconds,
  queuedDeadlineMs,
} from '../../../main/outbox/rules/safeguards.ts';
import { closesAt, defaultTextingWindow, isOpen, type ZoneSet } from '../../../shared/domain/texting-hours.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const at = (instant: string): number => Date.parse(instant);
/** A Thursday, early afternoon in all of the United States. */
const noonAt = at('2026-09-10T18:00:00Z');

const strange: Facts['phone'] = {
  optedOutAt: null,
  blockedAt: null,
  unreachableCode: null,
  lastInitialAt: null,
  lastOutAt: null,
  lastInAt: null,
};

function facts(what: Partial<Facts> = {}): Facts {
  return {
    kind: 'initial',
    actionState: 'published',
    phone: strange,
    window: defaultTextingWindow,
    zones: ['America/New_York'],
    lockMinutes: 360,
    queuedAt: what.at ?? noonAt,
    at: noonAt,
    ...what,
  };
}

/** Everything that can be said against a text at once. */
const allWrong = facts({
  actionState: 'ended',
  phone: { ...strange, optedOutAt: 1, blockedAt: 1, unreachableCode: 30006, lastInitialAt: at('2026-09-10T06:59:00Z') },
  at: at('2026-09-10T07:00:00Z'),
  queuedAt: 0,
});

describe('the order of the safeguards', () => {
  it.each<[string, Partial<Facts>, ReturnType<typeof judge>]>([
    ['an opt-out wins over everything', {}, { kind: 'stop', reason: 'opted-out' }],
    [
      'a cut-off phone comes next',
      { phone: { ...allWrong.phone, optedOutAt: null } },
      { kind: 'stop', reason: 'blocked' },
    ],
    [
      'then a phone that takes no texts',
      { phone: { ...allWrong.phone, optedOutAt: null, blockedAt: null } },
      { kind: 'stop', reason: 'unreachable' },
    ],
    [
      'then the end of the action',
      { phone: { ...strange, lastInitialAt: allWrong.phone.lastInitialAt } },
      { kind: 'stop', reason: 'action-ended' },
    ],
    [
      'a text that waited too long is a person’s to decide before anything that time mends',
      { phone: { ...strange, lastInitialAt: allWrong.phone.lastInitialAt }, actionState: 'paused' },
      { kind: 'ask-person', reason: 'too-old' },
    ],
    [
      'a pause is told before the lock',
      {
        phone: { ...strange, lastInitialAt: allWrong.phone.lastInitialAt },
        actionState: 'paused',
        queuedAt: allWrong.at,
      },
      { kind: 'wait', reason: 'pause', untilAt: null },
    ],
    [
      'the lock is told before the hours',
      {
        phone: { ...strange, lastInitialAt: allWrong.phone.lastInitialAt },
        actionState: 'published',
        queuedAt: allWrong.at,
      },
      { kind: 'wait', reason: 'lock', untilAt: at('2026-09-10T12:59:00Z') },
    ],
    [
      'the hours are told last',
      { phone: strange, actionState: 'published', queuedAt: allWrong.at },
      { kind: 'wait', reason: 'hours', untilAt: at('2026-09-10T13:00:00Z') },
    ],
  ])('%s', (_name, instead, judgement) => {
    expect(judge({ ...allWrong, ...instead })).toEqual(judgement);
  });

  it('stops an opted-out phone whatever else holds', () => {
    const anything = fc.record<Partial<Facts>>({
      kind: fc.constantFrom('initial', 'follow-up'),
      actionState: fc.constantFrom('draft', 'publishing', 'published', 'paused', 'ended'),
      lockMinutes: fc.integer({ min: 0, max: 10_080 }),
      queuedAt: fc.integer({ min: 0, max: noonAt }),
      at: fc.integer({ min: noonAt - 90 * hourMs, max: noonAt + 90 * hourMs }),
    });
    fc.assert(
      fc.property(anything, fc.nat(), (what, optedOutAt) => {
        const judgement = judge(facts({ ...what, phone: { ...strange, optedOutAt } }));
        expect(judgement).toEqual({ kind: 'stop', reason: 'opted-out' });
      }),
    );
  });
});

describe('the age of a text', () => {
  it.each([
    ['leaves when it has waited for exactly three days', queuedDeadlineMs, 'go'],
    ['is asked about a millisecond later', queuedDeadlineMs + 1, 'ask-person'],
    ['leaves when the clock was put back since it was queued', -hourMs, 'go'],
  ])('%s', (_name, waitedMs, kind) => {
    expect(judge(facts({ queuedAt: noonAt - waitedMs })).kind).toBe(kind);
  });

  it('lets a text of Friday evening leave on Monday morning', () => {
    const monday = { queuedAt: at('2026-09-12T00:55:00Z'), at: at('2026-09-14T13:00:00Z') };
    expect(judge(facts(monday)).kind).toBe('go');
  });
});

describe('the state of the action', () => {
  it.each<[Facts['actionState'], string]>([
    ['draft', 'wait'],
    ['publishing', 'wait'],
    ['published', 'go'],
    ['paused', 'wait'],
    ['ended', 'stop'],
  ])('while it is %s says %s', (actionState, kind) => {
    expect(judge(facts({ actionState })).kind).toBe(kind);
    expect(judge(facts({ actionState, kind: 'follow-up' })).kind).toBe(kind);
  });
});

describe('the lock', () => {
  const sixHoursAgo = noonAt - 6 * hourMs;
  const wait = (untilAt: number) => ({ kind: 'wait', reason: 'lock', untilAt });

  it.each<[string, number, ReturnType<typeof wait> | null]>([
    ['holds just after the first one', noonAt, wait(noonAt + 6 * hourMs)],
    ['holds to the last millisecond', sixHoursAgo + 1, wait(noonAt + 1)],
    ['ends after its time', sixHoursAgo, null],
    ['does not reach further back', sixHoursAgo - 1, null],
  ])('of a second first text %s', (_name, lastInitialAt, expected) => {
    const judgement = judge(facts({ phone: { ...strange, lastInitialAt } }));
    if (expected === null) expect(judgement.kind).toBe('go');
    else expect(judgement).toEqual(expected);
  });

  it('holds a second first text even if the contact has answered the first one', () => {
    const phone = {
      ...strange,
      lastInitialAt: noonAt - hourMs,
      lastOutAt: noonAt - hourMs,
      lastInAt: noonAt - minuteMs,
    };
    expect(judge(facts({ phone }))).toEqual(wait(noonAt + 5 * hourMs));
  });

  it('lets a first text pass when only a conversation went on lately', () => {
    const phone = { ...strange, lastInitialAt: sixHoursAgo, lastOutAt: noonAt - minuteMs, lastInAt: noonAt - minuteMs };
    expect(judge(facts({ phone })).kind).toBe('go');
  });

  it.each<[string, number | null, 'go' | 'wait']>([
    ['passes when the contact wrote since', noonAt - minuteMs, 'go'],
    ['passes when the contact wrote within the same second', Math.floor((noonAt - hourMs) / 1_000) * 1_000, 'go'],
    ['waits when the contact never wrote', null, 'wait'],
    ['waits when the contact wrote only before the first text', noonAt - 2 * hourMs, 'wait'],
  ])('of a follow-up %s', (_name, lastInAt, kind) => {
    const lastInitialAt = noonAt - hourMs + 900;
    const phone = { ...strange, lastInitialAt, lastOutAt: lastInitialAt, lastInAt };
    expect(judge(facts({ kind: 'follow-up', phone })).kind).toBe(kind);
  });

  it('counts from the last text of any kind while the contact is silent', () => {
    const phone = { ...strange, lastInitialAt: noonAt - 7 * hourMs, lastOutAt: noonAt - hourMs };
    expect(judge(facts({ kind: 'follow-up', phone }))).toEqual(wait(noonAt + 5 * hourMs));
  });

  it('is off at 0 minutes, even for a text that seems to come from the future', () => {
    for (const lastInitialAt of [noonAt, noonAt + hourMs]) {
      expect(judge(facts({ lockMinutes: 0, phone: { ...strange, lastInitialAt } })).kind).toBe('go');
    }
  });

  it('is looked at again after its own time when the last text was noted in the future', () => {
    const phone = { ...strange, lastInitialAt: noonAt + 1_000 * hourMs };
    expect(judge(facts({ phone }))).toEqual(wait(noonAt + 6 * hourMs));
  });
});

describe('the hours', () => {
  const night = 'wait until the morning';
  const morningAt = at('2026-09-11T13:00:00Z');

  it.each<[string, string, number | typeof night]>([
    ['08:59:59', '2026-09-11T12:59:59Z', night],
    ['08:59:59.999', '2026-09-11T12:59:59.999Z', night],
    ['09:00:00', '2026-09-11T13:00:00Z', longestValiditySeconds],
    ['10:59:30, when ten hours and the margin are left', '2026-09-10T14:59:30Z', longestValiditySeconds],
    ['10:59:31', '2026-09-10T14:59:31Z', longestValiditySeconds - 1],
    ['20:00:00', '2026-09-11T00:00:00Z', 3_600 - closingMarginSeconds],
    ['20:58:30, when the carrier has just enough time', '2026-09-11T00:58:30Z', leastValiditySeconds],
    ['20:58:30.001, when it has not', '2026-09-11T00:58:30.001Z', night],
    ['20:59:59', '2026-09-11T00:59:59Z', night],
    ['21:00:00', '2026-09-11T01:00:00Z', night],
    ['21:00:00.001', '2026-09-11T01:00:00.001Z', night],
    ['03:00:00', '2026-09-11T07:00:00Z', night],
  ])('at %s in New York', (_local, instant, expected) => {
    expect(judge(facts({ at: at(instant) }))).toEqual(
      expected === night
        ? { kind: 'wait', reason: 'hours', untilAt: morningAt }
        : { kind: 'go', validitySeconds: expected },
    );
  });

  it.each<[string, ZoneSet, string, string]>([
    [
      'an hour earlier in UTC after clocks went forward',
      ['America/New_York'],
      '2026-03-08T02:30:00Z',
      '2026-03-08T13:00:00Z',
    ],
    ['as every day where clocks stay', ['America/Phoenix'], '2026-03-08T04:30:00Z', '2026-03-08T16:00:00Z'],
    [
      'an hour later in UTC after clocks went back',
      ['America/New_York'],
      '2026-11-01T01:30:00Z',
      '2026-11-01T14:00:00Z',
    ],
    [
      'when the last of several clocks allows it',
      ['America/New_York', 'America/Los_Angeles'],
      '2026-11-01T01:30:00Z',
      '2026-11-01T17:00:00Z',
    ],
  ])('ends a night %s', (_name, zones, from, untilAt) => {
    expect(judge(facts({ zones, at: at(from) }))).toEqual({ kind: 'wait', reason: 'hours', untilAt: at(untilAt) });
  });

  it('waits, a quarter of a minute before one of two clocks closes, until both are open again', () => {
    const zones: ZoneSet = ['America/New_York', 'America/Los_Angeles'];
    expect(judge(facts({ zones, at: at('2026-09-11T00:59:45Z') }))).toEqual({
      kind: 'wait',
      reason: 'hours',
      untilAt: at('2026-09-11T16:00:00Z'),
    });
  });

  it('names no time when the clocks of a contact are never in the window together', () => {
    const zones: ZoneSet = ['America/New_York', 'Asia/Tokyo'];
    const window = { startMinute: 600, endMinute: 900 };
    expect(judge(facts({ zones, window }))).toEqual({ kind: 'wait', reason: 'hours', untilAt: null });
  });

  it('goes at every hour with a window of the whole day', () => {
    expect(judge(facts({ window: { startMinute: 0, endMinute: 1440 }, at: at('2026-09-11T07:00:00Z') }))).toEqual({
      kind: 'go',
      validitySeconds: longestValiditySeconds,
    });
  });

  const anyZones = fc.constantFrom<ZoneSet>(
    ['America/New_York'],
    ['America/Phoenix', 'America/Denver'],
    ['America/New_York', 'America/Adak'],
    ['Pacific/Honolulu'],
    ['America/St_Johns'],
  );
  const anyInstant = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });

  it('never let a text be delivered after closing time', () => {
    fc.assert(
      fc.property(anyZones, anyInstant, (zones, instant) => {
        const judgement = judge(facts({ zones, at: instant }));
        if (judgement.kind !== 'go') return;
        const dropsAt = instant + (judgement.validitySeconds + closingMarginSeconds) * 1_000;
        expect(isOpen(defaultTextingWindow, zones, instant)).toBe(true);
        expect(dropsAt).toBeLessThanOrEqual(closesAt(defaultTextingWindow, zones, instant) ?? Number.POSITIVE_INFINITY);
        expect(judgement.validitySeconds).toBeLessThanOrEqual(longestValiditySeconds);
        expect(judgement.validitySeconds).toBeGreaterThanOrEqual(leastValiditySeconds);
      }),
    );
  });

  it('name a time in the future at which the text really goes', () => {
    fc.assert(
      fc.property(anyZones, anyInstant, (zones, instant) => {
        const judgement = judge(facts({ zones, at: instant }));
        if (judgement.kind !== 'wait') return;
        const untilAt = judgement.untilAt ?? Number.NaN;
        expect(untilAt).toBeGreaterThan(instant);
        expect(judge(facts({ zones, at: untilAt })).kind).toBe('go');
      }),
    );
  });
});
