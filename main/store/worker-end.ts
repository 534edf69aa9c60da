import type { Worker } from 'node:worker_threads';

/** What a worker of the store is told when it shall close its connection and leave. */
export const leave = 'leave';

/**
 * Asks a worker to leave, and resolves when it has. It is not terminated: a thread that is torn down while it loads
 * SQLite, or is inside it, can take the whole process with it.
 */
export async function askToLeave(worker: Worker): Promise<void> {
  if (worker.threadId === -1) return; // It has left already.
  const left = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.postMessage(leave);
  await left;
}
