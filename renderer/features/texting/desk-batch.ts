/** Who comes to the desk and in which order. */
import { currentOf, type Desk, type DeskContact } from './desk.ts';
import type { DeskEvent } from './desk-events.ts';

/** Presses under way and drafts outlive the opening; whom they concern is not brought a second time. */
export function opened(desk: Desk): Desk {
  const { texted } = desk;
  const fresh = { waiting: [], later: [], after: null, isAll: false, isBringing: true, setAside: [], refusal: null };
  return { ...desk, ...fresh, textedBefore: texted.length };
}

export function brought(desk: Desk, event: DeskEvent & { readonly event: 'brought' }): Desk {
  const { sending, texted, waiting, later, setAside } = desk;
  const idsOf = (ones: readonly { readonly contact: DeskContact }[]) => ones.map(({ contact }) => contact.assignmentId);
  const decided = new Set([...texted, ...idsOf(sending)]);
  const onDesk = new Set([...idsOf(setAside), ...[...waiting, ...later].map(({ assignmentId }) => assignmentId)]);
  const left = event.desk.filter(({ assignmentId }) => !decided.has(assignmentId));
  return {
    ...desk,
    phase: 'texting',
    total: desk.phase === 'texting' ? desk.total : event.leftCount - (event.desk.length - left.length),
    waiting: [...waiting, ...left.filter(({ assignmentId }) => !onDesk.has(assignmentId))],
    after: event.desk.at(-1)?.assignmentId ?? desk.after,
    isBringing: false,
    isAll: event.isLast,
  };
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
