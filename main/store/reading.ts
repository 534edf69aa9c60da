import { Worker } from 'node:worker_threads';
import type { Asked, Told } from './answering.ts';
import type { Question } from './questions.ts';
import { askToLeave } from './worker-end.ts';

/** Thrown when a question could not be answered; `code` is SQLite's, such as `SQLITE_CORRUPT`, or empty. */
export class QuestionFailed extends Error {
  readonly code: string;

  constructor(name: string, code: string, message: string) {
    super(`${name}: ${message}`);
    this.name = 'QuestionFailed';
    this.code = code;
  }
}

interface Waiting {
  readonly name: string;
  readonly resolve: (output: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export interface Reading {
  /** @throws QuestionFailed when SQLite or the worker fails; the worker is started anew by the next question. */
  ask<Input, Output>(question: Question<Input, Output>, input: Input): Promise<Output>;
  /**
   * What was asked fails at once, and what is asked later. Resolves when the worker has ended, which is not before the
   * statement that it is in: SQLite cannot be interrupted from here.
   */
  close(): Promise<void>;
}

/** Keeps one read worker, started by the first question so that opening the store does not wait for it. */
export function createReading(entry: string, path: string): Reading {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;
  let closing: Promise<void> | null = null;

  function start(): Worker {
    const started = new Worker(entry, { workerData: { path } });
    started.unref();
    started.on('message', (told: Told) => {
      const asked = waiting.get(told.id);
      waiting.delete(told.id);
      if (told.ok) asked?.resolve(told.output);
      else asked?.reject(new QuestionFailed(asked.name, told.code, told.message));
    });
    started.on('error', (failure) => gone(started, failure.message));
    started.on('exit', (code) => gone(started, `the read worker ended with ${code}`));
    return started;
  }

  function gone(ended: Worker, reason: string): void {
    if (worker !== ended) return;
    worker = null;
    for (const { name, reject } of waiting.values()) reject(new QuestionFailed(name, '', reason));
    waiting.clear();
  }

  async function end(): Promise<void> {
    const ending = worker;
    if (ending === null) return;
    gone(ending, 'the store is closing');
    await askToLeave(ending);
  }

  return {
    ask: <Input, Output>(question: Question<Input, Output>, input: Input) =>
      new Promise<Output>((resolve, reject) => {
        if (closing !== null) throw new QuestionFailed(question.name, '', 'the store is closing');
        worker ??= start();
        lastId += 1;
        waiting.set(lastId, { name: question.name, resolve: resolve as (output: unknown) => void, reject });
        worker.postMessage({ id: lastId, name: question.name, input } satisfies Asked);
      }),
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
