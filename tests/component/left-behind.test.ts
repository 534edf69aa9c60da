import { afterEach, describe, expect, it, vi } from 'vitest';
import { leftBehind } from '../../renderer/bridge/left-behind.ts';
import { isNumber, isText, listOf, maybe, oneOf, orNull, recordOf, shaped } from '../../renderer/bridge/shapes.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const rosas = { userId: 1, campaign: 'practice 1' };
const words = leftBehind('words', listOf(isText));

afterEach(() => void vi.useRealTimers());

describe('what is left in the window', () => {
  it('is taken once', () => {
    words.leave(rosas, ['Hi']);
    expect([words.take(rosas), words.take(rosas)]).toEqual([['Hi'], null]);
    expect(sessionStorage.length).toBe(0);
  });

  it.each([
    ['anybody else', { ...rosas, userId: 2 }],
    ['the same person in another campaign', { ...rosas, campaign: 'live 1' }],
  ])('is not for %s', (_whom, other) => {
    words.leave(rosas, ['Hi']);
    expect(words.take(other)).toBeNull();
    expect(words.take(rosas)).toEqual(['Hi']);
  });

  it('takes the place of what the same person had left before', () => {
    words.leave(rosas, ['Hi']);
    words.leave(rosas, ['Hello']);
    expect(words.take(rosas)).toEqual(['Hello']);
    words.leave(rosas, ['Hi']);
    words.leave(rosas, null);
    expect(words.take(rosas)).toBeNull();
  });

  it('is gone after a day', () => {
    vi.useFakeTimers({ now: 0 });
    words.leave(rosas, ['Hi']);
    vi.setSystemTime(dayMs - 1);
    words.leave({ ...rosas, userId: 2 }, ['Hello']);
    expect(words.take(rosas)).toEqual(['Hi']);
    vi.setSystemTime(2 * dayMs - 1);
    expect(words.take({ ...rosas, userId: 2 })).toBeNull();
  });

  it('is gone sooner where it is kept for less', () => {
    vi.useFakeTimers({ now: 0 });
    const count = leftBehind('count', isNumber, 1_000);
    count.leave(rosas, 3);
    vi.setSystemTime(999);
    expect(count.take(rosas)).toBe(3);
    count.leave(rosas, 4);
    vi.setSystemTime(1_999);
    expect(count.take(rosas)).toBeNull();
  });

  it.each([
    ['what is no JSON', 'Hi'],
    ['another form', '{"userId":1}'],
    ['words of another form', JSON.stringify([{ ...rosas, leftAt: Date.now(), things: [1] }])],
  ])('is nothing where there is %s', (_what, written) => {
    sessionStorage.setItem('fieldline.left-words', written);
    expect(words.take(rosas)).toBeNull();
  });
});

describe('a shape', () => {
  const isPoint = shaped<{ readonly at: number; readonly name?: string | undefined }>({
    at: isNumber,
    name: maybe(isText),
  });

  it.each([
    ['a whole thing', isPoint({ at: 1, name: 'a', more: true }), true],
    ['a thing without what may be left out', isPoint({ at: 1 }), true],
    ['a thing that lacks something', isPoint({ name: 'a' }), false],
    ['a list in place of a thing', isPoint([]), false],
    ['null in place of a thing', isPoint(null), false],
    ['null where it may be', orNull(isPoint)(null), true],
    ['a list of such', listOf(isPoint)([{ at: 1 }, { at: 2 }]), true],
    ['a list with another in it', listOf(isPoint)([{ at: 1 }, 2]), false],
    ['a record of such', recordOf(isPoint)({ a: { at: 1 } }), true],
    ['a record with another in it', recordOf(isPoint)({ a: 1 }), false],
    ['one of the names', oneOf(['a', 'b'])('b'), true],
    ['another name', oneOf(['a', 'b'])('c'), false],
  ])('tells %s', (_what, told, expected) => {
    expect(told).toBe(expected);
  });
});
