/**
 * What the carrier says of a message, in the words of Twilio's API. Reports come by callback, by polling and as answers,
 * late, repeated and in any order, so a status only ever moves up a fixed order of ranks: whoever has heard the same
 * reports, in whatever order, ends with the same status. `sent` may be the last word: not every network gives receipts.
 */

/**
 * Of what we send, from first to last. A message has one end, but should the carrier tell two, the one nearer to the
 * contact's eye counts, because whoever got a text must not get it again.
 */
const outbound = [
  /** It will be sent at a set time. The application never asks for that, but an account's list may show it. */
  'scheduled',
  /** Taken over; a number to send it from is being picked (messaging services). */
  'accepted',
  /** Taken over, waiting for its turn with its number. */
  'queued',
  /** On its way to the contact's network. */
  'sending',
  /** The contact's network has it. */
  'sent',
  /** Some of its recipients have it. Only seen on channels other than SMS. */
  'partially_delivered',
  /** Withdrawn at the carrier before it was sent. */
  'canceled',
  /** It could not be sent; a code says why. */
  'failed',
  /** It was sent and did not arrive; a code says why. */
  'undelivered',
  /** The phone has it. */
  'delivered',
  /** The contact has opened it, on channels that tell. */
  'read',
] as const;

/** Of what contacts send. */
const inbound = [
  /** On its way to us. */
  'receiving',
  /** Here. */
  'received',
] as const;

export const carrierStatuses = [...outbound, ...inbound] as const;
export type CarrierStatus = (typeof carrierStatuses)[number];

const ranks: ReadonlyMap<string, number> = new Map(
  [outbound, inbound].flatMap((life) => life.map((status, rank) => [status, rank] as const)),
);
const inboundStatuses: ReadonlySet<string> = new Set(inbound);
const terminal: ReadonlySet<CarrierStatus> = new Set<CarrierStatus>([
  'canceled',
  'failed',
  'undelivered',
  'delivered',
  'read',
  'received',
]);

/** The carrier's word, or null for one that is not known here: a newer API may have more, and they are only logged. */
export function parseCarrierStatus(word: string): CarrierStatus | null {
  return ranks.has(word) ? (word as CarrierStatus) : null;
}

/**
 * The status to keep after a report: the one of higher rank. `current` is null before the first report. A status of the
 * other direction says nothing about this message and changes nothing.
 */
export function advance(current: CarrierStatus | null, incoming: CarrierStatus): CarrierStatus {
  if (current === null) return incoming;
  if (inboundStatuses.has(current) !== inboundStatuses.has(incoming)) return current;
  return rankOf(incoming) > rankOf(current) ? incoming : current;
}

/** Whether the message's life has ended and the carrier need not be asked again. `delivered` may still become `read`. */
export function isTerminal(status: CarrierStatus): boolean {
  return terminal.has(status);
}

function rankOf(status: CarrierStatus): number {
  const rank = ranks.get(status);
  if (rank === undefined) throw new Error('a carrier status without a rank');
  return rank;
}
