import { defineConfig } from 'vitest/config';

/** One project per kind of test; `npm test -- --project store` runs one of them. */
const kinds = ['unit', 'store', 'room', 'contract', 'conformance', 'component', 'faults'] as const;

/**
 * Faults are worked against the clock by several processes at once, and on a busy computer little of them happens: one
 * file at a time, after those of all other kinds. These have an order of their own, too: without one, vitest runs them
 * last of all on a computer that has room for a single worker.
 */
const together = { sequence: { groupOrder: 1 } } as const;
const aloneAtTheEnd = { fileParallelism: false, sequence: { groupOrder: 2 } } as const;

/** Parts of the page, in a pretended browser. */
const inBrowser = { environment: 'jsdom', setupFiles: ['tests/component/support/browser.ts'] };

export default defineConfig({
  test: {
    projects: kinds.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        testTimeout: name === 'unit' ? 30_000 : 120_000,
        hookTimeout: 120_000,
        ...(name === 'faults' ? aloneAtTheEnd : together),
        ...(name === 'component' ? inBrowser : {}),
      },
    })),
  },
});
