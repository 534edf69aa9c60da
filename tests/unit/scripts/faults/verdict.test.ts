import { describe, expect, it } from 'vitest';
import type { Person } from '../../../../scripts/faults/people.ts';
import type { Accepted, LeftText } from '../../../../scripts/faults/records.ts';
import { type Evidence, judge } from '../../../../scripts/faults/verdict.ts';
import type { NotedCall } from '../../../faults/watched-carrier.ts';

const phone = '+12025550123';
const noon = Date.UTC(2026, 6, 15, 16);
const hourMs = 3_600_000;

const person: Person = {
  firstName: 'Ana',
  lastName: 'Abbott',
  phone,
  zones: ['America/New_York'],
  place: { zone: 'America/New_York', state: '' },
  kind: 'unique',
  optOut: null,
};

function took(sid: string, changes: Partial<Accepted> = {}): Accepted {
  const text = { sid, fromPhone: '+12025550100', toPhone: phone, body: 'Hello', segments: 1 };
  return { ...text, acceptedAt: noon, expiresAt: noon + hourMs, ...changes };
}

function called(changes: Partial<NotedCall> = {}): NotedCall {
  const times = { releasedAt: noon - 10, claimedAt: noon - 10, calledAt: noon - 10, realMs: 1_000 };
  return { ...times, engine: 100, from: '+12025550100', to: phone, body: 'Hello', ...changes };
}

function left(messageId: number, changes: Partial<LeftText> = {}): [number, LeftText] {
  const text = { messageId, phone, state: 'handed-over', reason: null, refusalCode: null, carrierId: `SM${messageId}` };
  return [messageId, { ...text, ...changes }];
}

function evidence(changes: Partial<Omit<Evidence, 'log'>> & { log?: Partial<Evidence['log']> } = {}): Evidence {
  const { log, ...others } = changes;
  return {
    log: {
      acts: [{ phone, text: 'Hello', messageId: 1 }],
      told: new Map(),
      optedOutByHand: new Map(),
      optedOutInWriting: new Set(),
      troubles: [],
      ...log,
    },
    people: new Map([[phone, person]]),
    accepted: [took('SM1')],
    calls: [called()],
    left: new Map([left(1)]),
    limits: { number: 1, account: 1 },
    ...others,
  };
}

const twice = [
  { phone, text: 'Hello', messageId: 1 },
  { phone, text: 'Hello', messageId: 2 },
];

describe('the count of a run with faults', () => {
  it('finds nothing wrong with a text that was decided once and accepted once', () => {
    expect(judge(evidence())).toMatchObject({ intended: 1, accepted: 1, findings: [] });
  });

  it('takes two acceptances of words that were decided twice', () => {
    const counted = judge(
      evidence({ log: { acts: twice }, accepted: [took('SM1'), took('SM2')], left: new Map([left(1), left(2)]) }),
    );
    expect(counted).toMatchObject({ doubled: 0, lost: 0, findings: [] });
  });

  it('counts an acceptance beyond what was decided as doubled', () => {
    expect(judge(evidence({ accepted: [took('SM1'), took('SM9')] }))).toMatchObject({ doubled: 1, lost: 0 });
  });

  it('counts words that were decided twice and taken for one as lost', () => {
    const sameName = new Map([left(1), left(2, { carrierId: 'SM7' })]);
    expect(judge(evidence({ log: { acts: twice }, left: sameName }))).toMatchObject({ doubled: 0, lost: 1 });
  });

  it('counts a text that nobody was texted as doubled when nobody had decided it', () => {
    expect(judge(evidence({ log: { acts: [] }, left: new Map() }))).toMatchObject({ doubled: 1 });
  });

  it.each(['queued', 'sending', 'uncertain'])('counts a text that is still %s as stuck, and not as lost', (state) => {
    const counted = judge(evidence({ accepted: [], left: new Map([left(1, { state, carrierId: null })]) }));
    expect(counted).toMatchObject({ stuck: 1, lost: 0 });
  });

  it('leaves a text to a person only with a reason', () => {
    const asked = (reason: string | null) =>
      judge(evidence({ accepted: [], left: new Map([left(1, { state: 'needs-person', carrierId: null, reason })]) }));
    expect(asked('too-old')).toMatchObject({ needsPerson: 1, lost: 0 });
    expect(asked(null)).toMatchObject({ needsPerson: 0, lost: 1 });
  });

  it('believes that an opt-out stopped a text only if somebody asked for it', () => {
    const stopped = {
      accepted: [],
      left: new Map([left(1, { state: 'blocked', reason: 'opted-out', carrierId: null })]),
    };
    expect(judge(evidence(stopped))).toMatchObject({ stopped: 0, lost: 1 });
    expect(judge(evidence({ ...stopped, log: { optedOutInWriting: new Set([phone]) } }))).toMatchObject({
      stopped: 1,
      lost: 0,
    });
  });

  it('counts a call that was made after the engine had said that the contact is opted out', () => {
    const told = (realMs: number) => judge(evidence({ log: { told: new Map([[phone, realMs]]) } })).textedAfterOptOut;
    expect(told(999)).toBe(1);
    expect(told(1_001)).toBe(0);
  });

  it.each([
    ['nine in the evening', { acceptedAt: noon + 9 * hourMs, expiresAt: noon + 9 * hourMs }, 1],
    ['a minute before nine in the evening', { acceptedAt: noon + 9 * hourMs - 1, expiresAt: noon + 9 * hourMs - 1 }, 0],
    ['a minute before nine in the morning', { acceptedAt: noon - 3 * hourMs - 1 }, 1],
    ['noon, but to be kept into the night', { expiresAt: noon + 10 * hourMs }, 1],
  ])('judges a text that was taken at %s', (_, times, outside) => {
    const accepted = [took('SM1', times)];
    const calls = [called({ calledAt: accepted[0]?.acceptedAt ?? 0 })];
    expect(judge(evidence({ accepted, calls })).textedOutsideHours).toBe(outside);
  });

  it('needs every clock of a contact to be open', () => {
    const people = new Map([[phone, { ...person, zones: ['America/New_York', 'Asia/Singapore'] }]]);
    expect(judge(evidence({ people })).textedOutsideHours).toBe(1);
  });
});
