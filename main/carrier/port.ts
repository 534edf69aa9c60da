/**
 * What the rooms above ask of whoever carries our texts, in our words: hand over a message, say what became of it, list
 * what came in, look after the sending numbers. It gives outcomes and `Result`s, never the carrier's own objects, and
 * it never throws for anything that a network, an account or a carrier can do. It refuses to guess: what is uncertain
 * is called `unknown`, so that the outbox can ask before it texts anybody again.
 */
import type { CarrierStatus } from '../../shared/domain/carrier-status.ts';
import type { E164 } from '../../shared/domain/phone.ts';
import type { AppError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';

/** How long the caller waits, in milliseconds from the moment the carrier is asked, and how it takes its wish back. */
export interface CallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export type CarrierErrorCode =
  | 'carrier/wrong-credentials'
  | 'carrier/account-suspended'
  | 'carrier/no-numbers'
  | 'carrier/unreachable'
  | 'carrier/busy'
  | 'carrier/faulty'
  | 'carrier/refused'
  | 'carrier/forbidden-host';

/**
 * `carrier/busy` has the param `retryAfterMs` when the carrier named a time. `carrier/refused` is a certain no for a
 * reason that this port has no word for, with the params `code` (the carrier's own) and `httpStatus`; asking again is
 * answered the same. `carrier/faulty` is an answer that is neither a yes nor a no, with `httpStatus` and, when there was
 * one, `code`.
 */
export type CarrierResult<Value> = Result<Value, AppError<CarrierErrorCode>>;

/** How far a refusal reaches: only this message, everything from its sending number, or the whole account. */
export type RefusalScope = 'message' | 'number' | 'account';

export interface MessageRequest {
  /** Our sending number. */
  readonly from: E164;
  /** The contact's phone. */
  readonly to: E164;
  readonly body: string;
  /** After this many seconds the carrier drops what it could not deliver yet. Twilio takes 1 to 36,000. */
  readonly validitySeconds?: number;
  /** Where the carrier reports each new status. Without it, statuses are read by polling. */
  readonly statusCallbackUrl?: string;
}

/** Every answer of the carrier tells its clock (epoch ms, whole seconds), which is how ours is checked. */
export interface ServerTime {
  readonly serverAt?: number;
}

/** The carrier has the message. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly carrierId: string;
  readonly status: ReportedStatus;
  /** Missing while the carrier has not counted them. */
  readonly segments?: number;
}

/** The carrier said no, and will not send it. */
export interface Refused {
  readonly kind: 'refused';
  /** The carrier's own code; `carrier-errors.ts` says what it means. */
  readonly code: number;
  readonly httpStatus: number;
  readonly scope: RefusalScope;
}

/**
 * It is proven that the carrier does not have the message, so the same request may be made again. `rate`: the carrier
 * turned the request away unread. `queue-full`: the number's queue at the carrier has no room. `unreachable`: no
 * connection was opened within the timeout, so not one byte of the request left. `withdrawn`: the caller's signal came
 * before one was opened.
 */
export interface NotAccepted {
  readonly kind: 'not-accepted';
  readonly reason: 'rate' | 'queue-full' | 'unreachable' | 'withdrawn';
  /** The pause that the carrier asks for, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** The carrier may or may not have the message. Only its list of messages can tell. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: 'timeout' | 'withdrawn' | 'connection-lost' | 'carrier-fault' | 'unreadable-answer';
  readonly httpStatus?: number;
}

export type CreateOutcome = (Accepted | Refused | NotAccepted | Unknown) & ServerTime;

/** What the carrier says of a message. A word that this version does not know is kept, and never taken for one it knows. */
export type ReportedStatus =
  | { readonly known: true; readonly name: CarrierStatus }
  | { readonly known: false; readonly text: string };

export interface CarrierMessage {
  readonly carrierId: string;
  readonly direction: 'inbound' | 'outbound';
  /** Usually E.164, but a sender may be a short code or a name. Null while the carrier has not picked one. */
  readonly from: string | null;
  readonly to: string | null;
  /** Empty for a message that was redacted or has media only. */
  readonly body: string;
  readonly status: ReportedStatus;
  /** Null while the carrier has not counted them. */
  readonly segments: number | null;
  readonly mediaCount: number;
  /** Why it failed; `carrier-errors.ts` says what the code means. */
  readonly errorCode: number | null;
  readonly createdAt: number;
  /** For an inbound message, when the carrier got it. */
  readonly sentAt: number | null;
  readonly updatedAt: number | null;
}

export interface MessageQuery {
  readonly to?: E164;
  readonly from?: E164;
  /** Only messages sent at or after this instant (epoch ms, cut to the second). */
  readonly sentAfterAt?: number;
  /** 1 to 1,000. */
  readonly pageSize: number;
}

/** Where the next page begins. Opaque, may be stored, and is checked again before it is followed. */
export interface NextPage {
  readonly cursor: string;
}

/** Newest first. A list is complete only when `next` is null and no page had anything unreadable. */
export interface MessagePage extends ServerTime {
  readonly messages: readonly CarrierMessage[];
  readonly next: NextPage | null;
  /** Entries that could not be understood. While there are any, nothing is proven to be absent from the list. */
  readonly unreadableCount: number;
}

export interface SendingNumber {
  readonly carrierId: string;
  readonly phone: E164;
  readonly label: string;
  readonly canText: boolean;
  readonly canSendMedia: boolean;
}

export interface NumberPage {
  readonly numbers: readonly SendingNumber[];
  readonly next: NextPage | null;
}

export interface NumberSearch {
  /** Three digits, as in `202`. */
  readonly areaCode?: string;
  /** ISO 3166 code of the country; `US` when missing. */
  readonly country?: string;
  /** At most this many, 1 to 1,000. */
  readonly limit: number;
}

export interface AvailableNumber {
  readonly phone: E164;
  readonly locality: string | null;
  readonly region: string | null;
  readonly canText: boolean;
  readonly canSendMedia: boolean;
}

/** Buying costs money, so an uncertain purchase is `unknown` too: list the numbers before buying again. */
export type Purchase =
  | { readonly kind: 'bought'; readonly number: SendingNumber }
  | { readonly kind: 'not-available' }
  | Refused
  | Unknown;

export type LineType = 'mobile' | 'landline' | 'fixed-voip' | 'mobile-voip' | 'toll-free' | 'other' | 'unknown';

export interface PhoneFacts {
  /** The one that was asked about. */
  readonly phone: E164;
  /** False when no such number can exist. */
  readonly valid: boolean;
  /** `unknown` also when the carrier has no data for this country or number. */
  readonly lineType: LineType;
  readonly countryCode: string | null;
}

export interface AccountFacts extends ServerTime {
  /** Empty when the credentials may use the account but not read about it, as is usual for API keys. */
  readonly accountName: string;
  /** A trial account texts only to phones that its owner verified. Null when the credentials may not ask. */
  readonly trial: boolean | null;
  /** Those that can text, at least 1; an account without any is the error `carrier/no-numbers`. */
  readonly numberCount: number;
}

export interface Carrier {
  /** The carrier's name for the account. Not a secret: a row is handed over only to the account it was meant for. */
  readonly accountId: string;
  /** Whether everything goes to this machine. An engine without a keychain uses no other carrier. */
  readonly isLoopback: boolean;
  /** Loads what the first call needs, for a moment when the engine is idle. Without it, the first call takes longer. */
  warmUp(): Promise<void>;
  /** Closes idle connections. Calls under way are the caller's to end, by their signal. */
  close(): void;

  /** Asks once and never repeats by itself. */
  createMessage(request: MessageRequest, options: CallOptions): Promise<CreateOutcome>;
  /** A first page by query, or the page that a former one named. */
  listMessages(from: MessageQuery | NextPage, options: CallOptions): Promise<CarrierResult<MessagePage>>;
  /** Null when the carrier has no such message. */
  fetchMessage(carrierId: string, options: CallOptions): Promise<CarrierResult<CarrierMessage | null>>;
  /** Only a scheduled message can be cancelled; everything else is `too-late`. */
  cancelMessage(carrierId: string, options: CallOptions): Promise<CarrierResult<'cancelled' | 'too-late' | 'absent'>>;
  /** Empties the body at the carrier, which it allows only when the message has reached its end. */
  redactMessage(carrierId: string, options: CallOptions): Promise<CarrierResult<'redacted' | 'not-yet' | 'absent'>>;

  listNumbers(from: { readonly pageSize: number } | NextPage, options: CallOptions): Promise<CarrierResult<NumberPage>>;
  /** Empty when the area code has nothing to sell. */
  searchNumbers(search: NumberSearch, options: CallOptions): Promise<CarrierResult<readonly AvailableNumber[]>>;
  /** Buys exactly this number. Trouble with the account is an error; everything about the number is a `Purchase`. */
  buyNumber(phone: E164, options: CallOptions): Promise<CarrierResult<Purchase>>;
  /** Gives the number back for ever. `absent` when the account does not have it (any more). */
  releaseNumber(carrierId: string, options: CallOptions): Promise<CarrierResult<'released' | 'absent'>>;

  /** Asks what kind of line it is. Costs money at a real carrier. */
  lookUpPhone(phone: E164, options: CallOptions): Promise<CarrierResult<PhoneFacts>>;
  checkAccount(options: CallOptions): Promise<CarrierResult<AccountFacts>>;
}

/**
 * Reads a list page by page to its end. It stops after the first failure, which is the last thing it gives, so a loop
 * that saw no failure has seen the whole list.
 */
export async function* readMessages(
  carrier: Pick<Carrier, 'listMessages'>,
  query: MessageQuery,
  options: CallOptions,
): AsyncGenerator<CarrierResult<MessagePage>, void, void> {
  let from: MessageQuery | NextPage | null = query;
  while (from !== null) {
    const page: CarrierResult<MessagePage> = await carrier.listMessages(from, options);
    yield page;
    from = page.ok ? page.value.next : null;
  }
}
