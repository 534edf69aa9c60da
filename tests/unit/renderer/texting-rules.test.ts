import { describe, expect, it } from 'vitest';
import { checkText } from '../../../renderer/features/texting/check-text.ts';
import { type QueueStatus, queueNews } from '../../../renderer/features/texting/queue-news.ts';
import { comesAgain, meaningOf } from '../../../renderer/features/texting/refusals.ts';
import { appError } from '../../../shared/errors.ts';

describe('a refused press', () => {
  it.each([
    ['outbox/opted-out', 'not-texted'],
    ['outbox/blocked-phone', 'not-texted'],
    ['outbox/unreachable-phone', 'not-texted'],
    ['outbox/unfilled-variable', 'not-texted'],
    ['outbox/too-long', 'not-texted'],
    ['assignments/not-yours', 'not-texted'],
    ['assignments/already-texted', 'not-texted'],
    ['outbox/own-words', 'not-texted'],
    ['internal/bug', 'not-texted'],
    ['serve/intent-reused', 'not-texted'],
    ['actions/paused', 'halted'],
    ['actions/ended', 'halted'],
    ['numbers/none', 'halted'],
    ['store/disk-full', 'unanswered'],
    ['store/in-use', 'unanswered'],
  ] as const)('for %s is %s', (code, meaning) => {
    expect(meaningOf(appError(code))).toBe(meaning);
  });
});

describe('whoever was not texted', () => {
  it.each([
    ['outbox/own-words', true],
    ['outbox/too-long', true],
    ['internal/bug', true],
    ['outbox/opted-out', false],
    ['assignments/already-texted', false],
  ] as const)('for %s comes again with the next batch: %s', (code, isSo) => {
    expect(comesAgain(appError(code))).toBe(isSo);
  });
});

describe('changed words', () => {
  it('are counted as they will leave, with look-alikes replaced', () => {
    expect(checkText(' “Hi” — it’s Ana ')).toMatchObject({ measure: { segments: 1 }, error: null });
    expect(checkText('a'.repeat(161)).measure.segments).toBe(2);
  });

  it.each([
    ['  ', 'outbox/empty-text'],
    ['Hi ##{{first_name}}', 'outbox/unfilled-variable'],
    ['Hi ##{{first_na', 'outbox/unfilled-variable'],
    ['a'.repeat(1_601), 'outbox/too-long'],
  ])('%j cannot be sent: %s', (text, code) => {
    expect(checkText(text).error?.code).toBe(code);
  });
});

describe('the line about what waits', () => {
  const leaving: QueueStatus = {
    queued: 3,
    waiting: {},
    sending: 1,
    uncertain: 0,
    needsPerson: 0,
    line: 'up',
    heldBy: null,
  };

  it('says nothing while texts leave as they should', () => {
    expect(queueNews(leaving)).toBeNull();
    expect(queueNews({ ...leaving, queued: 0, line: 'down' })).toBeNull();
  });

  it.each([
    [{ line: 'down' }, { news: 'offline', count: 3 }],
    [{ line: 'none' }, { news: 'offline', count: 3 }],
    [{ waiting: { hours: 2 } }, { news: 'hours', count: 2 }],
    [{ waiting: { lock: 2 } }, { news: 'lock', count: 2 }],
    [{ waiting: { lock: 1, hours: 1 } }, { news: 'hours', count: 1 }],
    [{ queued: 40 }, { news: 'waiting', count: 40 }],
    [
      { line: 'down', heldBy: appError('outbox/clock-unsure') },
      { news: 'held', error: appError('outbox/clock-unsure') },
    ],
  ] as const)('of %j says %j', (status, news) => {
    expect(queueNews({ ...leaving, ...status })).toEqual(news);
  });
});
