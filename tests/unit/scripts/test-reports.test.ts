import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tallyOfPlaywright, tallyOfVitest } from '../../../scripts/test/reports.ts';

describe('a report of vitest', () => {
  const report = { numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 };
  const passed = { status: 'passed', fullName: 'adds' };
  const fails = { status: 'failed', fullName: 'subtracts', failureMessages: ['Error: 1 is not 2'] };
  const name = join(process.cwd(), 'tests', 'sums.test.ts');
  const failedTest = { name, status: 'failed', assertionResults: [fails, passed] };

  test('counts what passed and was left out, and names what failed', () => {
    expect(tallyOfVitest({ ...report, testResults: [failedTest] })).toEqual({
      passed: 5,
      failures: [{ name: `${join('tests', 'sums.test.ts')} > subtracts`, words: 'Error: 1 is not 2' }],
      skipped: 3,
    });
  });

  test.each([
    ['does not load', { name, status: 'failed', message: 'It does not parse.', assertionResults: [] }],
    ['fails in its clean-up', { name, status: 'failed', message: 'It does not parse.', assertionResults: [passed] }],
  ])('counts a file that %s as a failure', (_case, file) => {
    const { failures } = tallyOfVitest({ ...report, testResults: [failedTest, file] });
    expect(failures).toHaveLength(2);
    expect(failures[1]).toEqual({ name: join('tests', 'sums.test.ts'), words: 'It does not parse.' });
  });

  test('that is none is refused', () => {
    expect(() => tallyOfVitest({})).toThrow();
  });
});

describe('a report of Playwright', () => {
  const stats = { expected: 4, flaky: 1, skipped: 2 };

  test('counts a test that passed at the second try as passed', () => {
    expect(tallyOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failures: [], skipped: 2 });
  });

  test('names what failed, in a group as outside of one', () => {
    const spec = (title: string, ok: boolean) => ({
      file: 'desk.e2e.ts',
      line: 8,
      title,
      ok,
      tests: [{ results: [{ errors: ok ? [] : [{ message: 'Error: no such button' }] }] }],
    });
    const suites = [
      {
        title: 'desk.e2e.ts',
        specs: [spec('one', true), spec('two', false)],
        suites: [{ specs: [spec('three', false)] }],
      },
    ];
    expect(tallyOfPlaywright({ stats, suites, errors: [] }).failures).toEqual([
      { name: 'desk.e2e.ts:8 > two', words: 'Error: no such button' },
      { name: 'desk.e2e.ts:8 > three', words: 'Error: no such button' },
    ]);
  });

  test('counts an error outside of any test as a failure', () => {
    const { failures } = tallyOfPlaywright({ stats, errors: [{ message: 'set-up' }] });
    expect(failures).toEqual([{ name: 'outside of any test', words: 'set-up' }]);
  });
});
