import { z } from 'zod';
import { appErrorView } from '../../shared/contract/fields.ts';
import type { FromEngine } from '../../shared/contract/index.ts';

const fromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), error: appErrorView }),
  z.object({ kind: z.literal('pong'), n: z.int() }),
  z.object({ kind: z.literal('bye') }),
]);

/** Reads one message of the engine. Anything unknown is `null` and is to be ignored. */
export function readFromEngine(message: unknown): FromEngine | null {
  const read = fromEngine.safeParse(message);
  return read.success ? read.data : null;
}
