import { nothing, type Tally } from './tally.ts';

/** What a stage came to. */
export interface StageResult extends Tally {
  /** What failed besides the tests that it counts: the stage itself, which is then one failure more. */
  readonly explanation?: string;
}

/** Runs a stage and shows its name, how long it took and why it failed. A stage that breaks is a stage that failed. */
export async function runStage(name: string, stage: () => Promise<StageResult>): Promise<Tally> {
  const startedAt = Date.now();
  const { explanation, ...tally } = await stage().catch(
    (thrown: unknown): StageResult => failure(thrown instanceof Error ? (thrown.stack ?? thrown.message) : `${thrown}`),
  );
  const own = explanation === undefined ? [] : [{ name, words: explanation }];
  const failures = [...tally.failures, ...own];
  const elapsed = `${((Date.now() - startedAt) / 1_000).toFixed(1)} s`;
  if (explanation) console.log(explanation.trimEnd());
  console.log(`${failures.length === 0 ? '✓' : '✗'} ${name}  ${elapsed}`);
  return { ...tally, failures };
}

export const success: StageResult = { ...nothing, passed: 1 };

export function failure(explanation: string): StageResult {
  return { ...nothing, explanation };
}

export function timeLimitWords(timeLimitMs: number): string {
  return `It was ended after its time limit of ${timeLimitMs / 60_000} minutes.`;
}
