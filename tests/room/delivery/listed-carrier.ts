import type { Carrier, CarrierErrorCode, CarrierMessage, NextPage } from '../../../main/carrier/index.ts';
import type { Clock } from '../../../main/clock/index.ts';
import type { AppError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { testAccountId } from '../../support/scripted-carrier.ts';

export interface ListedCarrier extends Carrier {
  /** What the carrier lists, newest first. */
  messages: CarrierMessage[];
  /** Shorter pages than asked for, as a carrier may give. */
  pageSize: number;
  /** The answers of the next listings, one each; null lists as usual. */
  readonly failures: (AppError<CarrierErrorCode> | null)[];
  unreadableCount: number;
  /** How many pages were listed; the names of those that were asked about one by one. */
  listings: number;
  readonly fetched: string[];
  /** Called before each page is given. */
  beforePage: () => void | Promise<void>;
}

/** A carrier that lists what the test says, on the test's clock. Pages are counted by offset, so that they shift. */
export function listedCarrier(clock: Clock): ListedCarrier {
  const unused = (): never => {
    throw new Error('the test did not expect this call');
  };
  const carrier: ListedCarrier = {
    messages: [],
    pageSize: 1_000,
    failures: [],
    unreadableCount: 0,
    listings: 0,
    fetched: [],
    beforePage: () => {},
    accountId: testAccountId,
    isLoopback: true,
    warmUp: async () => {},
    close: () => {},
    listMessages: async (from) => {
      carrier.listings += 1;
      await carrier.beforePage();
      const failure = carrier.failures.shift() ?? null;
      if (failure !== null) return err(failure);
      const offset = 'cursor' in from ? Number(from.cursor) : 0;
      const end = offset + Math.min(carrier.pageSize, 'cursor' in from ? 1_000 : from.pageSize);
      const next: NextPage | null = end < carrier.messages.length ? { cursor: String(end) } : null;
      const serverAt = Math.floor(clock.nowMs() / 1_000) * 1_000;
      const { unreadableCount } = carrier;
      return ok({ messages: carrier.messages.slice(offset, end), next, unreadableCount, serverAt });
    },
    fetchMessage: async (carrierId) => {
      carrier.fetched.push(carrierId);
      return ok(carrier.messages.find((message) => message.carrierId === carrierId) ?? null);
    },
    createMessage: unused,
    cancelMessage: unused,
    redactMessage: unused,
    listNumbers: unused,
    searchNumbers: unused,
    buyNumber: unused,
    releaseNumber: unused,
    lookUpPhone: unused,
    checkAccount: unused,
  };
  return carrier;
}

let lastId = 0;

/** A message as the carrier tells it; what the test does not say is ordinary. */
export function carrierMessage(facts: Partial<CarrierMessage> = {}): CarrierMessage {
  lastId += 1;
  const createdAt = facts.createdAt ?? Date.UTC(2026, 2, 2, 15);
  return {
    carrierId: `SM${String(lastId).padStart(32, '0')}`,
    direction: 'inbound',
    from: '+12025550123',
    to: '+12025550199',
    body: 'Yes',
    status: { known: true, name: facts.direction === 'outbound' ? 'sent' : 'received' },
    segments: 1,
    mediaCount: 0,
    errorCode: null,
    createdAt,
    sentAt: createdAt,
    updatedAt: createdAt,
    ...facts,
  };
}
