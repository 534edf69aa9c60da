/** Reads the command line of the simulator. */
import { parseArgs } from 'node:util';
import { knobChangesSchema } from './knobs.ts';
import type { SimulatorOptions } from './start.ts';

export interface CommandLine {
  readonly options: SimulatorOptions;
  /** Where the ready line is written too, readable by its owner only. */
  readonly readyFile: string | null;
  /** End when standard input closes, as it does when the parent dies. */
  readonly withParent: boolean;
}

export const usage = `usage: npm run simulator -- [options]
  --seed TEXT         who the contacts are (default: the data file's, or 1)
  --data FILE         the simulator's own SQLite file (default: a temporary one)
  --port NUMBER       default: any free port
  --numbers COUNT     numbers of a new account, 0 to 20 (default: 1)
  --speed FACTOR      how much faster people and networks are than real ones (default: 1)
  --knobs JSON        any of the knobs
  --ready-file FILE   write the ready line there too
  --with-parent       end when standard input closes`;

/** @throws Error with a sentence for the person at the terminal, when the arguments cannot be used. */
export function readArguments(words: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string' },
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      numbers: { type: 'string', default: '1' },
      speed: { type: 'string' },
      knobs: { type: 'string', default: '{}' },
      'ready-file': { type: 'string' },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  const speed = values.speed === undefined ? {} : { speed: Number(values.speed) };
  return {
    options: {
      ...(values.data === undefined ? {} : { dataFile: values.data }),
      ...(values.seed === undefined ? {} : { seed: values.seed }),
      port: wholeNumber('port', values.port, 65_535),
      numberCount: wholeNumber('numbers', values.numbers, 20),
      knobs: knobChangesSchema.parse({ ...JSON.parse(values.knobs), ...speed }),
    },
    readyFile: values['ready-file'] ?? null,
    withParent: values['with-parent'],
  };
}

function wholeNumber(name: string, text: string, largest: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > largest) {
    throw new Error(`--${name} is a whole number from 0 to ${largest}`);
  }
  return value;
}
