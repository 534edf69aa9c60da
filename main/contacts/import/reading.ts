import { Worker } from 'node:worker_threads';
import type { ImportOrder, WorkerNews, Written } from './messages.ts';

/** A list that is being read in a worker of its own. */
export interface Reading {
  /** @throws the signal's reason as soon as it aborts, and whatever ended the worker before its work was done. */
  next(): Promise<WorkerNews>;
  /** Lets the worker hand over another chunk. */
  written(): void;
  /** Ends the worker, wherever it is. */
  stop(): Promise<void>;
}

export function startReading(entry: string, order: ImportOrder, signal: AbortSignal): Reading {
  const worker = new Worker(entry, { workerData: order });
  const arrived: WorkerNews[] = [];
  let failure: unknown = null;
  let wake = (): void => {};

  const fail = (thrown: unknown): void => {
    failure ??= thrown;
    wake();
  };
  const abort = (): void => wake();
  worker.on('message', (news: WorkerNews) => {
    arrived.push(news);
    wake();
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`the import worker ended with ${code}`)));
  signal.addEventListener('abort', abort, { once: true });

  return {
    next: async () => {
      for (;;) {
        signal.throwIfAborted();
        const news = arrived.shift();
        if (news !== undefined) return news;
        if (failure !== null) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    written: () => worker.postMessage('written' satisfies Written),
    stop: async () => {
      signal.removeEventListener('abort', abort);
      await worker.terminate();
    },
  };
}
