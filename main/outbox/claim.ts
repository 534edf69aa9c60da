import { findAction } from '../actions/index.ts';
import { findContact, readPhone } from '../contacts/index.ts';
import { findNumber, type OwnNumber } from '../numbers/index.ts';
import type { Tx } from '../store/index.ts';
import type { Changes } from './changes.ts';
import { type Clearing, remembered } from './clear-away.ts';
import type { FlowOfGroups, Groups } from './groups.ts';
import { type Hours, type HoursKeeper, openingMarginMs } from './hours.ts';
import type { Pacing } from './pacing.ts';
import { findHead, findMessage, type Group, hasRows, type Message } from './queries.ts';
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

/** How many rows one transaction judges at most, so that nobody's Enter waits for it. */
export const judgedAtMost = 40;

/**
 * Takes the next texts that limiter and hours allow, replies before first texts, in turn over actions and texters, and
 * judges each by every safeguard again, because hours may have passed since Enter. What cannot leave any more is put
 * where it belongs on the way: withdrawn with its action, blocked, held back, or left to a person.
 */
export function createClaims(parts: ClaimParts): (tx: Tx, room: number, at: number) => Claims {
  const { groups, turns, pacing, hours: keeper } = parts;
  /**
   * The oldest row of each group when it was last looked at; what follows it is newer. So most groups of a flow need not
   * be asked for their oldest one. A row that was held back and is older loses nothing but its place in the flow.
   */
  const since = new WeakMap<Group, number>();
  const sinceOf = (group: Group): number => since.get(group) ?? 0;

  return (tx, room, at) => {
    const hours = keeper.at(tx, at - openingMarginMs);
    const claimed: Claimed[] = [];
    const look = { judged: 0, againAt: null as number | null };
    const lookAgainAt = (when: number | null): void => {
      if (when !== null) look.againAt = Math.min(look.againAt ?? when, when);
    };

    const actionOf = remembered((actionId: number) => findAction(tx, actionId));
    const numberOf = remembered((numberId: number) => findNumber(tx, numberId));
    /** Of a zone set that is open now: whether what leaves now can still be delivered today. */
    const leavesHours = remembered((zoneSetId: number) => {
      const judged = judgeHours({ window: hours.window, zones: hours.zonesOf(zoneSetId), at });
      return judged.kind === 'go';
    });
    const readyOf = (): ((number: OwnNumber) => { readonly at: number | null }) =>
      remembered((number: OwnNumber) => ({ at: pacing.readyAt(tx, number, at) }));
    let readiness = readyOf();

    /** The next text of one flow, or null when none of it may leave now. */
    function takeFrom(flow: FlowOfGroups): Claimed | null {
      while (look.judged < judgedAtMost) {
        const head = headOf(flow);
        if (head === null) return null;
        look.judged += 1;
        const taken = judgeAgain(tx, parts, hours, head, at);
        if (taken !== null) return taken;
      }
      return null;
    }

    /** The oldest row of the flow whose number and zone set are open now. */
    function headOf(flow: FlowOfGroups): { message: Message; number: OwnNumber } | null {
      let oldest: { message: Message; number: OwnNumber } | null = null;
      if (actionOf(flow.actionId)?.state === 'paused') return null;
      const open = [...flow.groups].filter(({ zoneSetId }) => hours.isOpen(zoneSetId) && leavesHours(zoneSetId));
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
  };
}

function judgeAgain(
  tx: Tx,
  { changes, groups }: ClaimParts,
  hours: Hours,
  { message, number }: { message: Message; number: OwnNumber },
  at: number,
): Claimed | null {
  const { kind, phone, queuedAt } = message;
  const action = findAction(tx, message.actionId);
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
      if (!changes.claim(tx, message, at)) throw new Error('a queued text that cannot be claimed');
      const now = findMessage(tx, message.messageId);
      if (now === undefined) throw new Error('a text that was claimed and is gone');
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
