import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/ready/arguments.mjs';
import { refusalOf } from '../../../scripts/ready/refusal.mjs';
import { lacksScreen } from '../../../scripts/screen.mjs';
import { complaintAbout, vitestKinds } from '../../../scripts/test/words.mjs';
import config from '../../../vitest.config.ts';

const refused = (script: string, ...words: string[]) =>
  refusalOf(parseArguments(['--run', `scripts/${script}.ts`, '--', ...words]), { hasScreen: true });

const testFiles = ['tests/unit/phone.test.ts', 'tests/unit/scripts/plan.test.ts', 'tests/e2e/campaign.e2e.ts'];

describe('a command that is refused before anything is fetched', () => {
  test('a kind of test that does not exist is told with the kinds that do', () => {
    const choices = 'unit, store, room, contract, conformance, component, faults, e2e, types, lint';
    const refusal = { sentence: `--project is one of ${choices}, not "nonsense".`, exitCode: 64 };
    expect(refused('test', '--project', 'nonsense')).toEqual(refusal);
    expect(refused('test', '--project=nonsense')).toEqual(refusal);
  });

  test('a measurement that does not exist is told with those that do', () => {
    const choices = 'send-commit, dispatch-pick, drain, limiter, text-life, import, window, enter';
    const refusal = { sentence: `--only is one of ${choices}, not "nonsense".`, exitCode: 64 };
    expect(refused('bench', '--only', 'nonsense')).toEqual(refusal);
    expect(refused('bench', '--only=nonsense')).toEqual(refusal);
  });

  test.each([['--jason', 'x'], ['--only'], ['window']])(
    'a benchmark typed as %s is told how to type it',
    (...words) => {
      expect(refused('bench', ...words)).toMatchObject({
        exitCode: 64,
        sentence: expect.stringMatching(/^[^\n]+FILE/),
      });
    },
  );

  test('a window is not promised to a machine without a screen', () => {
    const request = parseArguments(['--run', 'scripts/start.ts', '--']);
    expect(refusalOf(request, { hasScreen: false })).toMatchObject({ exitCode: 69 });
    expect(refusalOf(request, { hasScreen: true })).toBeUndefined();
  });

  test.each([['test'], ['test', '--project', 'types'], ['bench', '--only', 'window', '--json', 'f']])(
    'npm run %s is not',
    (script, ...words) => {
      expect(refused(script, ...words)).toBeUndefined();
    },
  );
});

describe('files named to npm test', () => {
  test.each([
    [['tests/unit/phone.test.ts']],
    [['./tests/unit/phone.test.ts']],
    [['tests/unit/phone.test.ts:12']],
    [['phone', '-t', 'no such test']],
    [['--project', 'unit', 'Plan']],
    [['tests/e2e/campaign.e2e.ts']],
  ])('%j are there', (words) => {
    expect(complaintAbout(words, testFiles)).toBeUndefined();
  });

  test('one that is not there is told with what its folder has', () => {
    expect(complaintAbout(['tests/unit/scripts/plam.test.ts'], testFiles)).toBe(
      'No test file has "tests/unit/scripts/plam.test.ts" in its path. tests/unit/scripts has plan.test.ts.',
    );
    expect(complaintAbout(['nonsense'], testFiles)).toBe(
      'No test file has "nonsense" in its path. tests has e2e, unit.',
    );
  });

  test('one of another kind than was named is not there', () => {
    expect(complaintAbout(['--project', 'store', 'phone'], testFiles)).toBe(
      'No test file of store has "phone" in its path.',
    );
  });
});

test('the kinds that npm test knows are the projects that vitest has', () => {
  const projects = config.test?.projects as { test: { name: string } }[];
  expect(projects.map(({ test }) => test.name)).toEqual(vitestKinds);
});

test('faults are worked alone, after all other kinds, also where there is room for a single worker', () => {
  const projects = config.test?.projects as {
    test: { name: string; fileParallelism?: boolean; sequence: { groupOrder: number } };
  }[];
  const orderOf = (isFaults: boolean): number[] =>
    projects.filter(({ test }) => (test.name === 'faults') === isFaults).map(({ test }) => test.sequence.groupOrder);
  expect(Math.min(...orderOf(true))).toBeGreaterThan(Math.max(...orderOf(false)));
  // Vitest takes 0 for no order at all.
  expect(Math.min(...orderOf(false))).toBeGreaterThan(0);
  expect(projects.filter(({ test }) => test.fileParallelism === false).map(({ test }) => test.name)).toEqual([
    'faults',
  ]);
});

test.each([
  ['linux', {}, true],
  ['linux', { DISPLAY: '' }, true],
  ['linux', { DISPLAY: ':0' }, false],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
  ['darwin', {}, false],
] as const)('on %s with %o a screen lacking is %s', (platform, env, lacking) => {
  expect(lacksScreen(env, platform)).toBe(lacking);
});
