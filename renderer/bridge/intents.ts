import { mintIntentId } from './intent.ts';

/**
 * Intents of acts that are repeated until they succeed. The same act with the same content keeps its intent, because its
 * answer may only have been lost; once it is done, doing it again is another act.
 */
export interface Intents {
  /** Of an act that makes something: what was asked for in between makes no second one of it. */
  of(act: string, content: unknown): string;
  /** Of an act that sets something: what was set in between has to be set over, and so only the latest is repeated. */
  ofSetting(act: string, content: unknown): string;
  done(act: string, content: unknown): void;
}

export function createIntents(mint: () => string = mintIntentId): Intents {
  /** By act, then by content. */
  const pending = new Map<string, Map<string, string>>();

  function of(act: string, content: unknown): string {
    const contents = pending.get(act) ?? new Map<string, string>();
    pending.set(act, contents);
    const told = JSON.stringify(content);
    const intentId = contents.get(told) ?? mint();
    contents.set(told, intentId);
    return intentId;
  }

  return {
    of,
    ofSetting: (act, content) => {
      if (!pending.get(act)?.has(JSON.stringify(content))) pending.delete(act);
      return of(act, content);
    },
    done: (act, content) => void pending.get(act)?.delete(JSON.stringify(content)),
  };
}
