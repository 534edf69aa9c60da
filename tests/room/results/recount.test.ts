import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageStates } from '../../../shared/domain/message-state.ts';
import { openWorld, type TextMade, type World } from './world.ts';

/** By what the table of the carrier's codes says, and by what is said of codes that are not in it. */
const bucketByCode = new Map<number | null, string | null>([
  [null, 'twilio'],
  [21610, 'safeguard'],
  [30003, 'twilio'],
  [30007, 'carrier-filtering'],
  [30008, 'twilio'],
  [20429, null],
  [99_999, 'twilio'],
]);

const anyText = (kind: 'initial' | 'follow-up') =>
  fc.record({
    kind: fc.constant(kind),
    state: fc.constantFrom(...messageStates),
    status: fc.constantFrom(null, 'queued', 'sent', 'delivered', 'read', 'failed', 'undelivered', 'canceled'),
    reason: fc.constantFrom('opted-out', 'blocked', 'unreachable', 'action-ended'),
    code: fc.constantFrom(...bucketByCode.keys()),
    minute: fc.integer({ min: 0, max: 9 }),
  });

/** At most one text to a phone is in doubt, so the further ones are not. */
const anyFollowUp = anyText('follow-up').filter(({ state }) => state !== 'sending' && state !== 'uncertain');

const anyContact = fc.record({
  assignment: fc.constantFrom(
    { state: 'unassigned' },
    { state: 'claimed' },
    { state: 'texted' },
    { state: 'left-out', reason: 'opted-out' },
    { state: 'left-out', reason: 'unreachable' },
  ),
  initial: fc.option(anyText('initial')),
  followUps: fc.array(anyFollowUp, { maxLength: 3 }),
  replyMinutes: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
  optOut: fc.constantFrom(null, null, 'words', 'carrier', 'texter', 'list'),
});
type AnyContact = typeof anyContact extends fc.Arbitrary<infer Value> ? Value : never;

function textsOf({ initial, followUps }: AnyContact) {
  return initial === null ? followUps : [initial, ...followUps];
}

function build(world: World, contacts: readonly AnyContact[]): number {
  const actionId = world.addAction();
  for (const contact of contacts) {
    const contactId = world.addContact(actionId, {}, contact.assignment);
    for (const { code, ...text } of textsOf(contact)) {
      const made: TextMade = text.state === 'refused' ? { ...text, refusalCode: code } : { ...text, errorCode: code };
      world.addText(actionId, contactId, made);
    }
    for (const minute of contact.replyMinutes) world.addReply(actionId, contactId, 'Yes', minute);
    if (contact.optOut !== null) world.optOut(contactId, contact.optOut);
  }
  return actionId;
}

/** Where a contact stands with the first text: by that where there is one, else by the desk. */
function placeOf({ initial, assignment }: AnyContact) {
  if (initial === null) {
    if (assignment.state === 'left-out') return 'stopped';
    return assignment.state === 'claimed' ? 'claimed' : 'unassigned';
  }
  if (initial.state === 'handed-over') return 'sent';
  if (initial.state === 'refused') return 'refused';
  if (initial.state === 'blocked') return 'stopped';
  if (initial.state === 'cancelled') return initial.reason === 'action-ended' ? 'withdrawn' : 'stopped';
  return 'waiting';
}

/** Counts one by one what the room counts in SQL, and what the room does not tell. */
function recount(contacts: readonly AnyContact[]) {
  const safeguards: Record<string, number> = {};
  const stop = (reason: string): void => {
    safeguards[reason] = (safeguards[reason] ?? 0) + 1;
  };
  const counted = {
    contacts: 0,
    progress: { sent: 0, waiting: 0, withdrawn: 0, stopped: 0, refused: 0, claimed: 0, unassigned: 0 },
    initialMessages: 0,
    replied: 0,
    followUps: 0,
    optOuts: { inWords: 0, byHand: 0 },
    needsAttention: 0,
    delivered: 0,
    carrierErrors: 0,
    carrierFiltering: 0,
    waiting: 0,
    withdrawn: 0,
  };
  const untold = { refused: 0, stopped: 0 };

  /** Gives whether the carrier was called. */
  function countText(text: ReturnType<typeof textsOf>[number]): boolean {
    const failed = (): void => {
      const bucket = bucketByCode.get(text.code);
      if (bucket === 'twilio') counted.carrierErrors += 1;
      if (bucket === 'carrier-filtering') counted.carrierFiltering += 1;
      if (bucket === 'safeguard') stop(`carrier-${text.code}`);
    };
    switch (text.state) {
      case 'handed-over':
        if (text.kind === 'initial') counted.initialMessages += 1;
        else counted.followUps += 1;
        if (text.status === 'delivered' || text.status === 'read') counted.delivered += 1;
        if (text.status === 'failed' || text.status === 'undelivered' || text.status === 'canceled') failed();
        return true;
      case 'refused':
        untold.refused += 1;
        failed();
        return true;
      case 'cancelled':
        if (text.reason === 'action-ended') {
          counted.withdrawn += 1;
          return false;
        }
        untold.stopped += 1;
        stop(text.reason);
        return false;
      case 'blocked':
        untold.stopped += 1;
        stop(text.reason);
        return false;
      default:
        counted.waiting += 1;
        return text.state === 'sending' || text.state === 'uncertain';
    }
  }

  for (const contact of contacts) {
    counted.contacts += 1;
    const { state, reason } = { reason: '', ...contact.assignment };
    counted.progress[placeOf(contact)] += 1;
    if (state === 'left-out') stop(reason);
    const wasTried = textsOf(contact).map(countText).includes(true);
    const isInWords = contact.optOut === 'words' || contact.optOut === 'carrier';
    if (wasTried && contact.optOut !== null) counted.optOuts[isInWords ? 'inWords' : 'byHand'] += 1;
    if (contact.replyMinutes.length === 0) continue;
    counted.replied += 1;
    const heardAt = Math.max(...contact.replyMinutes);
    const isAnswered = contact.followUps.some(
      (text) => text.minute >= heardAt && !['refused', 'blocked', 'cancelled'].includes(text.state),
    );
    if (!isAnswered && contact.optOut === null) counted.needsAttention += 1;
  }
  return { value: { ...counted, safeguards }, untold };
}

describe('performance counts', () => {
  it('are what a plain recount gives, and add up, whatever else is in the store', async () => {
    const world = await openWorld();
    await fc.assert(
      // Each world is a further action of the same store, so that what others have is never counted.
      fc.asyncProperty(fc.array(anyContact, { maxLength: 8 }), async (contacts) => {
        const { value, untold } = recount(contacts);
        const counted = await world.performance(build(world, contacts));
        expect(counted).toEqual({ ok: true, value });
        const told = value.initialMessages + value.followUps + value.waiting + value.withdrawn;
        expect(told + untold.refused + untold.stopped).toBe(contacts.flatMap(textsOf).length);
        const parts = counted.ok ? Object.values(counted.value.progress) : [];
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(contacts.length);
        expect(parts.every((part) => part >= 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
