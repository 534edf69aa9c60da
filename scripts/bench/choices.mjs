// What `npm run bench` can measure, and what each needs. Getting ready asks before anything is installed, so this uses
// Node's built-ins only.
import { parseArgs } from 'node:util';

/** @typedef {'send-commit' | 'dispatch-pick' | 'drain' | 'limiter' | 'text-life' | 'import' | 'window' | 'enter'} MeasurementName */

/**
 * In the order in which they are measured.
 * @type {Record<MeasurementName, import('../ready/plan.mjs').Need[]>}
 */
export const needsOfMeasurements = {
  'send-commit': [],
  'dispatch-pick': [],
  drain: [],
  limiter: [],
  'text-life': [],
  import: ['sqlite3'],
  window: ['electron', 'build'],
  enter: ['electron', 'build'],
};

const usage = 'npm run bench -- [--json FILE] [--only NAME]';

/**
 * @param {readonly string[]} words what stands after `npm run bench --`
 * @returns {{ json: string | undefined, chosen: MeasurementName[] }}
 * @throws Error with one sentence for whoever typed it
 */
export function readBenchWords(words) {
  const { json, only } = readOptions(words);
  const names = /** @type {MeasurementName[]} */ (Object.keys(needsOfMeasurements));
  const chosen = only === undefined ? names : names.filter((name) => name === only);
  if (chosen.length === 0) throw new Error(`--only is one of ${names.join(', ')}, not "${only}".`);
  return { json, chosen };
}

/** @returns {{ json?: string, only?: string }} */
function readOptions(words) {
  try {
    return parseArgs({ args: [...words], options: { json: { type: 'string' }, only: { type: 'string' } } }).values;
  } catch (thrown) {
    throw new Error(`${thrown.message.split('. ')[0]}. It is used like this: ${usage}`);
  }
}
