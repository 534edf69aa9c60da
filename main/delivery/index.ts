/**
 * The delivery room: what the carrier says. It reads the account's list of messages again and again, from the newest
 * back to what was read before, and makes statuses and replies ours, each once, however pages shift, repeat or come
 * late. It gives every text the status of the highest rank that was told, and hands replies, and texts whose fate was in
 * doubt, to the rooms that they belong to. It refuses messages of numbers that are not the campaign's.
 */
import type { EngineEvent } from '../../shared/contract/index.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Carrier, CarrierErrorCode } from '../carrier/index.ts';
import type { ReadToTheEnd } from '../outbox/index.ts';
import type { Reader } from '../store/index.ts';
import { createAsk, type ExchangeParts } from './exchange.ts';
import { createOpenTexts } from './open-texts.ts';
import { createOwnNumbers, type OwnNumbersParts } from './own-numbers.ts';
import { createSweeping, type Sweeping, type Swept } from './sweeping.ts';
import { createTaking, type Taken, type TakingParts } from './take-page.ts';
import { createWalking } from './walk.ts';

export { deliveryHandlers } from './calls.ts';
export type { Swept } from './sweeping.ts';

export interface Delivery extends Omit<Sweeping, 'sweepNow' | 'noteTaken'> {
  /** Reads the account to its end, by a reading that begins after this call. Rejects with what the store refuses. */
  sweepNow(): Promise<Result<Swept, AppError<CarrierErrorCode | 'carrier/not-set-up'>>>;
}

export interface DeliveryParts extends TakingParts, ExchangeParts, OwnNumbersParts {
  /** Null while no carrier is connected: there is nothing to read. */
  readonly carrier: Carrier | null;
  readonly announce: (event: EngineEvent) => void;
  /** When the first number of the account was added, by our clock; null while it has none. What is older is not ours. */
  readonly firstNumberAt: (reader: Reader, accountId: string) => number | null;
  /** A reading has come to the account's end. */
  readonly onRead: (reading: ReadToTheEnd) => void;
}

export function createDelivery(parts: DeliveryParts): Delivery {
  const { carrier } = parts;
  if (carrier === null) return withoutCarrier;
  const log = parts.log.child('delivery');
  const { announce } = parts;
  const ask = createAsk(parts);
  const taking = createTaking({ ...parts, log });
  const onTaken = (taken: Taken): void => {
    noteTaken(taken);
    const { messageIds } = taken;
    if (messageIds.length > 0) announce({ event: 'changed', room: 'delivery', ids: messageIds });
  };
  const { areKnown: areNumbersKnown } = createOwnNumbers({ ...parts, log });
  const shared = { ...parts, carrier, log, ask, take: taking.take, onTaken, areNumbersKnown };
  const walking = createWalking(shared);
  const openTexts = createOpenTexts(shared);
  const { noteTaken, ...sweeping } = createSweeping({
    clock: parts.clock,
    log,
    turn: async (signal) => {
      const ended = await walking.turn(signal);
      if (ended.kind === 'complete') {
        taking.forgetUnseen();
        await openTexts.turn(signal);
      }
      return ended;
    },
    onTrouble: () => announce({ event: 'changed', room: 'delivery' }),
  });
  return sweeping;
}

const withoutCarrier: Delivery = {
  start: () => {},
  stop: async () => {},
  sweepNow: async () => err(appError('carrier/not-set-up')),
  nudge: () => {},
  lastError: () => null,
};
