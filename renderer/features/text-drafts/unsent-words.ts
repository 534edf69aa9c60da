import type { AppState } from '../../app/store.ts';
import { idOf, keyOf } from '../../bridge/conversation-key.ts';
import type { Desk, DeskContact } from '../texting/desk.ts';

/** What somebody has written to one contact in one action and not sent. */
export interface UnsentWords {
  readonly actionId: number;
  readonly contactId: number;
  /** They are of the first text, on the desk; else of an answer. */
  readonly isFirst: boolean;
  readonly text: string;
  /** The response script that they began as. */
  readonly scriptId: number | null;
  /** Own words that the script took the place of. */
  readonly replaced: string | null;
  /** When that was, in epoch ms; null of a first text, where nobody is told. */
  readonly writtenAt: number | null;
}

/** By conversation. */
export type Unsent = ReadonlyMap<string, UnsentWords>;

/** Where the page holds such words. */
export type Writing = Pick<AppState, 'inbox' | 'texting' | 'firstTexts'>;

/** All that is written on the page and not sent. The words of the screen come last, because they are the newest. */
export function unsentWordsIn({ inbox, texting, firstTexts }: Writing): Unsent {
  const answers = Object.entries(inbox.drafts).map(([key, draft]) => answerOf(key, draft));
  const first = Object.entries(texting).flatMap(([actionId, desk]) => firstTextsOf(Number(actionId), desk));
  const written = [...Object.values(firstTexts), ...answers, ...first].filter(({ text }) => text.trim() !== '');
  return new Map(written.map((words) => [keyOf(words), words]));
}

/** Conversations to which words are on their way to the engine. */
export function leavingWordsIn({ inbox, texting }: Writing): ReadonlySet<string> {
  const first = Object.entries(texting).flatMap(([actionId, { sending }]) =>
    sending.map(({ contact: { contactId } }) => keyOf({ actionId: Number(actionId), contactId })),
  );
  return new Set([...inbox.answering, ...first]);
}

type Answer = Writing['inbox']['drafts'][string];

/** Where the script that took the place of own words is gone, too, those are what is written. */
function answerOf(key: string, { text, scriptId, replaced, writtenAt }: Answer): UnsentWords {
  const id = { ...idOf(key), isFirst: false, writtenAt };
  if (replaced !== null && text.trim() === '') return { ...id, text: replaced, scriptId: null, replaced: null };
  return { ...id, text, scriptId, replaced };
}

/**
 * Only what differs from the script, since the script's text is there anyway. What was pressed counts until the engine
 * has it.
 */
function firstTextsOf(actionId: number, { drafts, sending, notTexted }: Desk): readonly UnsentWords[] {
  const id = ({ contactId }: DeskContact) => ({ actionId, contactId, isFirst: true, scriptId: null, writtenAt: null });
  const pressed = [...notTexted, ...sending].map(({ contact, text }) => ({ contact, text, isSetAside: false }));
  return [...pressed, ...Object.values(drafts)]
    .filter(({ contact, text }) => text !== contact.text)
    .map(({ contact, text, isSetAside = false }) =>
      // Where words were set aside, the script has taken their place.
      isSetAside && contact.text !== ''
        ? { ...id(contact), text: contact.text, replaced: text }
        : { ...id(contact), text, replaced: null },
    );
}
