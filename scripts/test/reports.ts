import { relative } from 'node:path';
import { z } from 'zod';
import type { Failure, Tally } from './tally.ts';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number().default(0),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z
        .array(
          z.object({
            status: z.string(),
            fullName: z.string(),
            failureMessages: z.array(z.string()).nullish(),
          }),
        )
        .default([]),
    }),
  ),
});

/** A file that fails before or after its tests (it does not load, its clean-up throws) has no failed test, but is one. */
export function tallyOfVitest(report: unknown): Tally {
  const { numPassedTests, numPendingTests, numTodoTests, testResults } = vitestReport.parse(report);
  const failures = testResults.flatMap(({ name, status, message, assertionResults }): Failure[] => {
    const file = relative('', name);
    const failed = assertionResults
      .filter((assertion) => assertion.status === 'failed')
      .map(({ fullName, failureMessages }) => ({
        name: `${file} > ${fullName}`,
        words: (failureMessages ?? []).join('\n'),
      }));
    return status === 'failed' && failed.length === 0 ? [{ name: file, words: message }] : failed;
  });
  return { passed: numPassedTests, failures, skipped: numPendingTests + numTodoTests };
}

const error = z.object({ message: z.string().default('') });

/** A file, or a group of tests in it: Playwright nests them. */
const suite = z.object({
  specs: z
    .array(
      z.object({
        file: z.string(),
        line: z.number(),
        title: z.string(),
        ok: z.boolean(),
        tests: z.array(z.object({ results: z.array(z.object({ errors: z.array(error).default([]) })) })),
      }),
    )
    .default([]),
  get suites() {
    return z.array(suite).default([]);
  },
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite).default([]),
  errors: z.array(error).default([]),
});

/** An error outside a test (a file does not load, a set-up fails) counts as a failed test. */
export function tallyOfPlaywright(report: unknown): Tally {
  const { stats, suites, errors } = playwrightReport.parse(report);
  const outside = errors.map(({ message }) => ({ name: 'outside of any test', words: message }));
  return {
    passed: stats.expected + stats.flaky,
    failures: [...failuresIn(suites), ...outside],
    skipped: stats.skipped,
  };
}

function failuresIn(suites: readonly z.infer<typeof suite>[]): Failure[] {
  return suites.flatMap(({ specs, suites: inner }) => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, line, title, tests }) => ({
        name: `${file}:${line} > ${title}`,
        words: tests
          .flatMap(({ results }) => results.flatMap(({ errors }) => errors.map((one) => one.message)))
          .join('\n'),
      })),
    ...failuresIn(inner),
  ]);
}
