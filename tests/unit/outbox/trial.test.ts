import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullTrust, isBroken, roomFor, type Trust, trustAfter } from '../../../main/outbox/rules/trial.ts';

const atMost = 8;
const broken: Trust = { troubles: 8, failures: 2, nextTrialMs: 2_000 };

describe('the room', () => {
  it.each([
    ['is full while calls are answered', fullTrust, 0, 0, 8],
    ['is what calls under way leave of it', fullTrust, 5, 0, 3],
    ['is one after a call without an understandable answer', { ...fullTrust, troubles: 1 }, 0, 0, 1],
    ['is none after one while another call is under way', { ...fullTrust, troubles: 1 }, 1, 0, 0],
    ['is none before the next trial', broken, 0, 1_999, 0],
    ['is one when the time of the next trial has come', broken, 0, 2_000, 1],
    ['is none while a trial is under way', broken, 1, 9_000, 0],
  ])('%s', (_name, trust, underWay, nowMs, room) => {
    expect(roomFor(trust, atMost, underWay, nowMs)).toBe(room);
  });
});

describe('trust', () => {
  it('is lost at the third call in a row without an understandable answer', () => {
    const two = trustAfter(fullTrust, ['troubled', 'troubled'], 0, 0);
    expect(isBroken(two)).toBe(false);
    expect(isBroken(trustAfter(two, ['nothing', 'troubled'], 0, 0))).toBe(true);
  });

  it('counts what was under way together as one failure, however many answers it brings', () => {
    const early = trustAfter(fullTrust, ['troubled', 'troubled', 'troubled'], 5, 100);
    expect(early).toMatchObject({ failures: 0 });
    expect(trustAfter(early, Array(5).fill('troubled'), 0, 200)).toMatchObject({ failures: 1, nextTrialMs: 1_200 });
  });

  it('waits twice as long after each trial that fails, and a minute at most', () => {
    let trust: Trust = fullTrust;
    const waits: number[] = [];
    for (let trial = 0; trial < 10; trial += 1) {
      trust = trustAfter(trust, ['troubled'], 0, 0);
      waits.push(trust.nextTrialMs);
    }
    expect(waits.slice(2)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it.each([
    ['comes back whole with the first understandable answer', ['up'], fullTrust],
    ['begins anew after one', ['up', 'troubled'], { ...fullTrust, troubles: 1 }],
    ['is not touched by a line that was not there', ['down'], broken],
    ['is not touched by a call that was not made', ['nothing'], broken],
  ] as const)('%s', (_name, heard, trust) => {
    expect(trustAfter(broken, heard, 0, 0)).toEqual(trust);
  });

  it('does not depend on how many answers come together', () => {
    const heard = fc.array(fc.constantFrom('up', 'down', 'troubled', 'nothing'), { maxLength: 12 });
    fc.assert(
      fc.property(heard, (answers) => {
        const oneByOne = answers.reduce((trust, answer) => trustAfter(trust, [answer], 1, 0), fullTrust);
        expect(trustAfter(fullTrust, answers, 1, 0)).toEqual(oneByOne);
      }),
    );
  });
});
