import { type Action, findAction } from '../actions/index.ts';
import { findContact, readPhone } from '../contacts/index.ts';
import { findNumber, type OwnNumber } from '../numbers/index.ts';
import type { Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import { type Clearing, remembered } from './clear-away.ts';
import type { FlowOfGroups, Groups } from './groups.ts';
import { type Hours, type HoursKeeper, openingMarginMs } from './hours.ts';
import type { Pacing } from './pacing.ts';
import { findHead, type Group, hasRows, type Message, UnreadableMessage } from './queries.ts';
import type { Turns } from './rules/fairness.ts';
import { judge, judgeHours } from './rules/safeguards.ts';

/** A text that is committed as `sending` and now has to be handed to the carrier. */
export interface Claimed {
  readonly message: Message;
  readonly number: OwnNumber;
  /** After this the carrier must drop it, in seconds. */
  readonly validitySeconds: number;
}

export interface Claims {
  readonly claimed: readonly Claimed[];
  /** When there may be more to claim (epoch ms); null while only something else can bring it about. */
  readonly againAt: number | null;
  /** There is more to look at now: this transaction only had no room for it. */
  readonly more: boolean;
}

export interface ClaimParts {
  readonly clearing: Clearing;
  readonly groups: Groups;
  readonly turns: Turns;
  readonly pacing: Pacing;
  readonly hours: HoursKeeper;
  readonly changes: Changes;
}

export interface Claiming {
  claim(tx: Tx, room: number, at: number): Claims;
  /** Claims nothing: only withdraws what is left of actions that have ended. */
  clear(tx: Tx, at: number): Claims;
  /**
   * `claim` or `clear` threw, and what it had written is rolled back. Gives the text that it was looking at, which the next
   * of them puts aside so that the others go on; null when it was none, or one that could not be put aside.
   */
  passOver(thrown: unknown): number | null;
}

const putAsideOnly: Claims = { claimed: [], againAt: null, more: true };

/** How many rows one transaction judges at most, so that nobody's Enter waits for it. */
export const judgedAtMost = 40;

/**
 * Takes the next texts that limiter and hours allow, replies before first texts, in turn over actions and texters, and
 * judges each by every safeguard again, because hours may have passed since Enter. What cannot leave any more is put
 * where it belongs on the way: withdrawn with its action, blocked, held back, or left to a person.
 */
export function createClaims(parts: ClaimParts): Claiming {
  const { changes, groups, turns, pacing, hours: keeper } = parts;
  /**
   * The oldest row of each group when it was last looked at; what follows it is newer. So most groups of a flow need not
   * be asked for their oldest one. A row that was held back and is older loses nothing but its place in the flow.
   */
  const since = new WeakMap<Group, number>();
  const sinceOf = (group: Group): number => since.get(group) ?? 0;
  const leavesHours = leavingKeeper();
  let lookingAt: Message | null = null;
  /** What the next claim puts aside. A row that cannot even be read is known by its id alone, and never will be sent. */
  const passedOver = new Map<number, 'unjudged' | 'unreadable'>();

  /** Gives whether there was anything. Then that is all that is done, so that another bad row does not undo it. */
  function putAside(tx: Tx, at: number): boolean {
    if (passedOver.size === 0) return false;
    for (const [messageId, why] of passedOver) {
      if (why === 'unreadable') changes.block(tx, { messageId, state: 'queued' }, why);
      else changes.holdBack(tx, { messageId }, at + passedOverMs, null);
    }
    tx.afterCommit(() => passedOver.clear());
    return true;
  }

  function clear(tx: Tx, at: number): Claims {
    lookingAt = null;
    if (putAside(tx, at)) return putAsideOnly;
    const more = parts.clearing.withdrawEnded(tx, judgedAtMost) >= judgedAtMost;
    return { claimed: [], againAt: null, more };
  }

  function claim(tx: Tx, room: number, at: number): Claims {
    lookingAt = null;
    if (putAside(tx, at)) return putAsideOnly;
    const hours = keeper.at(tx, at - openingMarginMs);
    const claimed: Claimed[] = [];
    const look = { judged: 0, againAt: null as number | null };
    const lookAgainAt = (when: number | null): void => {
      if (when !== null) look.againAt = Math.min(look.againAt ?? when, when);
    };

    const actionOf = remembered((actionId: number) => findAction(tx, actionId));
    const numberOf = remembered((numberId: number) => findNumber(tx, numberId));
    const readyOf = (): ((number: OwnNumber) => { readonly at: number | null }) =>
      remembered((number: OwnNumber) => ({ at: pacing.readyAt(tx, number, at) }));
    let readiness = readyOf();

    /** The next text of one flow, or null when none of it may leave now. */
    function takeFrom(flow: FlowOfGroups): Claimed | null {
      while (look.judged < judgedAtMost) {
        const head = headOf(flow);
        if (head === null) return null;
        look.judged += 1;
        lookingAt = head.message;
        const taken = judgeAgain(tx, parts, { hours, action: actionOf(flow.actionId) }, head, at);
        lookingAt = null;
        if (taken !== null) return taken;
      }
      return null;
    }

    /** The oldest row of the flow whose number and zone set are open now. */
    function headOf(flow: FlowOfGroups): { message: Message; number: OwnNumber } | null {
      let oldest: { message: Message; number: OwnNumber } | null = null;
      if (actionOf(flow.actionId)?.state === 'paused') return null;
      const open = [...flow.groups].filter(
        ({ zoneSetId }) => hours.isOpen(zoneSetId) && leavesHours(hours, zoneSetId, at),
      );
      for (const group of open.sort((one, other) => sinceOf(one) - sinceOf(other))) {
        // All that are left begin with a newer one.
        if (oldest !== null && sinceOf(group) > oldest.message.messageId) break;
        const number = numberOf(group.numberId);
        if (number === undefined) throw new Error('a queued text without its number');
        const { at: readyAt } = readiness(number);
        if (readyAt === null || readyAt > at) {
          lookAgainAt(readyAt);
          continue;
        }
        const message = findHead(tx, group, at);
        if (message === undefined) {
          if (!hasRows(tx, group)) groups.removeIn(tx, group);
          continue;
        }
        since.set(group, message.messageId);
        if (oldest === null || message.messageId < oldest.message.messageId) oldest = { message, number };
      }
      return oldest;
    }

    look.judged += parts.clearing.clear(tx, judgedAtMost);
    for (const kind of ['follow-up', 'initial'] as const) {
      let found = true;
      while (found && claimed.length < room && look.judged < judgedAtMost) {
        found = false;
        for (const flow of turns.inTurn(groups.flows(kind))) {
          const taken = claimed.length < room ? takeFrom(flow) : null;
          if (taken === null) continue;
          turns.charge(flow, taken.message.segments);
          pacing.spend(tx, taken.number, taken.message.segments, at);
          readiness = readyOf();
          claimed.push(taken);
          found = true;
          break;
        }
      }
    }
    return { claimed, againAt: look.againAt, more: look.judged >= judgedAtMost };
  }

  return {
    claim,
    clear,
    passOver: (thrown) => {
      const unreadable = thrown instanceof UnreadableMessage ? thrown : null;
      const messageId = (unreadable ?? lookingAt)?.messageId;
      if (messageId === undefined || passedOver.has(messageId)) return null;
      passedOver.set(messageId, unreadable === null ? 'unjudged' : 'unreadable');
      return messageId;
    },
  };
}

/** Of a zone set that is open now: whether what leaves now can still be delivered today. Looked at once a second. */
function leavingKeeper(): (hours: Hours, zoneSetId: number, at: number) => boolean {
  let known: { readonly hours: Hours; readonly second: number; readonly of: (zoneSetId: number) => boolean } | null =
    null;
  return (hours, zoneSetId, at) => {
    const second = Math.floor(at / 1_000);
    if (known?.hours !== hours || known.second !== second) {
      const of = remembered(
        (id: number) => judgeHours({ window: hours.window, zones: hours.zonesOf(id), at }).kind === 'go',
      );
      known = { hours, second, of };
    }
    return known.of(zoneSetId);
  };
}

function judgeAgain(
  tx: Tx,
  { changes, groups }: ClaimParts,
  { hours, action }: { readonly hours: Hours; readonly action: Action | undefined },
  { message, number }: { message: Message; number: OwnNumber },
  at: number,
): Claimed | null {
  const { kind, phone, queuedAt } = message;
  const contact = findContact(tx, message.contactId);
  if (action === undefined || contact === undefined) throw new Error('a text without its action or contact');
  if (contact.zoneSetId !== message.zoneSetId) {
    // What is known of where the contact lives has changed since: it waits in the right place.
    changes.moveZone(tx, message, contact.zoneSetId);
    groups.addIn(tx, { ...message, zoneSetId: contact.zoneSetId });
    return null;
  }
  const judged = judge({
    kind,
    actionState: action.state,
    phone: readPhone(tx, phone),
    window: hours.window,
    zones: hours.zonesOf(message.zoneSetId),
    lockMinutes: hours.lockMinutes,
    queuedAt,
    at,
  });
  switch (judged.kind) {
    case 'go': {
      const now = changes.claim(tx, message, at);
      if (now === null) throw new Error('a queued text that cannot be claimed');
      return { message: now, number, validitySeconds: judged.validitySeconds };
    }
    case 'wait':
      changes.holdBack(tx, message, judged.untilAt ?? at + heldBackMs, judged.reason);
      return null;
    case 'stop':
      if (judged.reason === 'action-ended') changes.withdraw(tx, message, 'action-ended', null);
      else changes.block(tx, message, judged.reason);
      return null;
    case 'ask-person':
      changes.askPerson(tx, message, judged.reason);
      return null;
  }
}

/** When a text waits for something that has no time of its own, it is looked at again after this, in milliseconds. */
const heldBackMs = 60_000;
/** When a text that could not be judged at all is looked at again, in milliseconds. */
const passedOverMs = 10 * 60_000;
