/** What was pressed, from the key until the engine has said yes or no. */
import { currentOf, type Desk, type DeskContact, editedOf, type Sending } from './desk.ts';
import { withoutContact } from './desk-batch.ts';
import { draftsOf, withDrafts, withoutDraft } from './desk-drafts.ts';
import type { DeskEvent, LeftPress } from './desk-events.ts';
import { turnedAway } from './desk-gone.ts';

/** Only whoever is shown can be texted, so that a press never falls on somebody who has just taken their place. */
export function pressed(desk: Desk, { assignmentId, intentId, text }: DeskEvent & { readonly event: 'pressed' }): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  return {
    ...withoutContact(desk, assignmentId),
    sending: [...desk.sending, { contact, text, intentId, standing: 'due' }],
    drafts: withoutDraft(desk, assignmentId),
  };
}

/**
 * An assignment is under way at most once, also when it was pressed here again meanwhile. What was kept of the words
 * before they were pressed is no draft any more.
 */
export function leftBehind(desk: Desk, presses: readonly LeftPress[]): Desk {
  const underWay = new Set(desk.sending.map(({ contact }) => contact.assignmentId));
  const left = presses.filter(({ assignmentId }) => !underWay.has(assignmentId));
  const known = new Map([...desk.waiting, ...desk.later].map((contact) => [contact.assignmentId, contact]));
  const sending = left.map((press): Sending => {
    const { assignmentId, text, intentId } = press;
    return { contact: known.get(assignmentId) ?? notBrought(press), text, intentId, standing: 'unsure' };
  });
  const without = left.reduce(
    (rest, { assignmentId }) => ({
      ...withoutContact(rest, assignmentId),
      drafts: withoutDraft(rest, assignmentId),
    }),
    desk,
  );
  // What the desk counted as texted may be one of these, which are counted again when they are answered.
  const leftIds = new Set(left.map(({ assignmentId }) => assignmentId));
  const texted = without.texted.filter(({ assignmentId }) => !leftIds.has(assignmentId));
  return { ...without, texted, sending: [...sending, ...desk.sending] };
}

/** Until the desk brings them. Of the words it is known only whether they are the script's. */
function notBrought({ text, isChanged, ...press }: LeftPress): DeskContact {
  const { assignmentId, batchId, contactId, firstName, lastName } = press;
  const nothingKnown = { scriptId: 0, segments: 0, gaps: [], zones: [], putOffAt: null };
  return { assignmentId, batchId, contactId, firstName, lastName, text: isChanged ? '' : text, ...nothingKnown };
}

export function asked(desk: Desk, intentId: string): Desk {
  return withSending(desk, intentId, (sending) => ({ ...sending, standing: 'asked' }));
}

export function texted(desk: Desk, intentId: string): Desk {
  const sending = findSending(desk, intentId);
  if (sending === undefined) return desk;
  const { assignmentId, batchId } = sending.contact;
  // While a desk is brought it is not known yet what belongs to it.
  const isCounted = desk.phase === 'opening' || desk.phase === 'claiming' || desk.batchIds.includes(batchId);
  return {
    ...withoutSending(desk, intentId),
    texted: isCounted ? [...desk.texted, { assignmentId, batchId }] : desk.texted,
    sentCount: desk.sentCount + 1,
  };
}

export function notTexted(desk: Desk, { intentId, error, anew }: DeskEvent & { readonly event: 'not-texted' }): Desk {
  const sending = findSending(desk, intentId);
  if (sending === undefined) return desk;
  const { contact, text } = sending;
  const without = withoutSending(desk, intentId);
  return (
    turnedAway(without, { contact, text }, { error, anew }) ?? {
      ...without,
      notTexted: [...desk.notTexted, { contact, text, intentId, error }],
    }
  );
}

/**
 * Whoever has not been asked for goes back with this one: the engine would refuse them, too. A press that it may already
 * have stays what it is. Whose text is being changed at this moment stays in front of the hands. A desk that is still to
 * be opened keeps the words alone, and brings everybody when it is.
 */
export function halted(desk: Desk, { intentId, error }: DeskEvent & { readonly event: 'halted' }): Desk {
  const back = desk.sending.filter((sending) => sending.intentId === intentId || sending.standing === 'due');
  const drafts = withDrafts(desk, draftsOf(back));
  const sending = desk.sending.filter((one) => !back.includes(one));
  if (desk.phase === 'opening') return { ...desk, sending, drafts };
  const edited = editedOf(desk);
  const others = edited === undefined ? desk : withoutContact(desk, edited.assignmentId);
  const returning = back.map(({ contact }) => contact).filter(({ batchId }) => desk.batchIds.includes(batchId));
  const inOrder = [...returning, ...others.waiting].sort(byAssignment);
  return {
    ...others,
    phase: 'refused',
    refusal: error,
    waiting: edited === undefined ? inOrder : [edited, ...inOrder],
    sending,
    drafts,
  };
}

const byAssignment = (one: DeskContact, other: DeskContact): number => one.assignmentId - other.assignmentId;

export function unanswered(desk: Desk, { intentId, error }: DeskEvent & { readonly event: 'unanswered' }): Desk {
  if (findSending(desk, intentId) === undefined) return desk;
  return { ...withSending(desk, intentId, (sending) => ({ ...sending, standing: 'unsure' })), stall: error };
}

/** What the script says may have changed since it was brought. Words that are the old script's are nobody's own. */
export function takenUp(desk: Desk, { assignmentId, anew }: DeskEvent & { readonly event: 'taken-up' }): Desk {
  const taken = desk.notTexted.find(({ contact }) => contact.assignmentId === assignmentId);
  if (taken === undefined || desk.phase !== 'texting') return desk;
  const { contact, text } = taken;
  const next = anew ?? contact;
  const isDraft = anew === undefined || text !== contact.text;
  return {
    ...desk,
    waiting: [next, ...desk.waiting],
    notTexted: desk.notTexted.filter((other) => other !== taken),
    drafts: isDraft ? withDrafts(desk, [{ contact: next, text }]) : desk.drafts,
  };
}

export function repeated(desk: Desk, assignmentId: number): Desk {
  const taken = desk.notTexted.find(({ contact }) => contact.assignmentId === assignmentId);
  if (taken === undefined) return desk;
  const { contact, text, intentId } = taken;
  return {
    ...desk,
    sending: [...desk.sending, { contact, text, intentId, standing: 'unsure' }],
    notTexted: desk.notTexted.filter((other) => other !== taken),
  };
}

const findSending = ({ sending }: Desk, intentId: string): Sending | undefined =>
  sending.find((each) => each.intentId === intentId);

function withSending(desk: Desk, intentId: string, change: (sending: Sending) => Sending): Desk {
  return { ...desk, sending: desk.sending.map((each) => (each.intentId === intentId ? change(each) : each)) };
}

function withoutSending(desk: Desk, intentId: string): Desk {
  return { ...desk, sending: desk.sending.filter((each) => each.intentId !== intentId) };
}
