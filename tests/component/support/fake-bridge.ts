import { vi } from 'vitest';
import type { Bridge, BridgeAnswer, BridgeEvent, EventOf } from '../../../preload/bridge.ts';
import type { CallName, Given, Output } from '../../../shared/contract/index.ts';
import type { AppError } from '../../../shared/errors.ts';

/** What each call is answered: a value, or a function of the input, late or never if it is a promise. A call without an answer fails the test. */
export type Answers = {
  readonly [Name in CallName]?: Output<Name> | ((input: Given<Name>) => Answer<Name> | Promise<Answer<Name>>);
};

type Answer<Name extends CallName> = Output<Name> | { readonly error: AppError };

export interface Asked {
  readonly name: CallName;
  readonly input: unknown;
}

type Listener = { readonly name: BridgeEvent['event']; readonly listen: (news: never) => void };

/** The preload's place in component tests: the port to everything that is not the page. */
export interface FakeBridge extends Bridge {
  /** Every call that the page made, in order. */
  readonly asked: readonly Asked[];
  /** What calls are answered from now on; others stay as they were. */
  answer(answers: Answers): void;
  tell<Name extends BridgeEvent['event']>(news: EventOf<Name>): void;
  askedFor(name: CallName): readonly unknown[];
}

export function createFakeBridge(): FakeBridge {
  const asked: Asked[] = [];
  const listeners = new Set<Listener>();
  let answers: Answers = {};
  return {
    asked,
    answer: (more) => {
      answers = { ...answers, ...more };
    },
    askedFor: (name) => asked.filter((call) => call.name === name).map(({ input }) => input),
    tell: (news) => {
      for (const { name, listen } of listeners) if (name === news.event) listen(news as never);
    },
    call: vi.fn(async (name: string, input: unknown): Promise<BridgeAnswer> => {
      asked.push({ name: name as CallName, input });
      const answer = answers[name as CallName] as unknown;
      if (answer === undefined) throw new Error(`nothing answers ${name}`);
      const value: unknown = await (typeof answer === 'function' ? answer(input) : answer);
      if (typeof value === 'object' && value !== null && 'error' in value) {
        return { ok: false, error: value.error as AppError };
      }
      return { ok: true, value };
    }),
    on: (name, listen) => {
      const listener: Listener = { name, listen: listen as Listener['listen'] };
      listeners.add(listener);
      if (name === 'engine') listener.listen({ event: 'engine', state: 'ready', losses: 0 } as never);
      return () => void listeners.delete(listener);
    },
    fileToken: async (file) => `token:${file.name}`,
  };
}
