import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { carrierAccess } from '../shared/contract/index.ts';

/** What the simulator writes when it is ready: where it listens, and credentials that let in to it alone. */
const simulatorSchema = carrierAccess.extend({ url: z.url() });

export interface EngineOptions {
  /** The folder of the store. */
  readonly folder: string;
  readonly newMode: 'practice' | 'live';
  /** The simulator to text through. Without one, a parent is asked for a carrier; without a parent there is none. */
  readonly simulator: z.infer<typeof simulatorSchema> | null;
  /** For tests: a loopback address that live credentials are used at, instead of Twilio's own. */
  readonly liveAddress: string | null;
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
      'live-address': { type: 'string' },
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
    liveAddress: values['live-address'] ?? null,
    checkOutputs: values['check-outputs'],
  };
}
