import type { AppError } from '../../shared/errors.ts';
import type { Carrier, CarrierErrorCode, CarrierResult, MessagePage, NextPage } from '../carrier/index.ts';
import type { Clock } from '../clock/index.ts';
import { createSparingLog, type Log } from '../log/index.ts';
import type { ReadToTheEnd } from '../outbox/index.ts';
import type { Reader, Store } from '../store/index.ts';
import type { Ask } from './exchange.ts';
import { firstEntryAt, readToAt, saveReadTo } from './queries.ts';
import { firstMarginMs, overlapMs, unreadableHoldMs } from './rules.ts';
import type { Take, Taken } from './take-page.ts';

/**
 * How a turn of reading ended: all was read, there is a rest for the next turn, there is nothing to read, or it failed.
 * `beginsHere`: the reading began with this turn; else the turn took up what an earlier one had begun.
 */
export type Turn =
  | { readonly kind: 'complete' | 'unfinished' | 'no-numbers'; readonly beginsHere: boolean }
  | { readonly kind: 'failed'; readonly error: AppError<CarrierErrorCode> };

export interface WalkParts {
  readonly store: Store;
  readonly carrier: Pick<Carrier, 'accountId' | 'listMessages'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly ask: Ask;
  readonly take: Take;
  readonly onTaken: (taken: Taken) => void;
  /** A reading has come to its end. */
  readonly onRead: (reading: ReadToTheEnd) => void;
  /** When the first number of the account was added, by our clock; null while it has none. */
  readonly firstNumberAt: (reader: Reader, accountId: string) => number | null;
  /** Whether all numbers of the campaign are known; asked before each reading. */
  readonly areNumbersKnown: () => Promise<boolean>;
}

/** A reading of the account's list under way, from the newest message back to what was read before. */
interface Walk extends Pick<ReadToTheEnd, 'begunMs' | 'begunAt'> {
  /** Else messages of numbers that are not known here yet are passed over, and none of it counts as read. */
  readonly areNumbersKnown: boolean;
  /** Null before the first page. */
  next: NextPage | null;
  /** It is complete at the first page that reaches back to this, by the carrier's clock. */
  readonly backToAt: number;
  /** The newest message at its beginning; null while there was none. */
  newestAt: number | null;
  unreadable: number;
}

const pageSize = 1_000;
const pagesPerTurn = 20;

/**
 * Reads the account's list. There is no filter by date, because a text that waits at the carrier has none yet; it stops
 * by when messages were created. What counts as read only moves when a walk came to its end and could be read.
 */
export function createWalking(parts: WalkParts): { turn(signal: AbortSignal): Promise<Turn> } {
  const { store, carrier, clock, log } = parts;
  const sparing = createSparingLog({ log, clock });
  let walk: Walk | null = null;

  function beginning(): Pick<ReadToTheEnd, 'begunMs' | 'begunAt'> {
    return { begunMs: clock.monotonicMs(), begunAt: clock.nowMs() };
  }

  function begin(areNumbersKnown: boolean): Walk | null {
    const backToAt = store.look((reader) => {
      const readTo = readToAt(reader, carrier.accountId);
      if (readTo !== null) return readTo - overlapMs;
      const firstAt = parts.firstNumberAt(reader, carrier.accountId);
      if (firstAt === null) return null;
      // A restored store has just learnt of numbers that it may have had for long.
      const knownAt = store.incarnation() === 'same' ? firstAt : Math.min(firstAt, firstEntryAt(reader) ?? firstAt);
      return knownAt - firstMarginMs;
    });
    return backToAt === null
      ? null
      : { ...beginning(), areNumbersKnown, next: null, backToAt, newestAt: null, unreadable: 0 };
  }

  /** Gives whether the walk is complete. */
  async function takePage(current: Walk, page: MessagePage): Promise<boolean> {
    const createdAt = page.messages.map((message) => message.createdAt);
    if (current.next === null && createdAt.length > 0) {
      // No message can be from the carrier's own future; one that says so must not keep us from reading what comes.
      current.newestAt = Math.min(Math.max(...createdAt), page.serverAt ?? Number.POSITIVE_INFINITY);
    }
    const taken = await parts.take(page.messages);
    parts.onTaken(taken);
    current.unreadable += page.unreadableCount + taken.failed;
    current.next = page.next;
    return page.next === null || (createdAt.at(-1) ?? Number.POSITIVE_INFINITY) < current.backToAt;
  }

  function end({ newestAt, unreadable, areNumbersKnown }: Walk): void {
    if (unreadable > 0) sparing.warn('unreadable-messages', unreadable, { unreadable });
    if (newestAt === null || !areNumbersKnown) return;
    const to = unreadable === 0 ? newestAt : newestAt - unreadableHoldMs;
    const { accountId } = carrier;
    if (to <= (store.look((reader) => readToAt(reader, accountId)) ?? Number.NEGATIVE_INFINITY)) return;
    store.write((tx) => saveReadTo(tx, accountId, to, clock.nowMs()));
  }

  return {
    turn: async (signal) => {
      const beginsHere = walk === null;
      walk ??= begin(await parts.areNumbersKnown());
      if (walk === null) {
        // Nobody can have written to us.
        parts.onRead({ ...beginning(), isComplete: false });
        return { kind: 'no-numbers', beginsHere };
      }
      for (let pages = 0; pages < pagesPerTurn; pages += 1) {
        const from = walk.next ?? { pageSize };
        const page: CarrierResult<MessagePage> = await parts.ask(signal, (options) =>
          carrier.listMessages(from, options),
        );
        if (!page.ok) {
          // A cursor may have become too old to be followed; without a connection nobody knows.
          if (page.error.code !== 'carrier/unreachable' && page.error.code !== 'carrier/busy') walk = null;
          return { kind: 'failed', error: page.error };
        }
        if (await takePage(walk, page.value)) {
          end(walk);
          const { begunMs, begunAt, unreadable, areNumbersKnown } = walk;
          walk = null;
          parts.onRead({ begunMs, begunAt, isComplete: unreadable === 0 && areNumbersKnown });
          return { kind: 'complete', beginsHere };
        }
      }
      return { kind: 'unfinished', beginsHere };
    },
  };
}
