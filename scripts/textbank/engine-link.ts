import type { Answer, CallName, EngineEvent, Given, Output } from '../../shared/contract/index.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { type EngineProcess, startEngine } from '../../tests/support/engine-process.ts';
import type { Patience } from './patience.ts';

type JobEvent = Extract<EngineEvent, { event: 'job' }>;

/**
 * The way to the engine's line door, whichever engine is there: what a dead one left unanswered is sent to its successor
 * once more, word for word and with the same intent, as a window does.
 */
export interface EngineLink {
  ask<Name extends CallName>(name: Name, input: Given<Name>, session?: string): Promise<Answer<Name>>;
  /** Gives the token under which this engine, and no later one, reads or writes the file. */
  register(path: string): Promise<string>;
  /** The newest news of a job from this engine; null before the first. */
  newsOfJob(jobId: number): JobEvent | null;
  /** SIGKILL, and a new engine on the same folder; resolves when that one is ready. */
  killAndStartAgain(): Promise<void>;
  /** Ends the engine in order. @throws Error when it leaves with another code than 0. */
  end(): Promise<void>;
  /** Ends it whatever it does. */
  destroy(): void;
}

/** The ids of registrations begin here, far from those that the engine process gives to calls. */
const firstRegistrationId = 1_000_000_000;

/** @throws Error with the engine's own sentence when it cannot open its store. */
export async function openEngineLink(args: readonly string[], patience: Patience): Promise<EngineLink> {
  let registrations = firstRegistrationId;
  let engine = await startReady();
  /** Settled while nobody is replacing the engine. */
  let replaced: Promise<void> = Promise.resolve();

  async function startReady(): Promise<EngineProcess> {
    const started = startEngine(args);
    const news = [started.waitFor('ready'), started.waitFor('failed'), started.exited] as const;
    const first = await patience.during('the engine to open its store', Promise.race(news));
    if (first !== null && typeof first === 'object' && first.event === 'ready') return started;
    throw new Error(
      first !== null && typeof first === 'object' ? first.sentence : `the engine left with code ${first}`,
    );
  }

  /** Null when the engine died before it answered. */
  function answerOr<Value>(asked: Promise<Value>, by: EngineProcess): Promise<Value | null> {
    return Promise.race([asked, by.exited.then(() => null)]);
  }

  return {
    ask: async (name, input, session) => {
      for (;;) {
        await replaced;
        const by = engine;
        const answer = await patience.during(`an answer to ${name}`, answerOr(by.call(name, input, session), by));
        if (answer !== null) return answer;
        await replaced;
        if (by === engine) throw new Error('the engine left by itself; its log says why');
      }
    },

    register: async (path) => {
      registrations += 1;
      const line = JSON.stringify({ id: registrations, register: path });
      const answer = await patience.during('a file to be registered', engine.send(line, registrations));
      if (!answer.ok) throw new Error(`the file was not registered: ${answer.error.code}`);
      return (answer.value as { token: string }).token;
    },

    newsOfJob: (jobId) => {
      const isOfJob = (news: (typeof engine.news)[number]): news is JobEvent =>
        news.event === 'job' && news.jobId === jobId;
      return engine.news.findLast(isOfJob) ?? null;
    },

    killAndStartAgain: () => {
      const replace = async (): Promise<void> => {
        engine.signal('SIGKILL');
        await engine.exited;
        engine = await startReady();
      };
      replaced = replace();
      return replaced;
    },

    end: async () => {
      const code = await patience.during('the engine to leave', engine.end());
      if (code !== 0) throw new Error(`the engine left with code ${code}`);
    },

    destroy: () => engine.signal('SIGKILL'),
  };
}

/** One person who is signed in. */
export interface Seat {
  readonly firstName: string;
  readonly userId: number;
  ask<Name extends CallName>(name: Name, input: Given<Name>): Promise<Answer<Name>>;
  /** @throws Error when it is refused. */
  must<Name extends CallName>(name: Name, input: Given<Name>): Promise<Output<Name>>;
}

/** @throws Error when the person cannot sign in. */
export async function takeSeat(link: EngineLink, firstName: string, userId: number): Promise<Seat> {
  const { session } = await must(link, 'people/sign-in', { userId });
  return {
    firstName,
    userId,
    ask: (name, input) => link.ask(name, input, session),
    must: (name, input) => must(link, name, input, session),
  };
}

/** Asks for what has to succeed. @throws Error with the code when it does not. */
export async function must<Name extends CallName>(
  link: EngineLink,
  name: Name,
  input: Given<Name>,
  session?: string,
): Promise<Output<Name>> {
  const answer = (await link.ask(name, input, session)) as Result<Output<Name>, AppError>;
  if (answer.ok) return answer.value;
  const { code, params, incidentId } = answer.error;
  throw new Error(`${name} was refused: ${code} ${JSON.stringify(params ?? {})} ${incidentId ?? ''}`.trimEnd());
}
