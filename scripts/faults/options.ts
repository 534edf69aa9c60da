import { parseArgs } from 'node:util';

export interface FaultOptions {
  /** How long faults happen, the settling at the end included, in minutes. */
  readonly minutes: number;
  /** Who the contacts are, what befalls the engine and when, and how the carrier errs. */
  readonly seed: string;
  /** Where the counts are written as JSON; null writes none. */
  readonly json: string | null;
}

export const usage = 'npm run faults -- [--minutes N] [--seed TEXT] [--json FILE]';

const longestMinutes = 60;

/** @throws Error with a sentence for whoever typed the command. */
export function readFaultWords(words: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes >= 0.5 && minutes <= longestMinutes)) {
    throw new Error(`--minutes is between 0.5 and ${longestMinutes}, not ${values.minutes}`);
  }
  return { minutes, seed: values.seed, json: values.json ?? null };
}
