import { z } from 'zod';
import type { FromEngine } from '../../shared/contract/index.ts';
import { type AppError, errorKinds } from '../../shared/errors.ts';

const isErrorCode = (code: string): code is AppError['code'] => Object.hasOwn(errorKinds, code);

const appError = z
  .object({
    code: z.string().refine(isErrorCode),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    incidentId: z.string().optional(),
  })
  .transform(
    ({ code, params, incidentId }): AppError => ({
      code,
      kind: errorKinds[code],
      ...(params && { params }),
      ...(incidentId !== undefined && { incidentId }),
    }),
  );

const fromEngine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), error: appError }),
  z.object({ kind: z.literal('pong'), n: z.int() }),
  z.object({ kind: z.literal('bye') }),
]);

/** Reads one message of the engine. Anything unknown is `null` and is to be ignored. */
export function readFromEngine(message: unknown): FromEngine | null {
  const read = fromEngine.safeParse(message);
  return read.success ? read.data : null;
}
