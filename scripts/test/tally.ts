import { stripVTControlCharacters } from 'node:util';

/** Something that failed, and what it said of it. */
export interface Failure {
  readonly name: string;
  readonly words: string;
}

/** What a stage of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failures: [], skipped: 0 };

export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failures: [...one.failures, ...other.failures],
    skipped: one.skipped + other.skipped,
  };
}

const TOLD_FAILURES = 20;
const TOLD_LINES = 12;
/** A line of a stack that says nothing of our own code. */
const isOfTools = /^\s+at (?:.*\bnode_modules\b|new Promise \(<anonymous>\))/u;

/**
 * What ends every run: each failure once more with the beginning of its words, so that nobody has to look for it
 * among thousands of lines, and last the one line of totals, for people and for machines: `12 passed, 0 failed`.
 */
export function closingLines({ passed, failures, skipped }: Tally): string[] {
  const told = failures.slice(0, TOLD_FAILURES).flatMap(({ name, words }) => ['', `✗ ${name}`, ...beginning(words)]);
  const left = failures.length - TOLD_FAILURES;
  const totals = `${passed} passed, ${failures.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
  return [...told, ...(left > 0 ? ['', `and ${left} more`] : []), ...(failures.length === 0 ? [] : ['']), totals];
}

function beginning(words: string): string[] {
  const lines = stripVTControlCharacters(words).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !isOfTools.test(line))
    .slice(0, TOLD_LINES)
    .map((line) => `  ${line}`);
}
