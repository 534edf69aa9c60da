import { describe, expect, test } from 'vitest';
import { add, closingLines, type Failure, nothing } from '../../../scripts/test/tally.ts';

function failures(count: number): Failure[] {
  return Array.from({ length: count }, (_, at) => ({ name: `test ${at}`, words: `Error: ${at}` }));
}

describe('the last line', () => {
  test.each([
    [nothing, '0 passed, 0 failed'],
    [{ passed: 12, failures: failures(1), skipped: 0 }, '12 passed, 1 failed'],
    [{ passed: 12, failures: [], skipped: 2 }, '12 passed, 0 failed, 2 skipped'],
  ])('for %o', (tally, line) => {
    expect(closingLines(tally).at(-1)).toBe(line);
  });

  test('is all there is where nothing failed', () => {
    expect(closingLines({ ...nothing, passed: 3 })).toEqual(['3 passed, 0 failed']);
  });

  test('counts all stages together', () => {
    const tally = add(
      { passed: 1, failures: failures(2), skipped: 3 },
      { passed: 10, failures: failures(20), skipped: 30 },
    );
    expect(closingLines(tally).at(-1)).toBe('11 passed, 22 failed, 33 skipped');
  });
});

describe('what failed, told again at the end', () => {
  test('has its name and its words, without the colours of a terminal', () => {
    const words =
      '\u001b[31mError: one\u001b[39m\n\n    at here\n    at run (/x/node_modules/y.js:1)\n    at new Promise (<anonymous>)';
    expect(closingLines({ ...nothing, failures: [{ name: 'a test', words }] })).toEqual([
      '',
      '✗ a test',
      '  Error: one',
      '      at here',
      '',
      '0 passed, 1 failed',
    ]);
  });

  test('has the beginning of words that are long', () => {
    const words = Array.from({ length: 50 }, (_, at) => `line ${at}`).join('\n');
    const lines = closingLines({ ...nothing, failures: [{ name: 'a test', words }] });
    expect(lines.filter((line) => line.startsWith('  line '))).toHaveLength(12);
  });

  test('is twenty names and how many more', () => {
    const lines = closingLines({ ...nothing, failures: failures(23) });
    expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(20);
    expect(lines).toContain('and 3 more');
  });
});
