/**
 * The engine: the one process that owns a store. It runs as Electron's utility process or in plain Node, with the same
 * arguments, and knows nothing of Electron: a parent port is all it looks for. It leaves when that port or its input
 * closes, and when another engine takes over its store. What runs is in `run-engine.ts`, which tests start with a clock
 * of theirs; the rooms are put together in `engine-rooms.ts`.
 */
import { systemClock } from './clock/index.ts';
import { type EngineOptions, readOptions, usage } from './engine-options.ts';
import { runEngine } from './run-engine.ts';

/** The command was typed wrongly. */
const exitUsage = 64;

function optionsOrLeave(): EngineOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\nusage: ${usage}\n`);
    return process.exit(exitUsage);
  }
}

await runEngine(optionsOrLeave(), { clock: systemClock() });
