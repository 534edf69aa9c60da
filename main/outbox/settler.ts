import type { Carrier, CarrierMessage } from '../carrier/index.ts';
import type { Cancel, Clock } from '../clock/index.ts';
import { createSparingLog, type Log } from '../log/index.ts';
import { findNumber } from '../numbers/index.ts';
import { type Store, StoreRefusal, type Tx } from '../store/index.ts';
import type { Changes, HandedOver } from './changes.ts';
import type { Line } from './line.ts';
import { findMessage, isKnownAtCarrier, listInDoubt, type Message, UnreadableMessage } from './queries.ts';
import { type Attempt, doubtDeadlineMs, isBefore, type Reading, type Settlement, settle } from './rules/settling.ts';
import type { CarrierTime } from './time.ts';

/**
 * Finds out what became of texts in doubt, by asking the carrier for its list of what went from our number to that
 * phone. Nothing is sent again before the list has proven twice, and late enough, that nobody has it.
 */
export interface Settler {
  add(messageId: number): void;
  start(): void;
  /** The line is up again, or time has passed. */
  wake(): void;
  stop(): Promise<void>;
}

interface Doubt {
  readonly messageId: number;
  /** Readings since this engine began to ask; those of an engine before it are made anew. */
  readonly readings: Reading[];
  /** When this engine learnt of the doubt, and when to read next: by the monotonic clock, since the wall clock may be set. */
  readonly sinceMs: number;
  dueMs: number;
}

export interface SettlerParts {
  readonly store: Store;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly log: Log;
  readonly time: CarrierTime;
  readonly line: Line;
  readonly changes: Changes;
  readonly onSettled: (tx: Tx, message: Message) => void;
  /** The carrier has a text that was in doubt: what became of it is worth reading soon. */
  readonly onFound: () => void;
}

const readingAtOnce = 3;
const pageSize = 50;
/** A list with more pages than this before our attempt is not read to its end, and proves nothing. */
const pagesAtMost = 20;
const listTimeoutMs = 15_000;
const afterFailureMs = 5_000;
/** A reading in the very millisecond of the attempt proves nothing, and asks for another at once. */
const leastWaitMs = 1_000;

export function createSettler(parts: SettlerParts): Settler {
  const { store, carrier, clock, log, time, line, changes } = parts;
  const sparing = createSparingLog({ log, clock });
  const doubts = new Map<number, Doubt>();
  const reading = new Map<number, Promise<void>>();
  const leaving = new AbortController();
  let cancelTimer: Cancel | null = null;

  function wake(): void {
    cancelTimer?.();
    cancelTimer = null;
    if (leaving.signal.aborted || line.state() !== 'up') return;
    const nowMs = clock.monotonicMs();
    const waiting = [...doubts.values()].filter(({ messageId }) => !reading.has(messageId));
    for (const doubt of waiting) {
      if (reading.size >= readingAtOnce) return; // The end of a reading wakes the next.
      if (doubt.dueMs <= nowMs) ask(doubt);
    }
    const nextMs = waiting.reduce(
      (soonest, { dueMs }) => (dueMs > nowMs ? Math.min(soonest, dueMs) : soonest),
      Number.POSITIVE_INFINITY,
    );
    if (Number.isFinite(nextMs)) cancelTimer = clock.after(nextMs - nowMs, wake);
  }

  function ask(doubt: Doubt): void {
    const { messageId } = doubt;
    const ended = readAndSettle(doubt)
      .catch((thrown: unknown) => {
        if (!(thrown instanceof StoreRefusal)) sparing.error('settling-failed', messageId, { messageId, thrown });
        // Asking again and again would not make it readable; the next start asks once more.
        if (thrown instanceof UnreadableMessage) doubts.delete(messageId);
        doubt.dueMs = clock.monotonicMs() + afterFailureMs;
      })
      .then(() => {
        reading.delete(messageId);
        wake();
      });
    reading.set(messageId, ended);
  }

  async function readAndSettle(doubt: Doubt): Promise<void> {
    const { messageId } = doubt;
    const message = store.look((reader) => findMessage(reader, messageId));
    if (message?.state !== 'uncertain') {
      doubts.delete(messageId);
      return;
    }
    const attempt = attemptOf(message);
    const taken = (await readList(attempt)) ?? unreadable(attempt);
    if (taken === null) {
      doubt.dueMs = clock.monotonicMs() + afterFailureMs;
      return;
    }
    doubt.readings.push(taken);
    const known = time.now();
    if (known.kind === 'unsure') {
      doubt.dueMs = clock.monotonicMs() + afterFailureMs;
      return;
    }
    // Whatever was under way had ended when this engine learnt of the doubt; with an engine before it, its calls have.
    // What a line that was down held back may still arrive for a while after it came up.
    const endedMs = Math.max(doubt.sinceMs, line.upSinceMs());
    const endedAt = known.at - (clock.monotonicMs() - endedMs);
    const settlement = store.write((tx) => conclude(tx, messageId, { ...attempt, endedAt }, doubt.readings, known.at));
    if (settlement.kind === 'read-again') {
      doubt.dueMs = clock.monotonicMs() + Math.max(settlement.notBeforeAt - known.at, leastWaitMs);
    } else doubts.delete(messageId);
  }

  /** A list that the carrier refuses to show for a day proves nothing, and a person is asked. */
  function unreadable({ lastAttemptAt }: Attempt): Reading | null {
    const known = time.now();
    const isLate = known.kind === 'sure' && line.state() === 'up' && known.at > lastAttemptAt + doubtDeadlineMs;
    return isLate ? { startedAt: known.at, complete: false, messages: [] } : null;
  }

  function attemptOf(message: Message): Attempt {
    const number = store.look((reader) => findNumber(reader, message.numberId));
    const { firstAttemptAt, lastAttemptAt, phone: toPhone, body } = message;
    if (number === undefined || firstAttemptAt === null || lastAttemptAt === null) {
      throw new Error('a text in doubt without its attempt');
    }
    return { fromPhone: number.phone, toPhone, body, firstAttemptAt, lastAttemptAt };
  }

  /** Reads newest first until messages are older than the attempt. Null when the carrier could not be asked. */
  async function readList(attempt: Attempt): Promise<Reading | null> {
    const begun = time.now();
    if (begun.kind === 'unsure' || !time.isMeasured()) {
      line.probe();
      return null;
    }
    const messages: CarrierMessage[] = [];
    const { fromPhone: from, toPhone: to } = attempt;
    let next: Parameters<Carrier['listMessages']>[0] | null = { from, to, pageSize };
    let isReadable = true;
    for (let page = 0; next !== null && page < pagesAtMost; page += 1) {
      const sent = time.facts();
      const options = { timeoutMs: listTimeoutMs, signal: leaving.signal };
      const answer: Awaited<ReturnType<Carrier['listMessages']>> = await carrier.listMessages(next, options);
      if (!answer.ok) {
        if (answer.error.code === 'carrier/unreachable') line.note(false);
        return null;
      }
      const { messages: found, unreadableCount, serverAt } = answer.value;
      if (serverAt !== undefined) time.hear({ serverAt, sent, received: time.facts() });
      messages.push(...found);
      isReadable &&= unreadableCount === 0;
      next = found.some((message) => isBefore(attempt, message)) ? null : answer.value.next;
    }
    return { startedAt: begun.at, complete: isReadable && next === null, messages };
  }

  function conclude(
    tx: Tx,
    messageId: number,
    attempt: Attempt,
    readings: readonly Reading[],
    at: number,
  ): Settlement | { readonly kind: 'settled-already' } {
    const message = findMessage(tx, messageId);
    if (message?.state !== 'uncertain') return { kind: 'settled-already' };
    const settlement = settle(attempt, readings, (carrierId) => isKnownAtCarrier(tx, carrierId), at);
    switch (settlement.kind) {
      case 'found':
        changes.handOver(tx, message, foundAs(settlement.message, at));
        tx.afterCommit(parts.onFound);
        break;
      case 'absent':
        changes.giveBack(tx, message, 'absent', 'absent');
        break;
      case 'ask-person':
        changes.askPerson(tx, message, 'unknown-too-long');
        break;
    }
    if (settlement.kind !== 'read-again') parts.onSettled(tx, message);
    return settlement;
  }

  function add(messageId: number): void {
    if (!doubts.has(messageId))
      doubts.set(messageId, { messageId, readings: [], sinceMs: clock.monotonicMs(), dueMs: clock.monotonicMs() });
  }

  return {
    add: (messageId) => {
      add(messageId);
      wake();
    },
    start: () => {
      for (const { messageId } of store.look((reader) => listInDoubt(reader, 'uncertain'))) add(messageId);
      wake();
    },
    wake,
    stop: async () => {
      leaving.abort();
      cancelTimer?.();
      await Promise.all(reading.values());
      cancelTimer?.();
    },
  };
}

/** A hand-over that the carrier's own record shows. */
export function foundAs({ carrierId }: CarrierMessage, at: number): HandedOver {
  return { carrierId, status: null, found: true, at };
}
