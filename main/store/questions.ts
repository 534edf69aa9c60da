import type { Reader } from './statements.ts';

/**
 * A read that may take more than a few milliseconds. It runs in the read worker, on a connection that cannot write,
 * inside one read transaction, so that all it sees is of one moment. Input and output cross a thread: plain data only.
 */
export interface Question<Input, Output> {
  /** `room/verb-object`, as in the contract. */
  readonly name: string;
  readonly answer: (reader: Reader, input: Input) => Output;
}

export function question<Input, Output>(
  name: string,
  answer: (reader: Reader, input: Input) => Output,
): Question<Input, Output> {
  return { name, answer };
}

// biome-ignore lint/suspicious/noExplicitAny: a list of questions holds every input type; each is typed where it is asked.
export type AnyQuestion = Question<any, any>;

/** Reads the whole file and compares tables with their indexes. Gives what is wrong, at most 20 lines; none when sound. */
export const integrityCheck = question('store/integrity-check', (reader): readonly string[] => {
  const lines = reader.all<{ quick_check: string }>('PRAGMA quick_check(20)').map((row) => row.quick_check);
  return lines.filter((line) => line !== 'ok');
});

export const storeQuestions: readonly AnyQuestion[] = [integrityCheck];
