import type { Clock } from '../clock/index.ts';
import type { Log, LogFields } from './index.ts';

/**
 * A log for what comes again and again: one row that cannot be judged is met at every pass, and its lines would drive
 * all others out of the file. What is said is said once; then it is only counted, and said again after some hours.
 */
export interface SparingLog {
  /** @param about which of them it is. It is not written. Another one, or another reason in `thrown`, is something else. */
  warn(event: string, about: string | number | null, fields: LogFields): void;
  error(event: string, about: string | number | null, fields: LogFields): void;
}

/** The same again after so long, in milliseconds, with how often it was not said meanwhile (`unsaid`). */
const againAfterMs = 6 * 60 * 60_000;
/** So many things are told apart. Those beyond are one thing for each event, so that memory and file stay small. */
const thingsAtMost = 200;

export function createSparingLog({ log, clock }: { readonly log: Log; readonly clock: Clock }): SparingLog {
  const said = new Map<string, { readonly saidMs: number; unsaid: number }>();

  function forgetOld(nowMs: number): void {
    for (const [thing, { saidMs }] of said) if (nowMs - saidMs >= againAfterMs) said.delete(thing);
  }

  function thingOf(event: string, about: string, nowMs: number): string {
    const thing = `${event} ${about}`;
    if (said.size < thingsAtMost || said.has(thing)) return thing;
    forgetOld(nowMs);
    return said.size < thingsAtMost ? thing : event;
  }

  function tell(level: 'warn' | 'error', event: string, about: string | number | null, fields: LogFields): void {
    const nowMs = clock.monotonicMs();
    const thing = thingOf(event, `${about} ${reasonOf(fields['thrown'])}`, nowMs);
    const before = said.get(thing);
    if (before !== undefined && nowMs - before.saidMs < againAfterMs) {
      before.unsaid += 1;
      return;
    }
    said.set(thing, { saidMs: nowMs, unsaid: 0 });
    log[level](event, before === undefined ? fields : { ...fields, unsaid: before.unsaid });
  }

  return {
    warn: (event, about, fields) => tell('warn', event, about, fields),
    error: (event, about, fields) => tell('error', event, about, fields),
  };
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? `${thrown.name} ${thrown.message}` : typeof thrown;
}
