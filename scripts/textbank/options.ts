import { parseArgs } from 'node:util';

export interface TextbankOptions {
  /** Who the contacts are, and how they answer. */
  readonly seed: string;
  /** Where the figures are written as JSON; null writes none. */
  readonly json: string | null;
}

/** @throws Error with a sentence for whoever typed the command. */
export function readTextbankWords(words: readonly string[]): TextbankOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { seed: { type: 'string', default: '1' }, json: { type: 'string' } },
  });
  return { seed: values.seed, json: values.json ?? null };
}
