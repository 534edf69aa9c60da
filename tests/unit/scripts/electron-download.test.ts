import { describe, expect, test } from 'vitest';
import { reasonIn } from '../../../scripts/electron/download.mjs';
import { isFresh, MEMORY_MS } from '../../../scripts/electron/download-memory.mjs';

describe('the reason why Electron could not be downloaded', () => {
  test.each([
    ['TypeError: fetch failed\n    at node:internal/deps/undici', 'its server cannot be reached'],
    ['HTTPError: Response code 403 (Forbidden) for http://127.0.0.1/e.zip\n', 'Response code 403 (Forbidden)'],
    ['\nError: disk full\n    at write', 'Error: disk full'],
    ['', 'no reason given'],
  ])('is told in a few words', (output, reason) => {
    expect(reasonIn(output)).toBe(reason);
  });
});

describe('a download that failed', () => {
  const at = Date.UTC(2026, 10, 1);

  test.each([
    ['is remembered at once', at, true],
    ['is remembered until a day has passed', at + MEMORY_MS - 1, true],
    ['is tried again after a day', at + MEMORY_MS, false],
    ['is tried again when it lies in the future, because a clock was wrong', at - 1, false],
  ])('%s', (_case, now, expected) => {
    expect(isFresh({ at, reason: 'offline' }, now)).toBe(expected);
  });
});
