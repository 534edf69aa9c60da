import { describe, expect, test } from 'vitest';
import { selectStages } from '../../../scripts/test/selection.ts';

const none = { types: false, lint: false, vitest: undefined, e2e: undefined };

describe('what npm test runs', () => {
  test.each([
    { words: [], runs: { types: true, lint: true, vitest: [], e2e: [] } },
    { words: ['--project', 'unit'], runs: { ...none, vitest: ['--project', 'unit'] } },
    { words: ['--project=unit'], runs: { ...none, vitest: ['--project', 'unit'] } },
    { words: ['--project', 'e2e'], runs: { ...none, e2e: [] } },
    { words: ['--project', 'types', '--project', 'lint'], runs: { ...none, types: true, lint: true } },
    { words: ['--project=types', '--project=lint'], runs: { ...none, types: true, lint: true } },
    { words: ['--project', 'unit', '--project', 'e2e'], runs: { ...none, vitest: ['--project', 'unit'], e2e: [] } },
    { words: ['phone.test.ts'], runs: { ...none, vitest: ['phone.test.ts'] } },
    { words: ['tests/e2e/campaign.e2e.ts'], runs: { ...none, e2e: ['tests/e2e/campaign.e2e.ts'] } },
    { words: ['-t', 'opts out'], runs: { ...none, vitest: ['-t', 'opts out'] } },
    {
      words: ['--project', 'room', '-t', 'opts out', 'replies'],
      runs: { ...none, vitest: ['--project', 'room', '-t', 'opts out', 'replies'] },
    },
  ])('for $words is what they name', ({ words, runs }) => {
    expect(selectStages(words)).toEqual(runs);
  });
});
