import type { Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { type Beside, fileFactsOf, followBeside, writeBeside } from './incarnation.ts';

/** How often the mark beside the file follows the journal, in milliseconds. */
const markEveryMs = 1_000;

export interface Marking {
  /** Follows no more; resolves when what was being written is, so that it cannot land on what is written next. */
  stop(): Promise<void>;
  /** The last word of an engine that has closed the file and still holds its lock. */
  leave(mark: Beside): void;
}

/**
 * Keeps what lies beside the file in step with it: at once for the start, then as the journal grows.
 * @param read gives the mark of this moment, or null when the file is no longer ours to speak of.
 * @throws the file system's error when the first mark cannot be written.
 */
export function createMarking(
  path: string,
  read: () => Beside | null,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Marking {
  let written = read();
  if (written !== null) writeBeside(path, written);
  let following: Promise<void> = Promise.resolve();
  const stop = clock.every(markEveryMs, () => {
    following = follow();
    return following;
  });

  async function follow(): Promise<void> {
    try {
      const mark = read();
      if (mark === null || mark.lastJournalId === written?.lastJournalId) return;
      await followBeside(path, mark);
      written = mark;
    } catch (thrown) {
      log.warn('mark-not-written', { thrown });
    }
  }

  return {
    stop: () => {
      stop();
      return following;
    },
    leave: (mark) => {
      try {
        writeBeside(path, { ...mark, changeTime: fileFactsOf(path)?.changeTime ?? null });
      } catch (thrown) {
        log.warn('mark-not-written', { thrown });
      }
    },
  };
}
