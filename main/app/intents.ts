import { createHash } from 'node:crypto';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';

type Answer = Result<unknown, AppError>;

/** Lets each intent happen once. Intents live as long as main does, and no window that minted one outlives it. */
export interface Intents {
  /** @param what the call and its input: another one under the same intent is refused. */
  once(intentId: string, what: unknown, act: () => Promise<Answer>): Promise<Answer>;
}

/** The input may hold a secret, so only its hash is kept, and the answer, which holds none. */
export function createIntents(): Intents {
  const acts = new Map<string, { readonly hash: string; readonly answer: Promise<Answer> }>();
  return {
    async once(intentId, what, act) {
      const hash = createHash('sha256').update(JSON.stringify(what)).digest('base64');
      const former = acts.get(intentId);
      if (former !== undefined) return former.hash === hash ? former.answer : err(appError('serve/intent-reused'));
      const answer = act();
      acts.set(intentId, { hash, answer });
      try {
        const given = await answer;
        // Nothing happened, so the same intent may try again.
        if (!given.ok) acts.delete(intentId);
        return given;
      } catch (thrown) {
        acts.delete(intentId);
        throw thrown;
      }
    },
  };
}
