/**
 * Keeps what one person writes, at the engine. It looks at all that is unsent whenever it is told to, saves what differs
 * from what the engine has when the keys have rested, and tries again until the engine has it or will not have it. It
 * never changes what is on the screen.
 */
import { keyOf } from '../../bridge/conversation-key.ts';
import type { Unsent, UnsentWords } from './unsent-words.ts';

/** How long the keys rest before words are saved. */
export const restMs = 300;
/** Who never rests is saved this often. */
const longestUnsavedMs = 3_000;
/** How long the engine is left alone when it could not save. */
const retryMs = 2_000;

/** `refused`: it will not keep these words, or a bug is in the way. `unanswered`: it could not say. */
export type Saving = 'kept' | 'refused' | 'unanswered';

export interface DraftKeeper {
  /** This is what the engine has. */
  noteKept(words: readonly UnsentWords[]): void;
  /**
   * This is what is written now.
   * @param leaving conversations whose words are being sent: they are saved before that, and left alone until it is known
   *   what became of it, because the sending itself ends their draft
   */
  note(unsent: Unsent, leaving: ReadonlySet<string>): void;
  /** Does not wait for the keys to rest. Resolves when the engine has everything, or will not have it. */
  saveNow(): Promise<void>;
  /** Saves no more. Gives what the engine may not have, as it was noted last. */
  end(): readonly UnsentWords[];
}

export function createDraftKeeper(save: (words: UnsentWords) => Promise<Saving>): DraftKeeper {
  const kept = new Map<string, UnsentWords>();
  /** Words that the engine does not have. They are not asked for again until they change. */
  const refused = new Map<string, UnsentWords>();
  const saving = new Map<string, Promise<void>>();
  let unsent: Unsent = new Map();
  let leaving: ReadonlySet<string> = new Set();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let unsavedSince: number | null = null;
  let isOver = false;

  function unkept(): readonly UnsentWords[] {
    return [...unsent.values()].filter((words) => !isSame(words, kept.get(keyOf(words))));
  }

  function due(): readonly UnsentWords[] {
    const changed = unkept().filter((words) => !isSame(words, refused.get(keyOf(words))));
    const gone = [...kept.values()].filter((words) => !unsent.has(keyOf(words)));
    const all = [...changed, ...gone.map((words) => ({ ...words, text: '', scriptId: null, replaced: null }))];
    return all.filter((words) => !leaving.has(keyOf(words)));
  }

  /** Each conversation one at a time, so that an earlier state never comes after a later one. */
  function saveDue(): void {
    stop();
    for (const words of due()) {
      const key = keyOf(words);
      if (!saving.has(key)) saving.set(key, saveOne(key, words));
    }
  }

  async function saveOne(key: string, words: UnsentWords): Promise<void> {
    const outcome = await save(words);
    saving.delete(key);
    if (outcome !== 'unanswered') refused.delete(key);
    if (outcome !== 'unanswered' && words.text === '') kept.delete(key);
    else if (outcome === 'kept') kept.set(key, words);
    else if (outcome === 'refused') refused.set(key, words);
    if (outcome === 'unanswered') startIn(retryMs);
    else if (due().length > 0) startIn(restMs);
    else unsavedSince = null;
  }

  function startIn(delayMs: number): void {
    if (isOver) return;
    stop();
    timer = setTimeout(saveDue, delayMs);
  }

  function stop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    noteKept: (words) => {
      for (const one of words) kept.set(keyOf(one), one);
    },
    note: (now, leavingNow) => {
      if (isOver) return;
      unsent = now;
      if ([...leavingNow].some((key) => !leaving.has(key))) saveDue();
      for (const key of leaving) if (!leavingNow.has(key) && !unsent.has(key)) kept.delete(key);
      leaving = leavingNow;
      if (due().length === 0) return;
      unsavedSince ??= Date.now();
      startIn(Math.min(restMs, Math.max(0, unsavedSince + longestUnsavedMs - Date.now())));
    },
    saveNow: async () => {
      while (!isOver && (due().length > 0 || saving.size > 0)) {
        saveDue();
        await Promise.all(saving.values());
        // One that the engine could not take is tried again at its pace.
        if (!isOver && due().length > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
      }
    },
    end: () => {
      isOver = true;
      stop();
      return unkept().filter((words) => !leaving.has(keyOf(words)));
    },
  };
}

function isSame(one: UnsentWords, other: UnsentWords | undefined): boolean {
  if (other === undefined) return false;
  return one.text === other.text && one.scriptId === other.scriptId && one.replaced === other.replaced;
}
