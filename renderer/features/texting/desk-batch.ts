/** Who comes to the desk and in which order. */
import { currentOf, type Desk, type DeskContact, mendableOf, type NotTexted, type Sending } from './desk.ts';
import { draftSetAside, draftsOf, withDrafts } from './desk-drafts.ts';
import type { DeskEvent } from './desk-events.ts';
import { isTakenBack, parted } from './desk-gone.ts';
import { comesAgain } from './refusals.ts';

/**
 * Presses under way and drafts outlive the opening; whom they concern is not brought a second time. Who was not
 * texted and still may be comes again, with the words that were changed. The others stay in sight, and so does everybody
 * of whom nobody has seen it yet, as of what was left behind.
 */
export function opened(desk: Desk): Desk {
  const fresh = { waiting: [], later: [], after: null, isAll: false, isBringing: true, refusal: null, parting: null };
  const mendable = mendableOf(desk);
  const notTexted = desk.phase === 'texting' ? desk.notTexted.filter((one) => !mendable.includes(one)) : desk.notTexted;
  const drafts = desk.phase === 'texting' ? withDrafts(desk, draftsOf(mendable)) : desk.drafts;
  return { ...desk, ...fresh, notTexted, drafts };
}

/** The next batch, or the same one with whoever was not texted: nobody stays in sight who was seen. */
export function claiming(desk: Desk): Desk {
  const notTexted = desk.phase === 'texting' ? [] : desk.notTexted;
  return { ...opened(desk), notTexted, phase: 'claiming' };
}

type Brought = DeskEvent & { readonly event: 'brought' };

export function brought(before: Desk, event: Brought): Desk {
  const isFirst = before.phase === 'opening' || before.phase === 'claiming';
  // Nobody waits for it any more.
  if (!isFirst && before.phase !== 'texting') return { ...before, isBringing: false };
  if (!isFirst && isTakenBack(before, event.batch)) return parted(before, 'admin');
  const named = withNames(before, event.desk);
  const desk = toldOf(isFirst ? counted(named, event) : named, event.desk);
  const { sending, texted, waiting, later, notTexted } = desk;
  const known = new Set([...texted, ...waiting, ...later, ...idsOf(sending), ...idsOf(notTexted)].map(idOf));
  const coming = event.desk.filter((contact) => !known.has(contact.assignmentId));
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

const idOf = ({ assignmentId }: { readonly assignmentId: number }): number => assignmentId;
const idsOf = (ones: readonly { readonly contact: DeskContact }[]): readonly DeskContact[] =>
  ones.map(({ contact }) => contact);

const byPutOff = (one: DeskContact, other: DeskContact): number => (one.putOffAt ?? 0) - (other.putOffAt ?? 0);

/**
 * How far the batch is, as the engine knows it and as it has been heard here since: a press that it has and has not
 * answered is still under way. Whoever was not texted in another batch is not told of in this one; words that were changed
 * for them stay.
 */
function counted(desk: Desk, { batch, leftCount }: Brought): Desk {
  const batchIds = batch?.batchIds ?? [];
  const isOfBatch = ({ batchId }: { readonly batchId: number }): boolean => batchIds.includes(batchId);
  const notTexted = desk.notTexted.filter(({ contact }) => isOfBatch(contact));
  const past = mendableOf(desk).filter(({ contact }) => !isOfBatch(contact));
  const [batchId] = batchIds;
  if (batch === null || batchId === undefined) {
    return { ...desk, batchIds, total: 0, leftOut: 0, texted: [], notTexted, drafts: withDrafts(desk, draftsOf(past)) };
  }
  const told = new Set([...idsOf(desk.sending), ...idsOf(notTexted)].map(idOf));
  const since = desk.texted.filter(isOfBatch);
  const known = new Set([...batch.texted.filter((id) => !told.has(id)), ...since.map(idOf)]);
  // Who may not be texted is not on the engine's desk any more.
  const gone = notTexted.filter(
    ({ contact, error }) => !comesAgain(error) && !batch.texted.includes(contact.assignmentId),
  );
  return {
    ...desk,
    batchIds,
    total: batch.size,
    leftOut: Math.max(0, batch.size - batch.texted.length - leftCount - gone.length),
    texted: [...known].map((assignmentId) => ({ assignmentId, batchId })),
    notTexted,
    drafts: withDrafts(desk, draftsOf(past)),
  };
}

/** A refusal for good ends where the engine has the contact on the desk after all. */
function toldOf(desk: Desk, page: readonly DeskContact[]): Desk {
  const onDesk = new Set(page.map(idOf));
  const notTexted = desk.notTexted.filter(
    ({ contact, error }) => comesAgain(error) || !onDesk.has(contact.assignmentId),
  );
  return notTexted.length === desk.notTexted.length ? desk : { ...desk, notTexted };
}

/** A press that was left behind learns here whom it is to. A refusal stays with the batch in which it was one. */
function withNames(desk: Desk, contacts: readonly DeskContact[]): Desk {
  const known = new Map(contacts.map((contact) => [contact.assignmentId, contact]));
  const sending = desk.sending.map((one): Sending => {
    return { ...one, contact: known.get(one.contact.assignmentId) ?? one.contact };
  });
  const notTexted = desk.notTexted.map((one): NotTexted => {
    const contact = known.get(one.contact.assignmentId);
    return contact?.batchId === one.contact.batchId ? { ...one, contact } : one;
  });
  return { ...desk, sending, notTexted };
}

export function putOff(desk: Desk, { assignmentId, at }: DeskEvent & { readonly event: 'put-off' }): Desk {
  const contact = currentOf(desk);
  if (contact?.assignmentId !== assignmentId) return desk;
  // What stood on the card was the script: so it will when they come again.
  const without = draftSetAside(withoutContact(desk, assignmentId), assignmentId);
  return { ...without, later: [...without.later, { ...contact, putOffAt: at }].sort(byPutOff) };
}

export function withoutContact(desk: Desk, assignmentId: number): Desk {
  const isOther = (contact: DeskContact): boolean => contact.assignmentId !== assignmentId;
  return { ...desk, waiting: desk.waiting.filter(isOther), later: desk.later.filter(isOther) };
}
