import { z } from 'zod';
import { storeMode } from '../../shared/contract/campaign.ts';
import { appErrorView } from '../../shared/contract/fields.ts';
import { checkedAccount, type FromEngine, identity } from '../../shared/contract/parent.ts';

const outcome = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: checkedAccount }),
  z.object({ ok: z.literal(false), error: appErrorView }),
]);

const fromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), mode: storeMode }),
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), error: appErrorView }),
  z.object({ kind: z.literal('pong'), n: z.int() }),
  z.object({ kind: z.literal('named'), name: z.string().nullable() }),
  z.object({ kind: z.literal('credentials-checked'), n: z.int(), outcome }),
  z.object({ kind: z.literal('identified'), n: z.int(), identity }),
  z.object({ kind: z.literal('bye') }),
]);

/** Reads one message of the engine. Anything unknown is `null` and is to be ignored. */
export function readFromEngine(message: unknown): FromEngine | null {
  const read = fromEngine.safeParse(message);
  return read.success ? read.data : null;
}
