import type {
  Carrier,
  CarrierMessage,
  CarrierResult,
  CreateOutcome,
  MessagePage,
  MessageQuery,
  MessageRequest,
  NextPage,
  RefusalScope,
  SendingNumber,
} from '../../main/carrier/index.ts';
import type { Clock } from '../../main/clock/index.ts';
import { asE164 } from '../../shared/domain/phone.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';

/** What becomes of one call: what the caller is told, and whether the carrier keeps the text. */
export interface Deed {
  readonly outcome: CreateOutcome | 'accept';
  /** The text is in the carrier's book although the caller is told otherwise; listed from this much later on. */
  readonly keptAfterMs?: number;
  /** The carrier has done what it does, but the answer does not come before `release` is called or the caller leaves. */
  readonly held?: boolean;
}

/** What becomes of one listing: `unreadable` has an entry that could not be understood. */
export type ListDeed = 'answer' | 'unreadable' | 'faulty';

export interface ScriptedCarrier extends Carrier {
  /** The deeds of the next calls, one each; afterwards everything is accepted. */
  readonly script: Deed[];
  /** The same for the next listings by number and phone. */
  readonly listScript: ListDeed[];
  /** Every call that reached the carrier, in order. */
  readonly calls: MessageRequest[];
  /** Every call that found no way there. */
  readonly misses: MessageRequest[];
  /** What the carrier has, in order. */
  readonly kept: CarrierMessage[];
  /** The numbers that the account has; the seed's own at first. Null: the list of them cannot be had. */
  numbers: readonly SendingNumber[] | null;
  /** First pages of lists by number and phone. */
  readonly listings: MessageQuery[];
  /** How often somebody asked only whether the carrier is there. */
  probes(): number;
  /** Looked at within each call, before anything becomes of it. */
  onCall: (request: MessageRequest) => void;
  /** Lets the oldest held answer go. */
  release(): void;
  releaseAll(): void;
  /** While true, nothing reaches the carrier. */
  unreachable: boolean;
  /** While true, the carrier answers but does not tell its clock. */
  keepsTimeToItself: boolean;
  /** How far the carrier's clock is ahead of the test's, in milliseconds. */
  skewMs: number;
  /** Puts a message into the carrier's book as another program would. */
  put(message: Partial<CarrierMessage>): CarrierMessage;
  bodiesTo(phone: string): string[];
}

export const testAccountId = `AC${'0'.repeat(32)}`;
const lost = { kind: 'unknown', reason: 'connection-lost' } as const;
const withdrawn = { kind: 'unknown', reason: 'withdrawn' } as const;
/** The carrier took the text, and its answer was lost. */
export const lostAnswer: Deed = { outcome: lost, keptAfterMs: 0 };
/** The carrier never had the text, and nobody can tell. */
export const lostRequest: Deed = { outcome: lost };
/** The carrier took the text; its answer waits for `release`. */
export const heldAnswer: Deed = { outcome: 'accept', held: true };

export function refusal(code: number, scope: RefusalScope = 'message'): Deed {
  return { outcome: { kind: 'refused', code, httpStatus: 400, scope } };
}

export function turnedAway(reason: 'rate' | 'queue-full', retryAfterMs?: number): Deed {
  return { outcome: { kind: 'not-accepted', reason, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
}

export function sendingNumber(phone: string): SendingNumber {
  return {
    carrierId: `PN${phone.slice(1).padStart(32, '0')}`,
    phone: asE164(phone),
    label: '',
    canText: true,
    canSendMedia: true,
  };
}

/** A carrier port in this process that does what the test says, on the test's clock. */
export function scriptedCarrier(
  clock: Clock,
  changes: { readonly accountId?: string; readonly isLoopback?: boolean } = {},
): ScriptedCarrier {
  const listedFromAt = new Map<string, number>();
  const holding: (() => void)[] = [];
  let count = 0;
  let probes = 0;
  const unused = (): never => {
    throw new Error('the test did not expect this call');
  };
  /** By the carrier's own clock, which goes on evenly whatever is done to ours. */
  const nowMs = (): number => clock.nowMs() + carrier.skewMs;
  const now = (): number => Math.floor(nowMs() / 1_000) * 1_000;
  const clockTold = (): { serverAt?: number } => (carrier.keepsTimeToItself ? {} : { serverAt: now() });

  /** Gives whether the answer was let go; false when the caller left before. */
  function hold(signal: AbortSignal | undefined): Promise<boolean> {
    return new Promise((resolve) => {
      holding.push(() => resolve(true));
      signal?.addEventListener('abort', () => resolve(false), { once: true });
    });
  }

  function keep({ from, to, body }: MessageRequest, listedAfterMs: number): CarrierMessage {
    const message = carrier.put({ from, to, body });
    listedFromAt.set(message.carrierId, nowMs() + listedAfterMs);
    return message;
  }

  function listed({ from, to }: MessageQuery): CarrierMessage[] {
    return carrier.kept
      .filter(({ carrierId }) => (listedFromAt.get(carrierId) ?? 0) <= nowMs())
      .filter((message) => to === undefined || message.to === to)
      .filter((message) => from === undefined || message.from === from)
      .toReversed();
  }

  const carrier: ScriptedCarrier = {
    script: [],
    listScript: [],
    calls: [],
    misses: [],
    kept: [],
    listings: [],
    numbers: [sendingNumber('+12025550199')],
    probes: () => probes,
    onCall: () => {},
    unreachable: false,
    keepsTimeToItself: false,
    skewMs: 0,
    release: () => holding.shift()?.(),
    releaseAll: () => {
      for (const release of holding.splice(0)) release();
    },
    accountId: changes.accountId ?? testAccountId,
    isLoopback: changes.isLoopback ?? true,
    warmUp: async () => {},
    close: () => {},
    put: (message) => {
      count += 1;
      const made: CarrierMessage = {
        carrierId: `SM${String(count).padStart(32, '0')}`,
        direction: 'outbound',
        from: null,
        to: null,
        body: '',
        status: { known: true, name: 'queued' },
        segments: 1,
        mediaCount: 0,
        errorCode: null,
        createdAt: now(),
        sentAt: null,
        updatedAt: null,
        ...message,
      };
      carrier.kept.push(made);
      return made;
    },
    bodiesTo: (phone) => carrier.kept.filter(({ to }) => to === phone).map(({ body }) => body),

    createMessage: async (request, { signal }): Promise<CreateOutcome> => {
      if (carrier.unreachable) {
        carrier.misses.push(request);
        return { kind: 'not-accepted', reason: 'unreachable' };
      }
      carrier.calls.push(request);
      carrier.onCall(request);
      const deed = carrier.script.shift() ?? { outcome: 'accept' };
      const isKept = deed.outcome === 'accept' || deed.keptAfterMs !== undefined;
      const message = isKept ? keep(request, deed.keptAfterMs ?? 0) : null;
      if (deed.held && !(await hold(signal))) return withdrawn;
      if (deed.outcome !== 'accept') return { ...deed.outcome, ...(deed.outcome.kind !== 'unknown' && clockTold()) };
      if (message === null) throw new Error('accepted and not kept');
      const { carrierId, status } = message;
      return { kind: 'accepted', carrierId, status, segments: 1, ...clockTold() };
    },

    listMessages: async (from: MessageQuery | NextPage): Promise<CarrierResult<MessagePage>> => {
      if (carrier.unreachable) return err(appError('carrier/unreachable'));
      const isFirst = !('cursor' in from);
      const { offset, query } = isFirst
        ? { offset: 0, query: from }
        : (JSON.parse(from.cursor) as { offset: number; query: MessageQuery });
      if (query.to === undefined && query.pageSize === 1) {
        probes += 1;
        return ok({ messages: [], next: null, unreadableCount: 0, ...clockTold() });
      }
      if (isFirst && query.to !== undefined) carrier.listings.push(query);
      const deed = carrier.listScript.shift() ?? 'answer';
      if (deed === 'faulty') return err(appError('carrier/faulty'));
      const all = listed(query);
      const end = offset + query.pageSize;
      const next = end < all.length ? { cursor: JSON.stringify({ offset: end, query }) } : null;
      const unreadableCount = deed === 'unreadable' ? 1 : 0;
      return ok({ messages: all.slice(offset, end), next, unreadableCount, ...clockTold() });
    },

    checkAccount: unused,
    fetchMessage: unused,
    cancelMessage: unused,
    redactMessage: unused,
    listNumbers: async () =>
      carrier.unreachable || carrier.numbers === null
        ? err(appError('carrier/unreachable'))
        : ok({ numbers: carrier.numbers, next: null }),
    searchNumbers: unused,
    buyNumber: unused,
    releaseNumber: unused,
    lookUpPhone: unused,
  };
  return carrier;
}
