import { readTestWords, vitestKinds } from './words.mjs';

/** Which stages are to run, and with which words of the command line. */
export interface Selection {
  readonly types: boolean;
  readonly lint: boolean;
  /** Arguments for vitest; undefined leaves it out. */
  readonly vitest: readonly string[] | undefined;
  /** Arguments for Playwright; undefined leaves it out. */
  readonly e2e: readonly string[] | undefined;
}

/**
 * Reads what narrows a run: `--project unit`, `--project e2e`, also `--project types` and `--project lint`; files or
 * parts of their paths; any option of vitest. Nothing at all means everything.
 */
export function selectStages(words: readonly string[]): Selection {
  if (words.length === 0) return { types: true, lint: true, vitest: [], e2e: [] };
  const { projects, files, options } = readTestWords(words);
  const ofVitest = projects.filter((name) => vitestKinds.includes(name));
  const filesOfE2e = files.filter((file) => file.includes('e2e'));
  const filesOfVitest = files.filter((file) => !file.includes('e2e'));
  const isVitestAsked =
    ofVitest.length > 0 || filesOfVitest.length > 0 || (projects.length === 0 && files.length === 0);
  return {
    types: projects.includes('types'),
    lint: projects.includes('lint'),
    vitest: isVitestAsked
      ? [...ofVitest.flatMap((name) => ['--project', name]), ...options, ...filesOfVitest]
      : undefined,
    e2e: projects.includes('e2e') || filesOfE2e.length > 0 ? filesOfE2e : undefined,
  };
}
