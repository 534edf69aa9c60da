import { needsOfMeasurements, readBenchWords } from '../bench/choices.mjs';
import { readTestWords } from '../test/words.mjs';

/**
 * What a command uses, in the order in which it is brought: npm packages, Electron, system packages for it, the
 * description of the carrier's API, the built application, and the command-line SQLite that benchmarks compare with.
 * @typedef {'packages' | 'electron' | 'spec' | 'build' | 'sqlite3'} Need
 */

/** @type {Need[]} */
const development = ['packages', 'electron', 'spec', 'build'];

/** Kinds of tests that live on npm packages alone. */
const selfSufficientKinds = new Set(['unit', 'store', 'room', 'contract', 'component', 'faults', 'types', 'lint']);

/**
 * Which needs of a command are to be met, and which of them it cannot do without. Tests can do without all but the
 * packages: those that lack something fail and say so, and the others still run. So it is with measurements.
 * @param {import('./arguments.mjs').Request} request
 * @returns {{ wanted: Set<Need>, required: Set<Need> }}
 */
export function planFor(request) {
  if (request.onlyPackages) return plan(['packages'], ['packages']);
  if (request.run === undefined) return plan([...development, 'sqlite3'], development);
  if (request.run === 'scripts/start.ts' || request.run === 'scripts/demo.ts') {
    const needs = /** @type {Need[]} */ (['packages', 'electron', 'build']);
    return plan(needs, needs);
  }
  if (request.run === 'scripts/test.ts') return plan(needsOfTests(request.rest), ['packages']);
  if (request.run === 'scripts/bench.ts') {
    const { chosen } = readBenchWords(request.rest);
    return plan(['packages', ...chosen.flatMap((name) => needsOfMeasurements[name])], ['packages']);
  }
  return plan(['packages'], ['packages']);
}

/** @param {string[]} rest @returns {Need[]} */
function needsOfTests(rest) {
  const { projects, files } = readTestWords(rest);
  const kindsOfFiles = files.map((file) => /(?:^|\/)tests\/([\w-]+)\//.exec(file)?.[1]);
  const kinds = [...projects, ...(projects.length === 0 ? kindsOfFiles : [])];
  if (kinds.length === 0) return development;
  const needs = new Set(/** @type {Need[]} */ (['packages']));
  for (const kind of kinds) {
    if (kind === 'conformance') needs.add('spec');
    else if (kind === undefined || !selfSufficientKinds.has(kind)) for (const need of development) needs.add(need);
  }
  return [...needs];
}

function plan(wanted, required) {
  return { wanted: new Set(wanted), required: new Set(required) };
}
