import type { AppState } from '../../app/store.ts';
import type { Desk } from '../texting/desk.ts';

/** What somebody has written to one contact in one action and not sent. */
export interface UnsentWords {
  readonly actionId: number;
  readonly contactId: number;
  /** They are of the first text, on the desk; else of an answer. */
  readonly isFirst: boolean;
  readonly text: string;
  /** The response script that they began as. */
  readonly scriptId: number | null;
}

/** By conversation. */
export type Unsent = ReadonlyMap<string, UnsentWords>;

/** Names a conversation among all of them. */
export function keyOf({ actionId, contactId }: { readonly actionId: number; readonly contactId: number }): string {
  return `${actionId}/${contactId}`;
}

export function idOf(key: string): { readonly actionId: number; readonly contactId: number } {
  const [actionId, contactId] = key.split('/').map(Number);
  if (actionId === undefined || contactId === undefined) throw new Error('not the name of a conversation');
  return { actionId, contactId };
}

/** Where the page holds such words. */
export type Writing = Pick<AppState, 'inbox' | 'texting' | 'firstTexts'>;

/** All that is written on the page and not sent. The words of the screen come last, because they are the newest. */
export function unsentWordsIn({ inbox, texting, firstTexts }: Writing): Unsent {
  const answers = Object.entries(inbox.drafts).map(
    ([key, { text, scriptId }]): UnsentWords => ({ ...idOf(key), isFirst: false, text, scriptId }),
  );
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

/**
 * Only what differs from the script, since the script's text is there anyway. What was pressed counts until the engine
 * has it.
 */
function firstTextsOf(actionId: number, { drafts, sending, setAside }: Desk): readonly UnsentWords[] {
  return [...setAside, ...sending, ...Object.values(drafts)]
    .filter(({ contact, text }) => text !== contact.text)
    .map(({ contact: { contactId }, text }) => ({ actionId, contactId, isFirst: true, text, scriptId: null }));
}
