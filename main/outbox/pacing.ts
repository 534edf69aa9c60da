import type { Clock } from '../clock/index.ts';
import type { OwnNumber } from '../numbers/index.ts';
import { accountRate } from '../numbers/index.ts';
import type { Reader, Tx } from '../store/index.ts';
import { fullLevel, isOpen, type Level, opensAt, refilled, spent } from './rules/limiter.ts';

export interface Pause {
  /** Null: until a person says so. */
  readonly untilAt: number | null;
  readonly reason: 'rate' | 'queue-full' | 'refused';
  /** The carrier's code, of a refusal. */
  readonly code: number | null;
}

/** `account`, or one number by its id. */
export type Scope = 'account' | `number:${number}`;

/**
 * How fast texts may leave: a bucket for the account and one for each number, in segments, and the pauses that the
 * carrier asked for. Levels are written in the transaction that claims a text, so a restart sends no burst. A bucket
 * earns by the monotonic clock: a wall clock that is set, or corrected by the carrier's, would look like a long rest.
 */
export interface Pacing {
  /** When a text from this number may leave (epoch ms): not after `at` when it may now; null until a person acts. */
  readyAt(reader: Reader, number: OwnNumber, at: number): number | null;
  /** Takes a claimed text's segments, into debt if need be. */
  spend(tx: Tx, number: OwnNumber, segments: number, at: number): void;
  /** Whether a pause holds already that is no shorter: no other is as long as one that only a person can end. */
  holds(reader: Reader, scope: Scope, pause: Pause, at: number): boolean;
  /** Does nothing, and gives false, when one holds already. */
  pause(tx: Tx, scope: Scope, pause: Pause, at: number): boolean;
  pauseOf(reader: Reader, scope: Scope, at: number): Pause | null;
  /** Ends the pauses that only a person can end, and those for a carrier's code. Gives how many there were. */
  resume(tx: Tx): number;
}

/** So far the corrected clocks of two runs may differ, in milliseconds. A bucket that earned by that would send a burst. */
const clocksDifferMs = 5_000;

export function createPacing(accountId: string | null, clock: Clock): Pacing {
  /**
   * For each bucket that this program has looked at, when it did, by the monotonic clock, and how old what it found was.
   * Noted by a transaction that then failed, it is too young, and a text waits a little longer.
   */
  const looks = new Map<Scope, { readonly monotonicMs: number; readonly ageMs: number }>();

  function levelOf(reader: Reader, key: Scope, rate: number, at: number): Level {
    const stored = reader.get<Level>('SELECT level, at FROM limiter WHERE key = ?', key);
    if (stored === undefined) return fullLevel(rate, at);
    const monotonicMs = clock.monotonicMs();
    // An earlier run has only the wall clock in common with this one, and corrected it a little differently.
    const look = looks.get(key) ?? { monotonicMs, ageMs: Math.max(0, at - stored.at - clocksDifferMs) };
    looks.set(key, look);
    const restMs = look.ageMs + monotonicMs - look.monotonicMs;
    return refilled({ level: stored.level, at: at - restMs }, rate, at);
  }

  function ratesOf(reader: Reader, { numberId, segmentsPerSecond }: OwnNumber): readonly (readonly [Scope, number])[] {
    const own = [`number:${numberId}`, segmentsPerSecond] as const;
    const shared = accountId === null ? null : accountRate(reader, accountId);
    return shared === null ? [own] : [own, ['account', shared]];
  }

  function pauseOf(reader: Reader, scope: Scope, at: number): Pause | null {
    const find = 'SELECT until_at AS untilAt, reason, code FROM pause WHERE scope = ?';
    const pause = reader.get<Pause>(find, scope) ?? null;
    return pause?.untilAt != null && pause.untilAt <= at ? null : pause;
  }

  function holds(reader: Reader, scope: Scope, { untilAt }: Pause, at: number): boolean {
    const held = pauseOf(reader, scope, at);
    if (held === null) return false;
    return held.untilAt === null || (untilAt !== null && untilAt <= held.untilAt);
  }

  return {
    readyAt: (reader, number, at) => {
      let ready = at;
      for (const scope of ['account', `number:${number.numberId}`] as const) {
        const pause = pauseOf(reader, scope, at);
        if (pause === null) continue;
        if (pause.untilAt === null) return null;
        ready = Math.max(ready, pause.untilAt);
      }
      for (const [key, rate] of ratesOf(reader, number)) {
        const level = levelOf(reader, key, rate, at);
        if (!isOpen(level)) ready = Math.max(ready, opensAt(level, rate), at + 1);
      }
      return ready;
    },

    spend: (tx, number, segments, at) => {
      for (const [key, rate] of ratesOf(tx, number)) {
        const { level } = spent(levelOf(tx, key, rate, at), segments);
        tx.run('INSERT OR REPLACE INTO limiter (key, level, at) VALUES (?, ?, ?)', key, level, at);
        looks.set(key, { monotonicMs: clock.monotonicMs(), ageMs: 0 });
      }
    },

    holds,

    pause: (tx, scope, pause, at) => {
      if (holds(tx, scope, pause, at)) return false;
      tx.run(
        `INSERT OR REPLACE INTO pause (scope, until_at, reason, code, since_at)
         VALUES (:scope, :untilAt, :reason, :code, :at)`,
        { scope, ...pause, at },
      );
      return true;
    },

    pauseOf,

    resume: (tx) => tx.run('DELETE FROM pause WHERE until_at IS NULL OR code IS NOT NULL').changes,
  };
}
