import type { AppError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CarrierErrorCode } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import { createSparingLog, type Log } from '../log/index.ts';
import { busyPauseMs, pauseAfterFailure, pauseAfterSuccess, restPauseMs } from './rules.ts';
import type { Taken } from './take-page.ts';
import type { Turn } from './walk.ts';

export interface Swept {
  readonly sweptAt: number;
  /** How many texts have a new status, and how many replies are new. */
  readonly statuses: number;
  readonly replies: number;
}

export interface Sweeping {
  start(): void;
  /** Takes back what is being asked, and resolves when nothing will be written any more. */
  stop(): Promise<void>;
  /**
   * Reads the account from its newest message to what was read before, by a reading that begins after this call, and as
   * soon as what is under way is over. Who asks before it begins shares it.
   * @throws StoreRefusal when there is news that the store does not take.
   */
  sweepNow(): Promise<Result<Swept, AppError<CarrierErrorCode>>>;
  /** Texts are leaving: the next turn comes soon. */
  nudge(): void;
  /** What a turn under way has made ours. */
  noteTaken(taken: Taken): void;
  /** What keeps the account from being read; null while nothing does. */
  lastError(): AppError<CarrierErrorCode> | null;
}

export interface SweepingParts {
  readonly clock: Clock;
  readonly log: Log;
  /** One turn: some pages, and what comes after them. */
  readonly turn: (signal: AbortSignal) => Promise<Turn>;
  readonly onTrouble: (error: AppError<CarrierErrorCode> | null) => void;
}

/** When turns come: one at a time, fast while there is something to hear, slower when it is quiet or nothing works. */
export function createSweeping({ clock, log, turn, onTrouble }: SweepingParts): Sweeping {
  const sparing = createSparingLog({ log, clock });
  const leaving = new AbortController();
  let started = false;
  let cancelNext: Cancel | null = null;
  let nextDueMs = Number.POSITIVE_INFINITY;
  let running: Promise<Turn> | null = null;
  /** The last reading that was asked for, and whether it is yet to begin. */
  let asked: Promise<Result<Swept, AppError<CarrierErrorCode>>> | null = null;
  let isAskedYetToBegin = false;
  let activeMs = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let trouble: AppError<CarrierErrorCode> | null = null;
  let heard = { statuses: 0, replies: 0 };

  function noteTrouble(error: AppError<CarrierErrorCode> | null): void {
    const isNew = error?.code !== trouble?.code;
    trouble = error;
    if (!isNew) return;
    if (error === null) log.info('sweep-works-again', {});
    else log.warn('sweep-failed', { code: error.code });
    onTrouble(error);
  }

  /** Never rejects with what a carrier or a network can do; with what the store refuses, and with bugs, it does. */
  async function take(): Promise<Turn> {
    try {
      const ended = await turn(leaving.signal);
      if (leaving.signal.aborted) return ended;
      failures = ended.kind === 'failed' ? failures + 1 : 0;
      noteTrouble(ended.kind === 'failed' ? ended.error : null);
      return ended;
    } catch (thrown) {
      failures += 1;
      throw thrown;
    }
  }

  function pauseAfter(ended: Turn | null): number {
    if (ended?.kind === 'unfinished') return restPauseMs;
    if (failures > 0) return pauseAfterFailure(failures, Number(trouble?.params?.['retryAfterMs'] ?? 0));
    return pauseAfterSuccess(clock.monotonicMs() - activeMs);
  }

  /** One turn, or the one under way. The next is set when it is over, however it ends. */
  function runTurn(): Promise<Turn> {
    cancelNext?.();
    running ??= take()
      .then(
        (ended) => {
          arm(pauseAfter(ended));
          return ended;
        },
        (thrown: unknown) => {
          arm(pauseAfter(null));
          throw thrown;
        },
      )
      .finally(() => {
        running = null;
      });
    return running;
  }

  function arm(delayMs: number): void {
    cancelNext?.();
    if (!started || leaving.signal.aborted) return;
    nextDueMs = clock.monotonicMs() + delayMs;
    cancelNext = clock.after(delayMs, () => {
      runTurn().catch((thrown: unknown) => sparing.error('sweep-broke-off', null, { thrown }));
    });
  }

  async function readToTheEnd(before: typeof asked): Promise<Result<Swept, AppError<CarrierErrorCode>>> {
    await before?.catch(() => undefined);
    await running?.catch(() => undefined);
    isAskedYetToBegin = false;
    heard = { statuses: 0, replies: 0 };
    // A long reading that an earlier turn began has passed by what is newest now: it is ended, and then comes another.
    for (let hasBegun = false; ; ) {
      const ended = await runTurn();
      if (ended.kind === 'failed') return err(ended.error);
      hasBegun ||= ended.beginsHere;
      if (hasBegun && ended.kind !== 'unfinished') return ok({ sweptAt: clock.nowMs(), ...heard });
    }
  }

  return {
    start: () => {
      started = true;
      arm(0);
    },
    stop: async () => {
      leaving.abort();
      cancelNext?.();
      await running?.catch(() => undefined);
      await asked?.catch(() => undefined);
    },
    sweepNow: () => {
      if (asked === null || !isAskedYetToBegin) {
        isAskedYetToBegin = true;
        asked = readToTheEnd(asked);
      }
      return asked;
    },
    nudge: () => {
      activeMs = clock.monotonicMs();
      const isFarOff = nextDueMs - clock.monotonicMs() > busyPauseMs;
      // While nothing works, the texts that leave do not make the carrier answer sooner.
      if (running === null && failures === 0 && isFarOff) arm(busyPauseMs);
    },
    noteTaken: ({ messageIds, replies }) => {
      if (messageIds.length === 0 && replies === 0) return;
      activeMs = clock.monotonicMs();
      heard = { statuses: heard.statuses + messageIds.length, replies: heard.replies + replies };
    },
    lastError: () => trouble,
  };
}
