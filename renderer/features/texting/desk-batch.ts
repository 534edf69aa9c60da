/** Who comes to the desk and in which order. */
import {
  currentOf,
  type Desk,
  type DeskContact,
  type DeskDraft,
  mendableOf,
  type Sending,
  type SetAside,
} from './desk.ts';
import { withDrafts } from './desk-drafts.ts';
import type { DeskEvent } from './desk-events.ts';

/**
 * Presses under way and drafts outlive the opening; whom they concern is not brought a second time. Whoever was set aside
 * and may still be texted comes again, with the words that were changed. Where nobody has seen yet who was set aside, as
 * of what was left behind, they stay in sight.
 */
export function opened(desk: Desk): Desk {
  const { texted } = desk;
  const fresh = { waiting: [], later: [], after: null, isAll: false, isBringing: true, refusal: null };
  const setAside = desk.phase === 'texting' ? [] : desk.setAside;
  const coming = desk.phase === 'texting' ? mendableOf(desk).filter(({ contact, text }) => text !== contact.text) : [];
  const drafts = coming.map(({ contact, text }): DeskDraft => ({ contact, text }));
  return { ...desk, ...fresh, setAside, drafts: withDrafts(desk, drafts), textedBefore: texted.length };
}

export function brought(before: Desk, event: DeskEvent & { readonly event: 'brought' }): Desk {
  const desk = withNames(before, event.desk);
  const { sending, texted, waiting, later, setAside } = desk;
  const idsOf = (ones: readonly { readonly contact: DeskContact }[]) => ones.map(({ contact }) => contact.assignmentId);
  const decided = new Set([...texted, ...idsOf(sending)]);
  const onDesk = new Set([...idsOf(setAside), ...[...waiting, ...later].map(({ assignmentId }) => assignmentId)]);
  const left = event.desk.filter(({ assignmentId }) => !decided.has(assignmentId));
  // Of those who stay in sight as set aside, the engine counts only whoever may still be texted.
  const alsoShown = setAside.filter(
    ({ contact }) => !event.desk.some((one) => one.assignmentId === contact.assignmentId),
  );
  return {
    ...desk,
    phase: 'texting',
    total:
      desk.phase === 'texting' ? desk.total : event.leftCount - (event.desk.length - left.length) + alsoShown.length,
    waiting: [...waiting, ...left.filter(({ assignmentId }) => !onDesk.has(assignmentId))],
    after: event.desk.at(-1)?.assignmentId ?? desk.after,
    isBringing: false,
    isAll: event.isLast,
  };
}

/** A press that was left behind learns here whom it is to. */
function withNames(desk: Desk, contacts: readonly DeskContact[]): Desk {
  const known = new Map(contacts.map((contact) => [contact.assignmentId, contact]));
  const named = <One extends Sending | SetAside>(one: One): One => ({
    ...one,
    contact: known.get(one.contact.assignmentId) ?? one.contact,
  });
  return { ...desk, sending: desk.sending.map(named), setAside: desk.setAside.map(named) };
}

export function putOff(desk: Desk, assignmentId: number): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  const without = withoutContact(desk, assignmentId);
  return { ...without, later: [...without.later, contact] };
}

export function withoutContact(desk: Desk, assignmentId: number): Desk {
  const isOther = (contact: DeskContact): boolean => contact.assignmentId !== assignmentId;
  return { ...desk, waiting: desk.waiting.filter(isOther), later: desk.later.filter(isOther) };
}
