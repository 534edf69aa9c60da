import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import type { EngineProcess } from '../../tests/support/engine-process.ts';
import { type Cradle, type Life, openingOf } from './engine-start.ts';
import { drawSequel, type Fate } from './fates.ts';
import { isStopped } from './process-state.ts';
import { countFault, noteTrouble, type RunLog } from './run-log.ts';

/** Lets a life that has opened its store meet its fate. */
export interface Fates {
  /** Resolves when the engine is gone. Gives the one that has taken over its store already, or null. */
  meet(life: Life): Promise<Life | null>;
  kill(engine: EngineProcess, how: string): void;
  /** An engine has ended itself at the moment that it was given, perhaps before anybody heard that it was ready. */
  count(fate: AtMoment, engine: EngineProcess): void;
}

type AtMoment = Extract<Fate, { kind: 'moment' }>;

export interface FateParts {
  readonly cradle: Cradle;
  readonly dice: Dice;
  readonly log: RunLog;
  /** Resolves when a life of no fate is to be killed after all, which may be never. */
  readonly untilHaunted: () => Promise<void>;
  /** Whether engines may leave because somebody wants them to. */
  readonly isEnding: () => boolean;
}

export function createFates({ cradle, dice, log, untilHaunted, isEnding }: FateParts): Fates {
  let resumed = 0;

  function kill(engine: EngineProcess, how: string): void {
    if (!cradle.isAlive(engine)) return;
    engine.signal('SIGKILL');
    log.kills += 1;
    countFault(log, how, nameOf(engine));
  }

  function count({ moment }: AtMoment, engine: EngineProcess): void {
    log.kills += 1;
    countFault(log, `killed ${moment}`, nameOf(engine));
  }

  async function meet({ engine, fate }: Life): Promise<Life | null> {
    switch (fate.kind) {
      case 'none':
        await Promise.race([engine.exited, untilHaunted()]);
        if (!isEnding()) kill(engine, 'killed');
        return buried(engine);
      case 'killed':
      case 'killed-early':
        await Promise.race([engine.exited, sleep(fate.afterMs)]);
        kill(engine, 'killed');
        return buried(engine);
      case 'moment':
        return meetAtMoment(engine, fate);
      case 'stopped':
        await Promise.race([engine.exited, sleep(fate.afterMs)]);
        if (!cradle.isAlive(engine)) return buried(engine);
        engine.signal('SIGSTOP');
        return followStop(engine);
      case 'left':
        await Promise.race([engine.exited, sleep(fate.afterMs)]);
        return leave(engine);
    }
  }

  /** An engine ends by our signals only. */
  async function buried(engine: EngineProcess): Promise<null> {
    const code = await engine.exited;
    if (code !== null && !isEnding()) log.complaints.push(`an engine left by itself, with ${code}`);
    return null;
  }

  async function leave(engine: EngineProcess): Promise<null> {
    countFault(log, 'left in order', nameOf(engine));
    const code = await engine.end();
    if (code !== 0) log.complaints.push(`an engine that should leave in order left with ${code}`);
    return null;
  }

  async function meetAtMoment(engine: EngineProcess, fate: AtMoment): Promise<Life | null> {
    for (let waitedMs = 0; waitedMs < fate.afterMs && cradle.isAlive(engine); waitedMs += 50) {
      await sleep(50);
      if (fate.signal !== 'SIGSTOP' || !isStopped(engine.pid)) continue;
      countFault(log, `stopped ${fate.moment}`, nameOf(engine));
      return followStop(engine);
    }
    if (cradle.isAlive(engine)) kill(engine, 'killed');
    else if ((await engine.exited) === null) count(fate, engine);
    return buried(engine);
  }

  async function followStop(engine: EngineProcess): Promise<Life | null> {
    resumed += 1;
    const sequel = drawSequel(dice, resumed);
    countFault(log, `stopped and ${sequel.kind}`, nameOf(engine));
    if (sequel.kind === 'resumed') {
      await sleep(sequel.afterMs);
      resume(engine);
      return meet({ engine, fate: { kind: 'killed', afterMs: 1_500 } });
    }
    const other = cradle.start({ kind: 'killed', afterMs: 2_000 });
    if (sequel.kind === 'challenged') {
      await sleep(sequel.afterMs);
      resume(engine);
    }
    const opening = await openingOf(other.engine);
    // When it was succeeded it was ended first, and this signal finds nobody.
    resume(engine);
    if (opening === 'ready') {
      noteTrouble(log, `${nameOf(other.engine)} has the store`);
      const isGone = await Promise.race([engine.exited.then(() => true), sleep(1_000, false)]);
      if (!isGone) log.complaints.push('an engine was succeeded and still lives');
      log.kills += 1;
      return other;
    }
    if (opening !== 'store/in-use')
      log.complaints.push(`an engine that waited for another's store was told ${opening}`);
    else if (sequel.kind === 'succeeded') log.complaints.push('an engine that was stopped was not succeeded');
    return meet({ engine, fate: { kind: 'killed', afterMs: 1_000 } });
  }

  function resume(engine: EngineProcess): void {
    noteTrouble(log, `${nameOf(engine)} resumed`);
    engine.signal('SIGCONT');
  }

  return { meet, kill, count };
}

/** As the calls of the carrier name it. */
export function nameOf({ pid }: Pick<EngineProcess, 'pid'>): string {
  return `engine ${pid}`;
}
