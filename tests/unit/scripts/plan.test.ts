import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/ready/arguments.mjs';
import { planFor } from '../../../scripts/ready/plan.mjs';

const wantedBy = (...words: string[]) => [...planFor(parseArguments(words)).wanted].sort();
const requiredBy = (...words: string[]) => [...planFor(parseArguments(words)).required].sort();
const tests = (...words: string[]) => wantedBy('--run', 'scripts/test.ts', '--', ...words);
const all = ['build', 'electron', 'packages', 'spec'];

describe('what a command needs before it runs', () => {
  test('getting ready by itself brings everything, and fails for all but what benchmarks compare with', () => {
    expect(wantedBy()).toEqual([...all, 'sqlite3']);
    expect(requiredBy()).toEqual(all);
  });

  test('the application cannot start without Electron and a build', () => {
    expect(requiredBy('--run', 'scripts/start.ts')).toEqual(['build', 'electron', 'packages']);
  });

  test('tests run without what only some of them need, so that the others are run', () => {
    expect(requiredBy('--run', 'scripts/test.ts')).toEqual(['packages']);
  });

  test('a benchmark wants the SQLite command to compare with, and does without', () => {
    expect(wantedBy('--run', 'scripts/bench.ts')).toEqual(['packages', 'sqlite3']);
    expect(requiredBy('--run', 'scripts/bench.ts')).toEqual(['packages']);
  });

  test.each([['main/engine.ts'], ['main/carrier/simulator/index.ts']])('%s needs npm packages only', (file) => {
    expect(wantedBy('--run', file)).toEqual(['packages']);
  });

  test('what asks for packages only gets packages only', () => {
    expect(wantedBy('--only', 'packages', '--run', 'scripts/start.ts')).toEqual(['packages']);
  });
});

describe('what a narrowed test run needs', () => {
  test.each([
    { words: [], needs: all },
    { words: ['--project', 'unit'], needs: ['packages'] },
    { words: ['--project=store', '-t', 'lock'], needs: ['packages'] },
    { words: ['--project', 'unit', '--project', 'conformance'], needs: ['packages', 'spec'] },
    { words: ['--project', 'unit', '--project', 'e2e'], needs: all },
    { words: ['tests/unit/scripts/plan.test.ts'], needs: ['packages'] },
    { words: ['tests/e2e/campaign.e2e.ts'], needs: all },
    { words: ['campaign'], needs: all },
  ])('npm test -- $words', ({ words, needs }) => {
    expect(tests(...words)).toEqual(needs);
  });
});
