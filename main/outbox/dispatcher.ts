import { minuteMs, startOfMinute } from '../../shared/domain/local-time.ts';
import type { Carrier } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import { createSparingLog, type Log } from '../log/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';
import type { Answer, Heard } from './answers.ts';
import type { Claimed, Claiming, Claims } from './claim.ts';
import { openingMarginMs } from './hours.ts';
import type { Line } from './line.ts';
import { requestTimeoutMs } from './rules/settling.ts';
import { fullTrust, isBroken, isOnTrial, roomFor, trustAfter } from './rules/trial.ts';
import type { CarrierTime } from './time.ts';

/**
 * Hands texts to the carrier, a few at a time. Each round is one transaction: what the carrier has answered meanwhile is
 * written down, and the next texts are committed as `sending`. Only then, and outside any transaction, are they handed
 * over. Whatever dies in between leaves a row that says that the carrier may have the text.
 */
export interface Dispatcher {
  /** There may be something to do. Cheap, and may be called as often as one likes. */
  wake(): void;
  /** Whether the carrier has answered none of the last calls, so that one text at a time goes out on trial now. */
  isOnTrial(): boolean;
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
  readonly claiming: Claiming;
  readonly record: (tx: Tx, answer: Answer, at: number) => Heard;
  /** Whether something that neither the line nor time mends holds everything back; asked before each claim. */
  readonly isHeld: () => boolean;
  readonly isEmpty: () => boolean;
  /** Whether something is to be withdrawn although nothing can be sent. */
  readonly hasLeftovers: () => boolean;
  readonly onLeaving: () => void;
  /** Texts have begun to go out on trial, or do so no more. */
  readonly onTrial: () => void;
}

/** The carrier advises five to ten requests at once for an account. */
export const inFlightAtMost = 8;
/**
 * An engine that was stopped between its commit and its call may have been succeeded meanwhile: it must not call any more.
 * Far longer than a commit on a slow disk, far shorter than a successor takes to settle what it finds.
 */
const longestGapMs = 5_000;
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
  const sparing = createSparingLog({ log, clock });
  const leaving = new AbortController();
  const calls = new Set<Promise<void>>();
  const answers: Answer[] = [];
  /** The one that is being written down. */
  let recording: Answer | null = null;
  let trust = fullTrust;
  /** Whether texts went out on trial at the end of the last round. */
  let wasOnTrial = false;
  /** By the monotonic clock: looking for texts failed, with no text to blame, and is not tried again before. */
  let looksAgainMs = Number.NEGATIVE_INFINITY;
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
    handOverMore();
    if (onTrial() === wasOnTrial) return;
    wasOnTrial = !wasOnTrial;
    parts.onTrial();
  }

  function onTrial(): boolean {
    return isOnTrial(trust, calls.size, clock.monotonicMs());
  }

  function handOverMore(): void {
    cancelTimer?.();
    cancelTimer = null;
    const startedMs = clock.monotonicMs();
    const at = time.bestGuess();
    let turn: Turn | null;
    try {
      turn = commitTurn(at);
    } catch (thrown) {
      if (goOnWithout(thrown, at)) wake();
      // What was answered stays here until it can be written; after a crash the carrier's list tells it.
      else cancelTimer = clock.after(afterFaultMs, round);
      return;
    }
    if (turn === null) return;
    const { claims, heard } = turn;
    for (const claimed of claims.claimed) call(claimed, startedMs);
    if (claims.claimed.length > 0) parts.onLeaving();
    listen(heard);
    if (claims.more) wake();
    else wakeLater(claims.againAt, at);
  }

  /** Everything of a round that touches the store. Null when there was nothing to do in it. */
  function commitTurn(at: number): Turn | null {
    const knowsTime = time.isMeasured() && time.now().kind === 'sure';
    const nowMs = clock.monotonicMs();
    const mayLook = !isStopped && nowMs >= looksAgainMs;
    const mayClaim = mayLook && knowsTime && line.state() === 'up' && !parts.isHeld();
    const roomAfter = (heard: readonly Heard[]): number => {
      // What was just heard may be that there is no line: then no text is sent on trial.
      if (!mayClaim || heard.includes('down')) return 0;
      return roomFor(trustAfter(trust, heard, calls.size, nowMs), inFlightAtMost, calls.size, nowMs);
    };
    if (answers.length === 0 && roomAfter([]) <= 0 && (!mayLook || !parts.hasLeftovers())) {
      if (!knowsTime && !isStopped) line.probe();
      wakeLater(knowsTime ? null : at + askTimeAgainMs, at);
      return null;
    }
    const recorded = [...answers];
    const heard: Heard[] = [];
    recording = null;
    const claims = store.write((tx): Claims => {
      for (recording of recorded) heard.push(parts.record(tx, recording, at));
      recording = null;
      const room = roomAfter(heard);
      if (room > 0) return parts.claiming.claim(tx, room, at);
      return mayLook ? parts.claiming.clear(tx, at) : noClaims;
    });
    answers.splice(0, recorded.length);
    return { claims, heard };
  }

  /**
   * One text or one answer that brings an error with it must not hold up all the others, and whatever else does must not
   * hold up the answers. False when there is nothing that could be done now.
   */
  function goOnWithout(thrown: unknown, at: number): boolean {
    if (thrown instanceof StoreRefusal) return false;
    const isOfStore = isTroubleOfStore(thrown);
    if (!isOfStore && recording !== null) return putInDoubt(recording, thrown, at);
    const messageId = isOfStore ? null : parts.claiming.passOver(thrown);
    if (messageId !== null) {
      sparing.error('text-passed-over', messageId, { messageId, thrown });
      return true;
    }
    sparing.error('dispatch-failed', null, { thrown });
    if (isOfStore) return false;
    looksAgainMs = clock.monotonicMs() + afterFaultMs;
    return answers.length > 0;
  }

  /** What the answer says cannot be written down, so the carrier's list has to tell it. False when it is to be tried again. */
  function putInDoubt(answer: Answer, unwritable: unknown, at: number): boolean {
    const { claimed } = answer;
    const { messageId } = claimed.message;
    try {
      store.write((tx) => parts.record(tx, { claimed, outcome: { kind: 'unknown', reason: 'unreadable-answer' } }, at));
      log.error('answer-put-in-doubt', { messageId, thrown: unwritable });
    } catch (thrown) {
      if (thrown instanceof StoreRefusal || isTroubleOfStore(thrown)) return false;
      // The row says that the carrier may have the text, and the next start puts it in doubt.
      log.error('answer-left', { messageId, thrown });
    }
    answers.splice(answers.indexOf(answer), 1);
    return true;
  }

  /** Hours turn with the minute, and what waits for an instant is looked for then. */
  function wakeLater(againAt: number | null, at: number): void {
    if (isStopped || (parts.isEmpty() && !onTrial())) return;
    const nextOpeningAt = startOfMinute(at - openingMarginMs) + minuteMs + openingMarginMs;
    const nextTurnAt = Math.min(startOfMinute(at) + minuteMs, nextOpeningAt);
    const untilTurnMs = Math.min(againAt ?? nextTurnAt, nextTurnAt) - at;
    const nowMs = clock.monotonicMs();
    const others = [trust.nextTrialMs - nowMs, looksAgainMs - nowMs].filter((untilMs) => untilMs > 0);
    cancelTimer = clock.after(Math.max(Math.min(untilTurnMs, ...others), 1), round);
  }

  function listen(heard: readonly Heard[]): void {
    const before = trust;
    trust = trustAfter(before, heard, calls.size, clock.monotonicMs());
    for (const one of heard) if (one === 'up' || one === 'down') line.note(one === 'up');
    if (isBroken(trust) && !isBroken(before)) line.note(false);
    // A trial that failed does not take the line down, or what is in doubt could not be settled: it is probed instead.
    else if (trust.failures > before.failures) line.probe();
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
    // A computer that slept since shows it in one of its clocks only, and where it was judged by day it may be night now.
    const hasSlept = time.now().kind === 'unsure';
    if (hasSlept || clock.monotonicMs() - claimedMs > longestGapMs) return { kind: 'not-called' };
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
    isOnTrial: onTrial,
    stop: async () => {
      isStopped = true;
      const cancel = clock.after(leaveWithinMs, () => leaving.abort());
      await Promise.all(calls);
      cancel();
      cancelTimer?.();
      // A round that cannot write one answer leaves the others to the next.
      for (let left = answers.length + 1; answers.length > 0 && answers.length < left; round()) left = answers.length;
      cancelTimer?.();
    },
  };
}

/** The database itself failed, a disk that cannot be read say: no text and no answer is to blame. */
function isTroubleOfStore(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && /^SQLITE_(?!CONSTRAINT)/.test(String(thrown.code));
}
