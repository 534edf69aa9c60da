// Reads the words after `npm test --`. Getting ready asks the same questions before anything is installed, so this uses
// Node's built-ins only.
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, posix, relative, sep } from 'node:path';
import { projectRoot } from '../ready/places.mjs';

/** The kinds of tests that vitest runs, each a project of `vitest.config.ts` and a folder of `tests/`. */
export const vitestKinds = ['unit', 'store', 'room', 'contract', 'conformance', 'component', 'faults'];

/** Everything that `--project` takes. */
export const kinds = [...vitestKinds, 'e2e', 'types', 'lint'];

/** Options of vitest that take the next word with them. */
const optionsWithValue = new Set(['-t', '--testNamePattern', '--reporter', '--retry', '--maxWorkers', '--exclude']);

/**
 * @typedef {object} TestWords
 * @property {string[]} projects kinds that were named, known or not
 * @property {string[]} files files, or parts of their paths
 * @property {string[]} options for vitest, as they were written
 */

/**
 * Sorts `--project KIND`, `--project=KIND`, files or parts of their paths, and options of vitest.
 * @param {readonly string[]} words
 * @returns {TestWords}
 */
export function readTestWords(words) {
  /** @type {TestWords} */
  const read = { projects: [], files: [], options: [] };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    if (word.startsWith('--project=')) read.projects.push(word.slice('--project='.length));
    else if (word === '--project') {
      read.projects.push(next ?? '');
      index += 1;
    } else if (optionsWithValue.has(word) && next !== undefined) {
      read.options.push(word, next);
      index += 1;
    } else (word.startsWith('-') ? read.options : read.files).push(word);
  }
  return read;
}

/**
 * Why these words name nothing that could be run.
 * @param {readonly string[]} words
 * @param {readonly string[]} testFiles paths from the project's root, with forward slashes
 * @returns {string | undefined} a sentence with the choices
 */
export function complaintAbout(words, testFiles = findTestFiles()) {
  const { projects, files } = readTestWords(words);
  const unknown = projects.find((project) => !kinds.includes(project));
  if (unknown !== undefined) return `--project is one of ${kinds.join(', ')}, not "${unknown}".`;
  const inProjects = testFiles.filter(
    (file) => projects.length === 0 || projects.some((project) => file.startsWith(`tests/${project}/`)),
  );
  const missing = files.find((file) => !inProjects.some((path) => isNamedBy(path, file)));
  if (missing === undefined) return undefined;
  const { folder, entries } = nearestEntries(pathInProject(missing), inProjects);
  const among = projects.length === 0 ? '' : ` of ${projects.join(', ')}`;
  const choices = entries.length === 0 ? '' : ` ${folder} has ${entries.join(', ')}.`;
  return `No test file${among} has "${missing}" in its path.${choices}`;
}

/** Words with "e2e" go to Playwright, all others to vitest. */
function isNamedBy(path, word) {
  if (word.includes('e2e') !== path.endsWith('.e2e.ts')) return false;
  return path.toLowerCase().includes(pathInProject(word).toLowerCase());
}

/** Without a line number, from the project's root. */
function pathInProject(word) {
  const path = word.replace(/:\d+$/, '');
  const inside = isAbsolute(path) ? relative(projectRoot, path) : path;
  return posix.normalize(inside.split(sep).join('/'));
}

/** What lies in the deepest folder of a path that has tests in it. */
function nearestEntries(path, testFiles) {
  let folder = path;
  do folder = posix.dirname(folder);
  while (folder !== '.' && !testFiles.some((file) => file.startsWith(`${folder}/`)));
  if (folder === '.') folder = 'tests';
  const below = testFiles.filter((file) => file.startsWith(`${folder}/`));
  const entries = new Set(below.map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''));
  return { folder, entries: [...entries].sort() };
}

/** @returns {string[]} */
function findTestFiles() {
  const folder = join(projectRoot, 'tests');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') || name.endsWith('.test.tsx') || name.endsWith('.e2e.ts'))
    .map((name) => `tests/${name.split(sep).join('/')}`);
}
