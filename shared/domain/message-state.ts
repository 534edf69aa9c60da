/**
 * The life of an outbound message in our own hands. One table says what may happen in each state and where it leads;
 * everything that changes a message's state asks `move` and writes nothing when the answer is null. What the carrier
 * does with a message after it has taken it is not told here but by its `status` (see `carrier-status.ts`): two columns,
 * two owners. Two rules made the table. Texting somebody twice is worse than texting late, so a message in doubt goes
 * back into the queue only with proof that nobody has it. And no text is lost: each state has a way out or is an end
 * that was told to somebody.
 */

/** In the order of a life. */
export const messageStates = [
  /** Decided by a person and committed. It waits its turn, and perhaps for more (`WaitReason`). */
  'queued',
  /** Committed just before the carrier is called: should the program die now, the carrier may have the message. */
  'sending',
  /** The call was made and no answer understood (timeout, reset, 5xx, crash): the carrier may have the message. */
  'uncertain',
  /** The carrier has it and gave it an id. From here on the carrier's `status` tells. */
  'handed-over',
  /** The carrier said no at once, with a code. It never had the message. */
  'refused',
  /** Stopped by a safeguard that time does not mend: opted out, landline, blocked number, duplicate. */
  'blocked',
  /** Too old, its sending number gone, or unknown for too long: only a person may decide. */
  'needs-person',
  /** Withdrawn before it left. */
  'cancelled',
] as const;
export type MessageState = (typeof messageStates)[number];

export const messageEvents = [
  /** The dispatcher takes it: limiter, hours and every safeguard allow it at this moment. */
  'claimed',
  /** The carrier's answer to our call: it has the message, and this is its id. */
  'accepted',
  /** The carrier's answer to our call: no, with a code that the same message would get again. */
  'refused',
  /** The call brought proof that nothing was taken: 429, a full queue, a connection that was never opened. */
  'not-accepted-proven',
  /** The call brought neither a yes nor a no, or the program that made it is gone. */
  'unknown',
  /** The carrier shows that it has the message, in a callback with our id or in its list, whatever we thought. */
  'found',
  /** Two complete readings of the carrier's list, late enough after the attempt, do not have it. */
  'absence-proven',
  /** It has waited, or been in doubt, for longer than a text may be late without somebody deciding so. */
  'deadline-passed',
  /** The number that it was to be sent from is no longer ours. */
  'number-lost',
  /** A safeguard that time does not mend said no when it was judged again. */
  'safeguard-stopped',
  /** A person, an opt-out or the end of its action takes it back. */
  'withdrawn',
  /** A person decided that it shall be sent after all. */
  'requeued-by-person',
] as const;
export type MessageEvent = (typeof messageEvents)[number];

/**
 * `found` leads out of every state in which an earlier attempt can have been in doubt, even out of ends: a person may
 * give up or repeat a message that the carrier turns out to have, and the record must say that the contact was texted.
 */
const moves: Readonly<Record<MessageState, Readonly<Partial<Record<MessageEvent, MessageState>>>>> = {
  queued: {
    claimed: 'sending',
    found: 'handed-over',
    'deadline-passed': 'needs-person',
    'number-lost': 'needs-person',
    'safeguard-stopped': 'blocked',
    withdrawn: 'cancelled',
  },
  sending: {
    accepted: 'handed-over',
    found: 'handed-over',
    refused: 'refused',
    'not-accepted-proven': 'queued',
    unknown: 'uncertain',
  },
  uncertain: {
    found: 'handed-over',
    'absence-proven': 'queued',
    'deadline-passed': 'needs-person',
  },
  'handed-over': {},
  refused: {},
  blocked: { found: 'handed-over' },
  'needs-person': {
    found: 'handed-over',
    'requeued-by-person': 'queued',
    withdrawn: 'cancelled',
  },
  cancelled: { found: 'handed-over' },
};

/** The state after the event, or null when the event cannot or must not change a message in this state. */
export function move(state: MessageState, event: MessageEvent): MessageState | null {
  return moves[state][event] ?? null;
}

/** `live`: it may still leave, by itself or by a person's word. `in-doubt`: it may have left. `final`: neither. */
export type MessageStanding = 'live' | 'in-doubt' | 'final';

const standings: Readonly<Record<MessageState, MessageStanding>> = {
  queued: 'live',
  sending: 'in-doubt',
  uncertain: 'in-doubt',
  'handed-over': 'final',
  refused: 'final',
  blocked: 'final',
  'needs-person': 'live',
  cancelled: 'final',
};

/** At most one message per phone is in doubt at a time, or the carrier's list could not tell which one it shows. */
export function standingOf(state: MessageState): MessageStanding {
  return standings[state];
}

/** Why a queued message is not being sent. Each is mended by time or by somebody's act, and none is a failure. */
export const waitReasons = [
  /** It is outside the texting hours where the contact lives, or may live (A1). */
  'hours',
  /** Another first text went to the contact within the lock's time (A6). */
  'lock',
  /** An admin has paused the action, or the carrier has asked the account or the number to wait. */
  'pause',
  /** The number or the account has sent as much as it may for the moment (G3). */
  'limit',
  /** There is no way to the carrier (G4). */
  'offline',
] as const;
export type WaitReason = (typeof waitReasons)[number];
