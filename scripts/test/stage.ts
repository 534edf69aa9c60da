import type { Tally } from './tally.ts';

/** What the reader sees of a stage: its name, how long it took, what it came to, and the words of what failed. */
export interface StageResult extends Tally {
  /** Printed under a stage that failed. */
  readonly explanation?: string;
}

/** Runs a stage and shows it. A stage that breaks is a stage that failed. */
export async function runStage(name: string, stage: () => Promise<StageResult>): Promise<Tally> {
  const startedAt = Date.now();
  const result = await stage().catch(
    (thrown: unknown): StageResult => failure(thrown instanceof Error ? (thrown.stack ?? thrown.message) : `${thrown}`),
  );
  const elapsed = `${((Date.now() - startedAt) / 1_000).toFixed(1)} s`;
  if (result.explanation) console.log(result.explanation.trimEnd());
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${name}  ${elapsed}`);
  return result;
}

export const success: StageResult = { passed: 1, failed: 0, skipped: 0 };

export function failure(explanation: string): StageResult {
  return { passed: 0, failed: 1, skipped: 0, explanation };
}

export function timeLimitWords(timeLimitMs: number): string {
  return `It was ended after its time limit of ${timeLimitMs / 60_000} minutes.`;
}
