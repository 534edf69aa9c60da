import { expect, test, vi } from 'vitest';
import { checkEach } from '../../../scripts/test/checks.ts';
import { failure, type StageResult } from '../../../scripts/test/stage.ts';

test('two folders whose checks fail at the same time are both counted', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  const waiting: ((result: StageResult) => void)[] = [];
  const counted = checkEach(['one', 'other'], () => new Promise((resolve) => waiting.push(resolve)));
  for (const resolve of waiting) resolve(failure('a type does not fit'));
  expect(await counted).toEqual({
    passed: 0,
    failures: [
      { name: 'types: one', words: 'a type does not fit' },
      { name: 'types: other', words: 'a type does not fit' },
    ],
    skipped: 0,
  });
  expect(waiting).toHaveLength(2);
});
