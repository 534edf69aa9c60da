import type { AppError } from '../../../shared/errors.ts';
import { currentOf, type Desk, type DeskContact, type Sending } from './desk.ts';
import { paceWith } from './pace.ts';

export type DeskEvent =
  /** The desk is looked at anew, from its beginning. */
  | { readonly event: 'opened' }
  | { readonly event: 'found-empty' }
  | { readonly event: 'claiming' }
  | { readonly event: 'refused'; readonly error: AppError }
  | { readonly event: 'bringing' }
  | { readonly event: 'not-brought' }
  | {
      readonly event: 'brought';
      readonly desk: readonly DeskContact[];
      readonly leftCount: number;
      readonly isLast: boolean;
    }
  | {
      readonly event: 'pressed';
      readonly assignmentId: number;
      readonly intentId: string;
      readonly text: string;
    }
  | { readonly event: 'asked'; readonly intentId: string }
  | { readonly event: 'texted'; readonly intentId: string; readonly at: number }
  /** The engine will not have this contact texted, or not with these words. */
  | { readonly event: 'set-aside'; readonly intentId: string; readonly error: AppError }
  /** It will have nobody texted. */
  | { readonly event: 'halted'; readonly intentId: string; readonly error: AppError }
  /** It could not say; the same press is asked again later. */
  | { readonly event: 'unanswered'; readonly intentId: string; readonly error: AppError }
  | { readonly event: 'resumed' }
  | { readonly event: 'put-off'; readonly assignmentId: number }
  | { readonly event: 'edited'; readonly assignmentId: number; readonly text: string }
  | { readonly event: 'draft-dropped'; readonly assignmentId: number }
  /** Somebody who was set aside comes next, in the editor. */
  | { readonly event: 'taken-up'; readonly assignmentId: number }
  /** The press of somebody who was set aside is asked again as it was. */
  | { readonly event: 'repeated'; readonly assignmentId: number };

/** The desk after the event. An event that no longer concerns anything on the desk changes nothing. */
export function advance(desk: Desk, event: DeskEvent): Desk {
  switch (event.event) {
    case 'opened':
      return { ...opened(desk), phase: 'opening' };
    case 'found-empty':
      return { ...desk, phase: 'unclaimed', isBringing: false };
    case 'claiming':
      return { ...opened(desk), phase: 'claiming' };
    case 'refused':
      return { ...desk, phase: 'refused', refusal: event.error, isBringing: false };
    case 'bringing':
      return { ...desk, isBringing: true };
    case 'not-brought':
      return { ...desk, isBringing: false };
    case 'brought':
      return brought(desk, event);
    case 'pressed':
      return pressed(desk, event);
    case 'asked':
      return withSending(desk, event.intentId, (sending) => ({ ...sending, standing: 'asked' }));
    case 'texted':
      return texted(desk, event);
    case 'set-aside':
      return setAside(desk, event);
    case 'halted':
      return halted(desk, event);
    case 'unanswered':
      return unanswered(desk, event);
    case 'resumed':
      return { ...desk, stall: null };
    case 'put-off':
      return putOff(desk, event.assignmentId);
    case 'edited':
      return { ...desk, drafts: { ...desk.drafts, [event.assignmentId]: event.text } };
    case 'draft-dropped':
      return { ...desk, drafts: withoutDraft(desk, event.assignmentId) };
    case 'taken-up':
      return takenUp(desk, event.assignmentId);
    case 'repeated':
      return repeated(desk, event.assignmentId);
  }
}

/** Presses under way and drafts outlive the opening; whom they concern is not brought a second time. */
function opened(desk: Desk): Desk {
  const { texted } = desk;
  const fresh = { waiting: [], later: [], after: null, isAll: false, isBringing: true, setAside: [], refusal: null };
  return { ...desk, ...fresh, textedBefore: texted.length };
}

function brought(desk: Desk, event: DeskEvent & { readonly event: 'brought' }): Desk {
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

/** Only whoever is shown can be texted, so that a press never falls on somebody who has just taken their place. */
function pressed(desk: Desk, { assignmentId, intentId, text }: DeskEvent & { readonly event: 'pressed' }): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  return {
    ...withoutContact(desk, assignmentId),
    sending: [...desk.sending, { contact, text, intentId, standing: 'due' }],
    drafts: withoutDraft(desk, assignmentId),
  };
}

function texted(desk: Desk, { intentId, at }: DeskEvent & { readonly event: 'texted' }): Desk {
  const sending = findSending(desk, intentId);
  if (sending === undefined) return desk;
  return {
    ...withoutSending(desk, intentId),
    texted: [...desk.texted, sending.contact.assignmentId],
    pace: paceWith(desk.pace, at),
  };
}

function setAside(desk: Desk, { intentId, error }: DeskEvent & { readonly event: 'set-aside' }): Desk {
  const sending = findSending(desk, intentId);
  if (sending === undefined) return desk;
  const { contact, text } = sending;
  return {
    ...withoutSending(desk, intentId),
    setAside: [...desk.setAside, { contact, text, intentId, error }],
  };
}

/**
 * Whoever has not been asked for goes back with this one: the engine would refuse them, too. A press that it may already
 * have stays what it is.
 */
function halted(desk: Desk, { intentId, error }: DeskEvent & { readonly event: 'halted' }): Desk {
  const back = desk.sending.filter((sending) => sending.intentId === intentId || sending.standing === 'due');
  const changed = back.filter(({ contact, text }) => text !== contact.text);
  return {
    ...desk,
    phase: 'refused',
    refusal: error,
    waiting: [...back.map(({ contact }) => contact), ...desk.waiting].sort(byAssignment),
    sending: desk.sending.filter((sending) => !back.includes(sending)),
    drafts: { ...desk.drafts, ...Object.fromEntries(changed.map(({ contact, text }) => [contact.assignmentId, text])) },
  };
}

const byAssignment = (one: DeskContact, other: DeskContact): number => one.assignmentId - other.assignmentId;

function unanswered(desk: Desk, { intentId, error }: DeskEvent & { readonly event: 'unanswered' }): Desk {
  if (findSending(desk, intentId) === undefined) return desk;
  return { ...withSending(desk, intentId, (sending) => ({ ...sending, standing: 'unsure' })), stall: error };
}

function putOff(desk: Desk, assignmentId: number): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  const without = withoutContact(desk, assignmentId);
  return { ...without, later: [...without.later, contact] };
}

function takenUp(desk: Desk, assignmentId: number): Desk {
  const taken = desk.setAside.find(({ contact }) => contact.assignmentId === assignmentId);
  if (taken === undefined || desk.phase !== 'texting') return desk;
  return {
    ...desk,
    waiting: [taken.contact, ...desk.waiting],
    setAside: desk.setAside.filter((other) => other !== taken),
    drafts: { ...desk.drafts, [assignmentId]: taken.text },
  };
}

function repeated(desk: Desk, assignmentId: number): Desk {
  const taken = desk.setAside.find(({ contact }) => contact.assignmentId === assignmentId);
  if (taken === undefined) return desk;
  const { contact, text, intentId } = taken;
  return {
    ...desk,
    sending: [...desk.sending, { contact, text, intentId, standing: 'unsure' }],
    setAside: desk.setAside.filter((other) => other !== taken),
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

function withoutContact(desk: Desk, assignmentId: number): Desk {
  const isOther = (contact: DeskContact): boolean => contact.assignmentId !== assignmentId;
  return { ...desk, waiting: desk.waiting.filter(isOther), later: desk.later.filter(isOther) };
}

function withoutDraft({ drafts }: Desk, assignmentId: number): Desk['drafts'] {
  const { [assignmentId]: _dropped, ...others } = drafts;
  return others;
}
