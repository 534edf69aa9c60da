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

  test.each(['scripts/start.ts', 'scripts/demo.ts'])(
    '%s opens the application, which cannot start without Electron and a build',
    (file) => {
      expect(requiredBy('--run', file)).toEqual(['build', 'electron', 'packages']);
    },
  );

  test('tests run without what only some of them need, so that the others are run', () => {
    expect(requiredBy('--run', 'scripts/test.ts')).toEqual(['packages']);
  });

  test.each([
    { words: [], needs: ['build', 'electron', 'packages', 'sqlite3'] },
    { words: ['--json', 'figures.json'], needs: ['build', 'electron', 'packages', 'sqlite3'] },
    { words: ['--only', 'window'], needs: ['build', 'electron', 'packages'] },
    { words: ['--only=send-commit'], needs: ['packages'] },
    { words: ['--only', 'import'], needs: ['packages', 'sqlite3'] },
  ])('npm run bench -- $words wants what those measurements use', ({ words, needs }) => {
    expect(wantedBy('--run', 'scripts/bench.ts', '--', ...words)).toEqual(needs);
  });

  test('a benchmark runs without what only some measurements need, so that the others are made', () => {
    expect(requiredBy('--run', 'scripts/bench.ts')).toEqual(['packages']);
  });

  test.each([['main/engine.ts'], ['main/carrier/simulator/index.ts'], ['scripts/textbank.ts']])(
    '%s needs npm packages only',
    (file) => {
      expect(wantedBy('--run', file)).toEqual(['packages']);
    },
  );

  test('what asks for packages only gets packages only', () => {
    expect(wantedBy('--only', 'packages', '--run', 'scripts/start.ts')).toEqual(['packages']);
  });
});

describe('what a narrowed test run needs', () => {
  test.each([
    { words: [], needs: all },
    { words: ['--project', 'unit'], needs: ['packages'] },
    { words: ['--project=store', '-t', 'lock'], needs: ['packages'] },
    { words: ['--project', 'faults'], needs: ['packages'] },
    { words: ['--project', 'types'], needs: ['packages'] },
    { words: ['--project=types'], needs: ['packages'] },
    { words: ['--project', 'lint'], needs: ['packages'] },
    { words: ['--project=lint'], needs: ['packages'] },
    { words: ['--project', 'unit', 'campaign'], needs: ['packages'] },
    { words: ['--project', 'unit', '--project', 'conformance'], needs: ['packages', 'spec'] },
    { words: ['--project', 'unit', '--project', 'e2e'], needs: all },
    { words: ['tests/unit/scripts/plan.test.ts'], needs: ['packages'] },
    { words: ['tests/e2e/campaign.e2e.ts'], needs: all },
    { words: ['campaign'], needs: all },
  ])('npm test -- $words', ({ words, needs }) => {
    expect(tests(...words)).toEqual(needs);
  });
});
