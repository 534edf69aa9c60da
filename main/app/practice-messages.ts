import { z } from 'zod';
import { carrierAccess } from '../../shared/contract/parent.ts';

const ready = z.object({
  url: z.url(),
  controlUrl: z.url(),
  controlToken: z.string(),
  ...carrierAccess.omit({ url: true }).shape,
});
export type PracticeReady = z.output<typeof ready>;

const fromPractice = z.object({ kind: z.literal('ready'), ready });

/** Reads one message of the practice carrier: it has but one to say. Anything else is `null` and is to be ignored. */
export function readFromPractice(message: unknown): PracticeReady | null {
  return fromPractice.safeParse(message).data?.ready ?? null;
}
