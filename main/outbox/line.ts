import type { Carrier } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { probeDelay } from './rules/back-off.ts';
import type { CarrierTime } from './time.ts';

/** Whether the carrier can be reached, as far as is known. */
export type LineState = 'up' | 'down' | 'unknown';

/**
 * The way to the carrier. While it is down nothing is sent on trial: it is probed by a question that changes nothing, so
 * that no text comes into doubt by finding out.
 */
export interface Line {
  state(): LineState;
  /** When it came up, by the monotonic clock; before, what was on its way may still be held up. */
  upSinceMs(): number;
  /** An exchange with the carrier succeeded, or could not be had. */
  note(up: boolean): void;
  /** Asks the carrier something harmless now, which also tells its clock. */
  probe(): void;
  stop(): void;
}

const probeTimeoutMs = 10_000;

export function createLine(parts: {
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly log: Log;
  readonly time: CarrierTime;
  readonly onChange: () => void;
}): Line {
  const { carrier, clock, log, time, onChange } = parts;
  const leaving = new AbortController();
  let state: LineState = 'unknown';
  let failures = 0;
  let upSinceMs = Number.POSITIVE_INFINITY;
  let probing = false;
  let cancelNext: Cancel | null = null;

  function note(up: boolean): void {
    if (leaving.signal.aborted) return;
    const before = state;
    state = up ? 'up' : 'down';
    if (up) {
      failures = 0;
      cancelNext?.();
      cancelNext = null;
    } else if (cancelNext === null && !probing) {
      failures += 1;
      cancelNext = clock.after(probeDelay(failures), probe);
    }
    if (before !== state) {
      if (up) upSinceMs = clock.monotonicMs();
      onChange();
    }
  }

  function probe(): void {
    if (probing || leaving.signal.aborted) return;
    cancelNext?.();
    cancelNext = null;
    probing = true;
    const asked = ask().catch((thrown: unknown) => {
      log.error('probe-failed', { thrown });
      return false;
    });
    void asked.then((up) => {
      probing = false;
      note(up);
    });
  }

  /** Any answer of the carrier's own shows that the line is up, a refusal included; a list also tells its clock. */
  async function ask(): Promise<boolean> {
    const sent = time.facts();
    const answer = await carrier.listMessages({ pageSize: 1 }, { timeoutMs: probeTimeoutMs, signal: leaving.signal });
    if (!answer.ok) return answer.error.code !== 'carrier/unreachable' && answer.error.code !== 'carrier/faulty';
    const { serverAt } = answer.value;
    if (serverAt !== undefined) time.hear({ serverAt, sent, received: time.facts() });
    return true;
  }

  return {
    state: () => state,
    upSinceMs: () => upSinceMs,
    note,
    probe,
    stop: () => {
      leaving.abort();
      cancelNext?.();
      cancelNext = null;
    },
  };
}
