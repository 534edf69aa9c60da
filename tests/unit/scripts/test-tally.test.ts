import { describe, expect, test } from 'vitest';
import { add, closingLine, nothing, tallyOfPlaywright, tallyOfVitest } from '../../../scripts/test/tally.ts';

describe('the closing line', () => {
  test.each([
    [nothing, '0 passed, 0 failed'],
    [{ passed: 12, failed: 1, skipped: 0 }, '12 passed, 1 failed'],
    [{ passed: 12, failed: 0, skipped: 2 }, '12 passed, 0 failed, 2 skipped'],
  ])('for %o', (tally, line) => {
    expect(closingLine(tally)).toBe(line);
  });

  test('counts all stages together', () => {
    const tally = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
    expect(tally).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

describe('a report of vitest', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };

  test('counts what passed, failed and was left out', () => {
    expect(tallyOfVitest({ ...report, testResults: [failedTest] })).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  test.each([
    ['does not load', { status: 'failed', assertionResults: [] }],
    ['fails in its clean-up', { status: 'failed', assertionResults: [{ status: 'passed' }] }],
  ])('counts a file that %s as a failure', (_case, file) => {
    expect(tallyOfVitest({ ...report, testResults: [failedTest, file] }).failed).toBe(2);
  });

  test('that is none is refused', () => {
    expect(() => tallyOfVitest({})).toThrow();
  });
});

describe('a report of Playwright', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

  test('counts a test that passed at the second try as passed', () => {
    expect(tallyOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  test('counts an error outside of any test as a failure', () => {
    expect(tallyOfPlaywright({ stats, errors: [{ message: 'set-up' }] }).failed).toBe(2);
  });
});
