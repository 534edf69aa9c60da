import type { CallOptions, CarrierErrorCode, CarrierResult, ServerTime } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import type { ServerTimeHeard } from '../outbox/index.ts';

export interface ExchangeParts {
  readonly clock: Clock;
  readonly noteLine: (up: boolean) => void;
  readonly noteServerTime: (heard: ServerTimeHeard) => void;
}

/** One question to the carrier, whose answer also tells others of the line and of the carrier's clock. */
export type Ask = <Value>(
  signal: AbortSignal,
  call: (options: CallOptions) => Promise<CarrierResult<Value>>,
) => Promise<CarrierResult<Value>>;

/** A page of a thousand messages is about a megabyte. */
const timeoutMs = 30_000;

export function createAsk({ clock, noteLine, noteServerTime }: ExchangeParts): Ask {
  const facts = () => ({ wallAt: clock.nowMs(), monotonicMs: clock.monotonicMs() });

  return async (signal, call) => {
    const sent = facts();
    const answer = await call({ timeoutMs, signal });
    const received = facts();
    // A question that was taken back says nothing of the line.
    if (signal.aborted) return answer;
    const line = answer.ok ? true : lineBy[answer.error.code];
    if (line !== null) noteLine(line);
    const serverAt = answer.ok ? serverAtOf(answer.value) : undefined;
    if (serverAt !== undefined) noteServerTime({ serverAt, sent, received });
    return answer;
  };
}

/** A no is an answer, too. Whoever refuses to ask has not tried the line. */
const lineBy: Readonly<Record<CarrierErrorCode, boolean | null>> = {
  'carrier/unreachable': false,
  'carrier/forbidden-host': null,
  'carrier/wrong-credentials': true,
  'carrier/account-suspended': true,
  'carrier/no-numbers': true,
  'carrier/busy': true,
  'carrier/faulty': true,
  'carrier/refused': true,
};

function serverAtOf(value: unknown): number | undefined {
  return typeof value === 'object' && value !== null && 'serverAt' in value
    ? (value as ServerTime).serverAt
    : undefined;
}
