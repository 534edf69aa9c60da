import { defineConfig } from 'vitest/config';

/** One project per kind of test; `npm test -- --project store` runs one of them. */
const kinds = ['unit', 'store', 'room', 'contract', 'conformance'] as const;

export default defineConfig({
  test: {
    projects: kinds.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        testTimeout: name === 'unit' ? 30_000 : 120_000,
        hookTimeout: 120_000,
      },
    })),
  },
});
