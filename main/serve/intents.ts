import { createHash } from 'node:crypto';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Tx } from '../store/index.ts';

interface IntentRow {
  readonly call: string;
  readonly user_id: number | null;
  readonly input_hash: Uint8Array;
  readonly answer: string;
}

/** One act of a person, as it arrived: the same act may arrive many times. */
export interface Act {
  readonly intentId: string;
  readonly call: string;
  readonly userId: number | null;
  /** As parsed, so that its keys have the schema's order and its text is the same each time. */
  readonly input: unknown;
}

/**
 * Does an act at most once. The answer is kept in the act's own transaction; a repetition is given that answer and
 * does nothing. An act that answers with an error is not kept: nothing happened, so it may be tried again.
 */
export function doOnce<Failure extends AppError>(
  tx: Tx,
  act: Act,
  at: number,
  work: () => Result<unknown, Failure>,
): Result<unknown, Failure | AppError<'serve/intent-reused'>> {
  const intentId = Buffer.from(act.intentId.replaceAll('-', ''), 'hex');
  const inputHash = createHash('sha256').update(JSON.stringify(act.input)).digest().subarray(0, 16);
  const before = tx.get<IntentRow>(
    'SELECT call, user_id, input_hash, answer FROM intent WHERE intent_id = ?',
    intentId,
  );
  if (before !== undefined) {
    const same = before.call === act.call && before.user_id === act.userId && inputHash.equals(before.input_hash);
    return same ? ok(JSON.parse(before.answer)) : err(appError('serve/intent-reused'));
  }
  const outcome = work();
  // No type lets this through, but what waits would be done after its transaction was rolled back.
  if ((outcome as unknown) instanceof Promise) throw new Error(`${act.call} happens once and may not wait`);
  if (outcome.ok) {
    tx.run(
      'INSERT INTO intent (intent_id, call, user_id, input_hash, answer, at) VALUES (?, ?, ?, ?, ?, ?)',
      intentId,
      act.call,
      act.userId,
      inputHash,
      JSON.stringify(outcome.value),
      at,
    );
  }
  return outcome;
}
