import { mintIntentId } from './intent.ts';

/**
 * Intents of acts that are repeated until they succeed. The same act with the same content keeps its intent, because its
 * answer may only have been lost; once it is done, doing it again is another act.
 */
export interface Intents {
  of(act: string, content: unknown): string;
  done(act: string, content: unknown): void;
}

export function createIntents(mint: () => string = mintIntentId): Intents {
  const pending = new Map<string, string>();
  const keyOf = (act: string, content: unknown): string => `${act} ${JSON.stringify(content)}`;
  return {
    of: (act, content) => {
      const key = keyOf(act, content);
      const intentId = pending.get(key) ?? mint();
      pending.set(key, intentId);
      return intentId;
    },
    done: (act, content) => void pending.delete(keyOf(act, content)),
  };
}
