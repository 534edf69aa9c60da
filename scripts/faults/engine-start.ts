import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type FaultPlan, givePlan, planVariable } from '../../tests/faults/plan.ts';
import { type EngineProcess, startEngine } from '../../tests/support/engine-process.ts';
import type { Fate } from './fates.ts';

/** An engine with what is to become of it. */
export interface Life {
  readonly engine: EngineProcess;
  readonly fate: Fate;
}

export interface StartParts {
  readonly args: readonly string[];
  readonly plan: Omit<FaultPlan, 'end'>;
  readonly environment: Readonly<Record<string, string>>;
  /** Where each engine finds its plan. */
  readonly folder: string;
}

/** Starts engines, and knows which of them live. */
export interface Cradle {
  start(fate: Fate): Life;
  isAlive(engine: EngineProcess): boolean;
  /** SIGKILL to all, stopped and waiting ones included. */
  endAll(): void;
}

const program = fileURLToPath(new URL('../../tests/faults/engine.ts', import.meta.url));
const readyWithinMs = 60_000;
/** The next engine is loaded while the one before it works, but not while that one opens its store. */
const nextAfterMs = 400;

/** An engine that has no plan yet. */
interface Waiting {
  readonly engine: EngineProcess;
  readonly planFile: string;
}

export function createCradle({ args, plan, environment, folder }: StartParts): Cradle {
  const alive = new Set<EngineProcess>();
  let count = 0;
  let next: Waiting | null = null;
  let isOver = false;

  function load(): Waiting {
    count += 1;
    const planFile = join(folder, `plan-${count}.json`);
    const engine = startEngine(args, { ...environment, [planVariable]: planFile }, program);
    alive.add(engine);
    void engine.exited.then(() => alive.delete(engine));
    return { engine, planFile };
  }

  function loadNext(): void {
    if (!isOver) next ??= load();
  }

  return {
    start: (fate) => {
      const { engine, planFile } = next ?? load();
      next = null;
      const end = fate.kind === 'moment' ? { moment: fate.moment, nth: fate.nth, signal: fate.signal } : null;
      givePlan(planFile, { ...plan, end });
      setTimeout(loadNext, nextAfterMs);
      return { engine, fate };
    },
    isAlive: (engine) => alive.has(engine),
    endAll: () => {
      isOver = true;
      for (const engine of alive) engine.signal('SIGKILL');
    },
  };
}

/**
 * Gives what the engine says of its store: `ready` or the code of its refusal, or null when it is gone without a word.
 * @throws Error when it says nothing for a minute.
 */
export async function openingOf(engine: EngineProcess): Promise<string | null> {
  const late = sleep(readyWithinMs, 'late' as const, { ref: false });
  const first = await Promise.race([engine.waitFor('ready'), engine.waitFor('failed'), engine.exited, late]);
  if (first === 'late') throw new Error('an engine has neither opened its store nor been refused it');
  if (first === null || typeof first === 'number') return null;
  return first.event === 'ready' ? 'ready' : first.error.code;
}
