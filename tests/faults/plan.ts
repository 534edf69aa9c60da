import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

/** Moments at which an engine can be ended by itself, each the worst one for somebody. */
export const momentNames = [
  /** The next text is chosen, and not yet committed as being handed over. */
  'before-sending-commit',
  /** It is committed, and the carrier not yet called. */
  'after-sending-commit',
  /** The carrier has accepted it, and nobody here has heard so. */
  'before-answer',
  /** The answer is here, and not yet committed. */
  'before-answer-commit',
] as const;
export type Moment = (typeof momentNames)[number];

const planSchema = z.object({
  clockFile: z.string(),
  /** Where each call of the carrier is noted before it is made, one line each. */
  callsFile: z.string(),
  /** How many times as fast as the computer's the common clock runs: real timeouts are shortened by it. */
  speed: z.number().positive(),
  minimumFreeBytes: z.number(),
  /** What befalls the engine, and at the how-many-th such moment. */
  end: z
    .object({ moment: z.enum(momentNames), nth: z.int().positive(), signal: z.enum(['SIGKILL', 'SIGSTOP']) })
    .nullable(),
});
export type FaultPlan = z.infer<typeof planSchema>;

/** The variable by which the driver tells an engine where its plan will be. */
export const planVariable = 'FIELDLINE_FAULT_PLAN';

const lookEveryMs = 5;

/**
 * Waits until the driver has written the plan, and leaves when the driver has gone instead.
 * @throws ZodError or SyntaxError for what is no plan.
 */
export async function awaitPlan(path: string): Promise<FaultPlan> {
  const driver = process.ppid;
  while (!existsSync(path)) {
    if (process.ppid !== driver) process.exit(0);
    await sleep(lookEveryMs);
  }
  return planSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Whoever waits for it never reads half of it. */
export function givePlan(path: string, plan: FaultPlan): void {
  writeFileSync(`${path}.draft`, JSON.stringify(plan));
  renameSync(`${path}.draft`, path);
}
