import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../main/carrier/simulator/dice.ts';
import type { Answer, CallName, Given } from '../../shared/contract/index.ts';
import type { EngineProcess } from '../../tests/support/engine-process.ts';
import { createCradle, type Life, openingOf, type StartParts } from './engine-start.ts';
import { drawFate, type Fate } from './fates.ts';
import { createFates, nameOf } from './meet-fate.ts';
import { countFault, noteTrouble, type RunLog } from './run-log.ts';

/**
 * The engine, one life after the other, on one store. Whoever asks waits for an answer from whichever life gives it, and
 * repeats what a dead one left unanswered word for word and with the same intent, as a window does.
 */
export interface EngineLives {
  ask<Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>>;
  /** Gives the token under which this engine, and no later one, reads or writes the file. */
  register(path: string): Promise<string>;
  /** From now on each life has a fate. */
  haunt(): void;
  /** From now on nothing befalls the engine; resolves when one is there of which that is true. */
  calm(): Promise<void>;
  /** Ends the engine in order. */
  end(): Promise<void>;
  /** Ends all that was started, at once. */
  destroy(): void;
}

export interface LifeParts extends StartParts {
  readonly dice: Dice;
  readonly log: RunLog;
}

/** Far from the ids that the engine process gives to calls. */
const firstRegistrationId = 1_000_000_000;
/** Why an engine may not open its store now and may open it later. */
const passingRefusals: readonly string[] = ['store/in-use', 'store/disk-full'];
/** What is not an answer to what was asked: the same is asked again. */
const passingAnswers: readonly string[] = ['store/disk-full', 'store/superseded'];

export function openLives(parts: LifeParts): EngineLives {
  const { dice, log } = parts;
  const cradle = createCradle(parts);
  let disturb: () => void = () => {};
  const untilHaunted = (): Promise<void> =>
    new Promise((resolve) => {
      disturb = resolve;
    });
  let isEnding = false;
  const fates = createFates({ cradle, dice, log, untilHaunted, isEnding: () => isEnding });
  let present: Life | null = null;
  let isHaunted = false;
  let lives = 0;
  let registrations = firstRegistrationId;
  let broken: unknown = null;

  async function keepAlive(): Promise<void> {
    for (let successor: Life | null = null; !isEnding; ) {
      present = successor ?? (await begin());
      successor = present === null ? null : await fates.meet(present);
      present = null;
    }
  }

  /** Gives a life that has opened its store; null when it could not, or was killed on the way. */
  async function begin(): Promise<Life | null> {
    lives += 1;
    const fate: Fate = isHaunted ? drawFate(dice, lives) : { kind: 'none' };
    const life = cradle.start(fate);
    const { engine } = life;
    const isEarly = fate.kind === 'killed-early';
    if (isEarly) void sleep(fate.afterMs).then(() => fates.kill(engine, 'killed early'));
    const opening = await openingOf(engine);
    if (opening === 'ready') {
      noteTrouble(log, `${nameOf(engine)} has the store`);
      return life;
    }
    const code = await engine.exited;
    if (opening !== null && passingRefusals.includes(opening))
      countFault(log, `start refused: ${opening}`, nameOf(engine));
    else if (code === null && fate.kind === 'moment') fates.count(fate, engine);
    else if (!isEarly && !isEnding) {
      log.complaints.push(`an engine could not start: ${opening ?? `it left with ${code} and no word`}`);
    }
    if (opening !== null) await sleep(200);
    return null;
  }

  const keeping = keepAlive().catch((thrown: unknown) => {
    broken = thrown;
  });

  async function whoIsThere(): Promise<Life> {
    while (present === null || !cradle.isAlive(present.engine)) {
      if (broken !== null) throw broken;
      await sleep(10);
    }
    return present;
  }

  /** Null when it died before it answered. */
  function answerOr<Value>(asked: Promise<Value>, by: EngineProcess): Promise<Value | null> {
    return Promise.race([asked, by.exited.then(() => null)]);
  }

  return {
    ask: async <Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>> => {
      for (;;) {
        const { engine } = await whoIsThere();
        const answer = await answerOr<Answer<Name>>(engine.call(name, input, session), engine);
        const isPassing = answer?.ok === false && passingAnswers.includes((answer.error as { code: string }).code);
        if (answer !== null && !isPassing) return answer;
        log.repeated += 1;
        if (isPassing) await sleep(150);
      }
    },

    register: async (path) => {
      registrations += 1;
      const { engine } = await whoIsThere();
      const answer = await engine.send(JSON.stringify({ id: registrations, register: path }), registrations);
      if (!answer.ok) throw new Error(`the file was not registered: ${answer.error.code}`);
      return (answer.value as { token: string }).token;
    },

    haunt: () => {
      isHaunted = true;
      disturb();
    },

    calm: async () => {
      isHaunted = false;
      // Those under way meet their fates first.
      while ((await whoIsThere()).fate.kind !== 'none') await sleep(20);
    },

    end: async () => {
      const { engine } = await whoIsThere();
      isEnding = true;
      const code = await engine.end();
      if (code !== 0) log.complaints.push(`the last engine left with ${code}`);
      cradle.endAll();
      await keeping;
    },

    destroy: () => {
      isEnding = true;
      cradle.endAll();
    },
  };
}
