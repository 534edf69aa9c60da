import { runTool, scriptOf } from './run-tool.ts';
import { failure, runStage, type StageResult, success, timeLimitWords } from './stage.ts';
import { add, nothing, type Tally } from './tally.ts';

/** Every folder with a tsconfig.json of its own, and thus with its own idea of where its code runs. */
const folders = ['shared', 'main', 'preload', 'renderer', 'scripts', 'tests', 'tests/component'];
const AT_ONCE = 2;
const timeLimitMs = 5 * 60_000;

/** Checks the types of each folder; each counts as one. */
export function checkTypes(): Promise<Tally> {
  return checkEach(folders, (folder) => check(scriptOf('typescript', 'tsc'), ['-p', folder]));
}

/** Checks some folders at once, each as a stage of its own. */
export async function checkEach(
  paths: readonly string[],
  checkOne: (path: string) => Promise<StageResult>,
): Promise<Tally> {
  const waiting = [...paths];
  let tally = nothing;
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const folder = path;
      const result = await runStage(`types: ${folder}`, () => checkOne(folder));
      // Only now, since the other worker may have added its own meanwhile.
      tally = add(tally, result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return tally;
}

/** Formatting, lint rules and the boundaries between rooms; counts as one. */
export function checkLint(): Promise<Tally> {
  return runStage('lint', () => check(scriptOf('@biomejs/biome', 'biome'), ['ci', '.']));
}

async function check(script: string, args: readonly string[]): Promise<StageResult> {
  const run = await runTool(process.execPath, [script, ...args], { timeLimitMs, output: 'collect' });
  if (run.timedOut) return failure(`${run.output}\n${timeLimitWords(timeLimitMs)}`);
  return run.code === 0 ? success : failure(run.output);
}
