import { minuteMs, startOfMinute } from '../../shared/domain/local-time.ts';
import type { Carrier } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import type { Log } from '../log/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';
import type { Answer, Heard } from './answers.ts';
import type { Claimed, Claims } from './claim.ts';
import { openingMarginMs } from './hours.ts';
import type { Line } from './line.ts';
import { requestTimeoutMs } from './rules/settling.ts';
import type { CarrierTime } from './time.ts';

/**
 * Hands texts to the carrier, a few at a time. Each round is one transaction: what the carrier has answered meanwhile is
 * written down, and the next texts are committed as `sending`. Only then, and outside any transaction, are they handed
 * over. Whatever dies in between leaves a row that says that the carrier may have the text.
 */
export interface Dispatcher {
  /** There may be something to do. Cheap, and may be called as often as one likes. */
  wake(): void;
  /** Lets calls under way end, for a short time, then takes them back; writes down what came of them. */
  stop(): Promise<void>;
}

export interface DispatcherParts {
  readonly store: Store;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly log: Log;
  readonly time: CarrierTime;
  readonly line: Line;
  readonly claim: (tx: Tx, room: number, at: number) => Claims;
  readonly record: (tx: Tx, answer: Answer, at: number) => Heard;
  /** Whether something that neither the line nor time mends holds everything back; asked before each claim. */
  readonly isHeld: () => boolean;
  readonly isEmpty: () => boolean;
  /** What is to be withdrawn although nothing can be sent. */
  readonly leftovers: { isDue(): boolean; clear(tx: Tx): Claims };
  readonly onLeaving: () => void;
}

/** The carrier advises five to ten requests at once for an account. */
export const inFlightAtMost = 8;
/**
 * An engine that was stopped between its commit and its call may have been succeeded meanwhile: it must not call any more.
 * Far longer than a commit on a slow disk, far shorter than a successor takes to settle what it finds.
 */
const longestGapMs = 5_000;
/** So many calls in a row without an understandable answer, and the line is taken to be down. */
const troublesUntilDown = 3;
const afterFaultMs = 5_000;
/** How often the carrier is asked for the time while that is not known and texts wait, in milliseconds. */
const askTimeAgainMs = 5_000;
const leaveWithinMs = 1_500;

const noClaims: Claims = { claimed: [], againAt: null, more: false };

/** What one transaction brought. */
interface Turn {
  readonly claims: Claims;
  readonly heard: readonly Heard[];
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, carrier, clock, log, time, line } = parts;
  const leaving = new AbortController();
  const calls = new Set<Promise<void>>();
  const answers: Answer[] = [];
  let troubles = 0;
  let isScheduled = false;
  let isStopped = false;
  let cancelTimer: Cancel | null = null;

  function wake(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      round();
    });
  }

  function round(): void {
    cancelTimer?.();
    cancelTimer = null;
    const startedMs = clock.monotonicMs();
    const at = time.bestGuess();
    let turn: Turn | null;
    try {
      turn = commitTurn(at);
    } catch (thrown) {
      // What was answered stays here until it can be written; after a crash the carrier's list tells it.
      if (!(thrown instanceof StoreRefusal)) log.error('dispatch-failed', { thrown });
      cancelTimer = clock.after(afterFaultMs, round);
      return;
    }
    if (turn === null) return;
    const { claims, heard } = turn;
    for (const claimed of claims.claimed) call(claimed, startedMs);
    if (claims.claimed.length > 0) parts.onLeaving();
    heard.forEach(listen);
    if (claims.more) wake();
    else wakeLater(claims.againAt, at);
  }

  /** Everything of a round that touches the store. Null when there was nothing to do in it. */
  function commitTurn(at: number): Turn | null {
    const knowsTime = time.isMeasured() && time.now().kind === 'sure';
    const mayClaim = !isStopped && knowsTime && line.state() === 'up' && !parts.isHeld();
    const room = mayClaim ? inFlightAtMost - calls.size : 0;
    if (answers.length === 0 && room <= 0 && (isStopped || !parts.leftovers.isDue())) {
      if (!knowsTime && !isStopped) line.probe();
      wakeLater(knowsTime ? null : at + askTimeAgainMs, at);
      return null;
    }
    const recorded = [...answers];
    const heard: Heard[] = [];
    const claims = store.write((tx): Claims => {
      for (const answer of recorded) heard.push(parts.record(tx, answer, at));
      // What was just heard may be that there is no line: then no text is sent on trial.
      if (room > 0 && !saysDown(heard)) return parts.claim(tx, room, at);
      return isStopped ? noClaims : parts.leftovers.clear(tx);
    });
    answers.splice(0, recorded.length);
    return { claims, heard };
  }

  /** Hours turn with the minute, and what waits for an instant is looked for then. */
  function wakeLater(againAt: number | null, at: number): void {
    if (isStopped || parts.isEmpty()) return;
    const nextOpeningAt = startOfMinute(at - openingMarginMs) + minuteMs + openingMarginMs;
    const nextTurnAt = Math.min(startOfMinute(at) + minuteMs, nextOpeningAt);
    const delayMs = Math.max(Math.min(againAt ?? nextTurnAt, nextTurnAt) - at, 1);
    cancelTimer = clock.after(delayMs, round);
  }

  function saysDown(heard: readonly Heard[]): boolean {
    const spoken = heard.filter((one) => one !== 'nothing');
    const inARow = spoken.length - 1 - spoken.findLastIndex((one) => one !== 'troubled');
    const before = inARow === spoken.length ? troubles : 0;
    return heard.includes('down') || before + inARow >= troublesUntilDown;
  }

  function listen(heard: Heard): void {
    if (heard === 'nothing') return;
    troubles = heard === 'troubled' ? troubles + 1 : 0;
    if (heard === 'up') line.note(true);
    if (heard === 'down' || troubles >= troublesUntilDown) {
      troubles = 0;
      line.note(false);
    }
  }

  function call(claimed: Claimed, claimedMs: number): void {
    const ended: Promise<void> = handOver(claimed, claimedMs)
      .catch((thrown: unknown): Answer['outcome'] => {
        log.error('hand-over-failed', { thrown });
        return { kind: 'unknown', reason: 'unreadable-answer' };
      })
      .then((outcome) => {
        answers.push({ claimed, outcome });
        calls.delete(ended);
        wake();
      });
    calls.add(ended);
  }

  async function handOver(
    { message, number, validitySeconds }: Claimed,
    claimedMs: number,
  ): Promise<Answer['outcome']> {
    if (clock.monotonicMs() - claimedMs > longestGapMs) return { kind: 'not-called' };
    const sent = time.facts();
    const outcome = await carrier.createMessage(
      { from: number.phone, to: message.phone, body: message.body, validitySeconds },
      { timeoutMs: requestTimeoutMs, signal: leaving.signal },
    );
    if (outcome.serverAt !== undefined) time.hear({ serverAt: outcome.serverAt, sent, received: time.facts() });
    return outcome;
  }

  return {
    wake,
    stop: async () => {
      isStopped = true;
      const cancel = clock.after(leaveWithinMs, () => leaving.abort());
      await Promise.all(calls);
      cancel();
      cancelTimer?.();
      if (answers.length > 0) round();
      cancelTimer?.();
    },
  };
}
