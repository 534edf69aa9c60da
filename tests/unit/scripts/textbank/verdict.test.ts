import { describe, expect, test } from 'vitest';
import type { Act } from '../../../../scripts/textbank/act-log.ts';
import { type AcceptedText, type Evidence, heardBy, judge } from '../../../../scripts/textbank/verdict.ts';

const [ana, ben] = ['+12035550100', '+12035550101'];

const act = (phone: string, text = 'Hi'): Act => ({
  kind: 'first',
  contactId: 1,
  phone,
  text,
  messageId: 1,
  answeredAt: 1_000,
});
const arrival = (toPhone: string, body = 'Hi', acceptedAt = 2_000): AcceptedText => ({ toPhone, body, acceptedAt });

interface Given {
  readonly acts?: readonly Act[];
  readonly accepted?: readonly AcceptedText[];
  readonly optedOutAt?: Readonly<Record<string, number>>;
  readonly byHandAt?: Readonly<Record<string, number>>;
  readonly toldAt?: Readonly<Record<string, number>>;
  readonly state?: string;
}

function verdictOn({ acts = [], accepted = [], optedOutAt = {}, byHandAt = {}, toldAt = {}, state = '' }: Given) {
  const log = {
    acts: [...acts],
    optedOutByHandAt: new Map(Object.entries(byHandAt)),
    toldAt: new Map(Object.entries(toldAt)),
    deafTimes: [],
  };
  const evidence: Evidence = {
    log,
    accepted,
    optedOutAt: new Map(Object.entries(optedOutAt)),
    stateOf: () => state,
    hearingMs: 10_000,
  };
  return judge(evidence);
}

describe('the count', () => {
  test('finds nothing when each act has its acceptance', () => {
    const verdict = verdictOn({ acts: [act(ana), act(ben)], accepted: [arrival(ben), arrival(ana)] });
    expect(verdict).toEqual({ doubled: 0, lost: [], stopped: {}, textedAfterOptOut: 0, textedBeforeHeard: [] });
  });

  test('takes the same text as often as it was decided', () => {
    const twice = { acts: [act(ana), act(ana)], accepted: [arrival(ana), arrival(ana)] };
    expect(verdictOn(twice)).toMatchObject({ doubled: 0, lost: [] });
  });

  test.each([
    ['a text that was accepted once more than decided', [arrival(ana), arrival(ana)], 1],
    ['a text that nobody decided', [arrival(ana), arrival(ana, 'Ho')], 1],
    ['a text to a phone that nobody texted', [arrival(ana), arrival(ben), arrival(ben)], 2],
  ])('counts %s as doubled', (_what, accepted, doubled) => {
    expect(verdictOn({ acts: [act(ana)], accepted }).doubled).toBe(doubled);
  });

  test('counts a text that never arrived as lost, whatever the engine says of it', () => {
    expect(verdictOn({ acts: [act(ana)], state: 'cancelled' }).lost).toEqual([`first, ${ana}, cancelled`]);
  });

  test('counts one of two equal texts that did not arrive as lost', () => {
    expect(verdictOn({ acts: [act(ana), act(ana)], accepted: [arrival(ana)] }).lost).toHaveLength(1);
  });

  test.each([
    ['in words', { optedOutAt: { [ana]: 1_500 } }],
    ['by hand', { byHandAt: { [ana]: 1_500 } }],
  ])('does not count a text as lost that the engine stopped after an opt-out %s', (how, optOut) => {
    const verdict = verdictOn({ acts: [act(ana)], state: 'blocked', ...optOut });
    expect(verdict).toMatchObject({ lost: [], stopped: { [`opted out ${how}`]: 1 } });
  });

  test('counts a text to somebody who opted out as lost when the engine does not know that it was stopped', () => {
    expect(verdictOn({ acts: [act(ana)], optedOutAt: { [ana]: 1_500 }, state: 'handed-over' }).lost).toHaveLength(1);
  });
});

describe('a text after an opt-out', () => {
  const accepted = [arrival(ana, 'Hi', 20_000)];

  test.each([
    ['when it could have been heard', { optedOutAt: { [ana]: 9_999 } }],
    ['at once when it was made by hand', { byHandAt: { [ana]: 19_999 } }],
    ['at once when the engine has said that it knows', { optedOutAt: { [ana]: 15_000 }, toldAt: { [ana]: 16_000 } }],
  ])('is counted %s', (_when, given) => {
    expect(verdictOn({ acts: [act(ana)], accepted, ...given })).toMatchObject({
      textedAfterOptOut: 1,
      textedBeforeHeard: [],
    });
  });

  test('is shown by itself when it could not have been heard', () => {
    const verdict = verdictOn({ acts: [act(ana)], accepted, optedOutAt: { [ana]: 10_000 } });
    expect(verdict).toMatchObject({ textedAfterOptOut: 0, textedBeforeHeard: [10_000] });
  });

  test('is none when it came before', () => {
    const verdict = verdictOn({ acts: [act(ana)], accepted, optedOutAt: { [ana]: 20_000 } });
    expect(verdict).toMatchObject({ textedAfterOptOut: 0, textedBeforeHeard: [] });
  });
});

describe('an opt-out must be heard', () => {
  test.each([
    ['after the usual time', [], 11_000],
    ['after the usual time when the engine was deaf before it', [{ fromAt: 0, untilAt: 900 }], 11_000],
    ['later when the engine was deaf meanwhile', [{ fromAt: 5_000, untilAt: 8_000 }], 18_000],
    [
      'later still when it was deaf again',
      [
        { fromAt: 15_000, untilAt: 16_000 },
        { fromAt: 5_000, untilAt: 8_000 },
      ],
      26_000,
    ],
    ['without regard to deafness after it', [{ fromAt: 11_001, untilAt: 50_000 }], 11_000],
  ])('%s', (_when, deafTimes, by) => {
    expect(heardBy(1_000, 10_000, deafTimes)).toBe(by);
  });
});
