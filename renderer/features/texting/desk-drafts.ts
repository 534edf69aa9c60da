/** What was changed at the desk and not sent. */
import type { Desk, DeskContact, DeskDraft } from './desk.ts';
import type { DeskEvent, FoundWords } from './desk-events.ts';

export function edited(desk: Desk, { assignmentId, text }: DeskEvent & { readonly event: 'edited' }): Desk {
  const contact = onDesk(desk).find((one) => one.assignmentId === assignmentId);
  return contact === undefined ? desk : { ...desk, drafts: withDrafts(desk, [{ contact, text }]) };
}

/** Words that are the script's are none of one's own, and neither is an empty field. */
export function draftSetAside(desk: Desk, assignmentId: number): Desk {
  const draft = desk.drafts[assignmentId];
  if (draft === undefined) return desk;
  const text = draft.text.trim();
  const isOwn = text !== '' && text !== draft.contact.text.trim();
  const drafts = isOwn ? withDrafts(desk, [{ ...draft, isSetAside: true }]) : withoutDraft(desk, assignmentId);
  return { ...desk, drafts };
}

/** Those of the words that somebody has changed. */
export function draftsOf(
  words: readonly { readonly contact: DeskContact; readonly text: string }[],
): readonly DeskDraft[] {
  return words.filter(({ contact, text }) => text !== contact.text).map(({ contact, text }) => ({ contact, text }));
}

/** First texts that were begun before, by contact. Whoever has begun to change one here goes on with that. */
export function draftsFound(desk: Desk, words: Readonly<Record<number, FoundWords>>): Desk {
  const found = onDesk(desk).flatMap((contact): readonly DeskDraft[] => {
    const { text, isSetAside } = words[contact.contactId] ?? {};
    if (text === undefined || desk.drafts[contact.assignmentId] !== undefined) return [];
    // Nobody is put off from the editor: the script was in front of them.
    return [isSetAside || contact.putOffAt !== null ? { contact, text, isSetAside: true } : { contact, text }];
  });
  return found.length === 0 ? desk : { ...desk, drafts: withDrafts(desk, found) };
}

export function withDrafts({ drafts }: Desk, more: readonly DeskDraft[]): Desk['drafts'] {
  return { ...drafts, ...Object.fromEntries(more.map((draft) => [draft.contact.assignmentId, draft])) };
}

export function withoutDraft({ drafts }: Desk, assignmentId: number): Desk['drafts'] {
  const { [assignmentId]: _dropped, ...others } = drafts;
  return others;
}

const onDesk = ({ waiting, later }: Desk): readonly DeskContact[] => [...waiting, ...later];
