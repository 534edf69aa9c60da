import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What the simulator writes when it is ready: where it listens, and credentials made for this run of it. */
const simulatorSchema = z.object({
  url: z.url(),
  accountSid: z.string(),
  apiKeySid: z.string(),
  apiKeySecret: z.string(),
});

export interface EngineOptions {
  /** The folder of the store. */
  readonly folder: string;
  readonly newMode: 'practice' | 'live';
  /** The simulator to text through; without one there is no carrier yet. */
  readonly simulator: z.infer<typeof simulatorSchema> | null;
  /** Parses every answer before it leaves. For tests. */
  readonly checkOutputs: boolean;
}

export const usage = 'engine --data DIR [--mode practice|live] [--simulator READY-FILE] [--check-outputs]';

/** @throws Error with a sentence for whoever typed the command. */
export function readOptions(args: readonly string[]): EngineOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      mode: { type: 'string', default: 'practice' },
      simulator: { type: 'string' },
      'check-outputs': { type: 'boolean', default: false },
    },
  });
  const { data, mode, simulator } = values;
  if (data === undefined) throw new Error('--data is missing: the folder that holds the store');
  if (mode !== 'practice' && mode !== 'live') throw new Error(`--mode is practice or live, not ${mode}`);
  return {
    folder: data,
    newMode: mode,
    simulator: simulator === undefined ? null : simulatorSchema.parse(JSON.parse(readFileSync(simulator, 'utf8'))),
    checkOutputs: values['check-outputs'],
  };
}
