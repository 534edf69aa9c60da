/**
 * The carrier's clock: the computer's time plus an offset, or standing still. Everything that the simulator dates,
 * schedules and puts into its `Date` header follows it, so a test can jump over hours. Network latency does not: it
 * is real time.
 */

export interface ClockState {
  /** Added to the computer's time while the clock runs. */
  readonly offsetMs: number;
  /** The instant at which the clock stands, or null while it runs. */
  readonly frozenAt: number | null;
}

export interface CarrierClock {
  /** Epoch milliseconds. */
  nowMs(): number;
  /** Moves on by `ms`, whether running or frozen. Negative values are refused by the control door, not here. */
  advance(ms: number): void;
  /** Jumps to an instant and goes on from there, running or frozen as before. */
  setTo(epochMs: number): void;
  freeze(): void;
  /** Lets a frozen clock run on from the instant at which it stands. */
  run(): void;
  state(): ClockState;
}

/** @param changed is told every new state, to keep it; the clock of a restarted simulator begins with it. */
export function carrierClock(initial: ClockState, changed: (state: ClockState) => void): CarrierClock {
  let state = initial;
  const nowMs = (): number => state.frozenAt ?? Date.now() + state.offsetMs;
  const become = (next: ClockState): void => {
    state = next;
    changed(next);
  };
  const setTo = (epochMs: number): void =>
    become(
      state.frozenAt === null
        ? { offsetMs: epochMs - Date.now(), frozenAt: null }
        : { offsetMs: state.offsetMs, frozenAt: epochMs },
    );
  return {
    nowMs,
    setTo,
    advance: (ms) => setTo(nowMs() + ms),
    freeze: () => become({ offsetMs: state.offsetMs, frozenAt: nowMs() }),
    run: () => become({ offsetMs: nowMs() - Date.now(), frozenAt: null }),
    state: () => state,
  };
}
