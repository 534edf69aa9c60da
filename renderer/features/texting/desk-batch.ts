/** Who comes to the desk and in which order. */
import {
  currentOf,
  type Desk,
  type DeskContact,
  type DeskDraft,
  mendableOf,
  type NotTexted,
  type Sending,
} from './desk.ts';
import { withDrafts } from './desk-drafts.ts';
import type { DeskEvent } from './desk-events.ts';

/**
 * Presses under way and drafts outlive the opening; whom they concern is not brought a second time. Who was not
 * texted and still may be comes again, with the words that were changed. The others stay in sight, and so does everybody
 * of whom nobody has seen it yet, as of what was left behind.
 */
export function opened(desk: Desk): Desk {
  const { texted } = desk;
  const fresh = { waiting: [], later: [], after: null, isAll: false, isBringing: true, refusal: null };
  const mendable = mendableOf(desk);
  const notTexted = desk.phase === 'texting' ? desk.notTexted.filter((one) => !mendable.includes(one)) : desk.notTexted;
  const coming = desk.phase === 'texting' ? mendable.filter(({ contact, text }) => text !== contact.text) : [];
  const drafts = coming.map(({ contact, text }): DeskDraft => ({ contact, text }));
  return { ...desk, ...fresh, notTexted, drafts: withDrafts(desk, drafts), textedBefore: texted.length };
}

/** The next batch, or the same one with whoever was not texted: nobody stays in sight who was seen. */
export function claiming(desk: Desk): Desk {
  const notTexted = desk.phase === 'texting' ? [] : desk.notTexted;
  return { ...opened(desk), notTexted, phase: 'claiming' };
}

type Brought = DeskEvent & { readonly event: 'brought' };

export function brought(before: Desk, event: Brought): Desk {
  const isFirst = before.phase !== 'texting';
  const desk = withNames(isFirst ? counted(before, event) : before, event.desk);
  const { sending, texted, waiting, later, notTexted } = desk;
  const idsOf = (ones: readonly { readonly contact: DeskContact }[]) => ones.map(({ contact }) => contact.assignmentId);
  const decided = new Set([...texted, ...idsOf(sending)]);
  const onDesk = new Set([...idsOf(notTexted), ...[...waiting, ...later].map(({ assignmentId }) => assignmentId)]);
  const coming = event.desk.filter(({ assignmentId }) => !decided.has(assignmentId) && !onDesk.has(assignmentId));
  return {
    ...desk,
    phase: 'texting',
    waiting: [...waiting, ...coming.filter(({ putOffAt }) => putOffAt === null)],
    later: [...later, ...coming.filter(({ putOffAt }) => putOffAt !== null)].sort(byPutOff),
    after: event.desk.at(-1)?.assignmentId ?? desk.after,
    isBringing: false,
    isAll: event.isLast,
  };
}

const byPutOff = (one: DeskContact, other: DeskContact): number => (one.putOffAt ?? 0) - (other.putOffAt ?? 0);

/**
 * How far the batch is, as the engine knows it and as it has been heard here since: a press that it has and has not
 * answered is still under way.
 */
function counted(desk: Desk, { batch, desk: page, leftCount }: Brought): Desk {
  if (batch === null) return { ...desk, total: 0, leftOut: 0, textedBefore: desk.texted.length };
  const underWay = new Set(desk.sending.map(({ contact }) => contact.assignmentId));
  const known = new Set(batch.texted);
  const earlier = desk.texted.slice(0, desk.textedBefore).filter((id) => !known.has(id));
  const since = desk.texted.slice(desk.textedBefore);
  const ofBatch = new Set([...batch.texted.filter((id) => !underWay.has(id)), ...since]);
  // Of those who stay in sight as not texted, the engine's desk counts only whoever still may be.
  const inSight = desk.notTexted.filter(
    ({ contact }) => !page.some((one) => one.assignmentId === contact.assignmentId),
  );
  return {
    ...desk,
    total: batch.size,
    leftOut: Math.max(0, batch.size - batch.texted.length - leftCount - inSight.length),
    texted: [...earlier, ...ofBatch],
    textedBefore: earlier.length,
  };
}

/** A press that was left behind learns here whom it is to. */
function withNames(desk: Desk, contacts: readonly DeskContact[]): Desk {
  const known = new Map(contacts.map((contact) => [contact.assignmentId, contact]));
  const named = <One extends Sending | NotTexted>(one: One): One => ({
    ...one,
    contact: known.get(one.contact.assignmentId) ?? one.contact,
  });
  return { ...desk, sending: desk.sending.map(named), notTexted: desk.notTexted.map(named) };
}

export function putOff(desk: Desk, { assignmentId, at }: DeskEvent & { readonly event: 'put-off' }): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  const without = withoutContact(desk, assignmentId);
  return { ...without, later: [...without.later, { ...contact, putOffAt: at }].sort(byPutOff) };
}

export function withoutContact(desk: Desk, assignmentId: number): Desk {
  const isOther = (contact: DeskContact): boolean => contact.assignmentId !== assignmentId;
  return { ...desk, waiting: desk.waiting.filter(isOther), later: desk.later.filter(isOther) };
}
