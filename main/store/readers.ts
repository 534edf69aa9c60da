import type { Question } from './questions.ts';
import type { Reading } from './reading.ts';

/** The read worker that answers one question after another, and those that each answer a single long one. */
export interface Readers {
  ask: Reading['ask'];
  /**
   * Asks a worker of its own, so that no other question waits for the answer.
   * @throws the signal's reason as soon as it aborts; the worker ends after the statement that it is in.
   */
  askAlone<Input, Output>(question: Question<Input, Output>, input: Input, signal: AbortSignal): Promise<Output>;
  /** Ends them all, like `Reading.close`. */
  close(): Promise<void>;
}

export function createReaders(start: () => Reading): Readers {
  const shared = start();
  const alone = new Set<Reading>();

  return {
    ask: shared.ask,
    askAlone: async (question, input, signal) => {
      signal.throwIfAborted();
      const reading = start();
      alone.add(reading);
      const end = (): void => void reading.close().then(() => alone.delete(reading));
      signal.addEventListener('abort', end, { once: true });
      try {
        return await reading.ask(question, input);
      } catch (thrown) {
        signal.throwIfAborted();
        throw thrown;
      } finally {
        signal.removeEventListener('abort', end);
        end();
      }
    },
    close: async () => {
      await Promise.all([shared, ...alone].map((reading) => reading.close()));
    },
  };
}
