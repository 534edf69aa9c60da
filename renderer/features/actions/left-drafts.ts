import { leftBehind } from '../../bridge/left-behind.ts';
import { isNumber, isText, listOf, maybe, orNull, recordOf, type Shape, shaped } from '../../bridge/shapes.ts';
import type { Draft, DraftScript, KeptDraft } from './draft.ts';

/** Drafts by what they are open under: their action's id, or `new`. */
export type OpenDrafts = Readonly<Record<string, Draft>>;

const isScript = shaped<DraftScript>({
  key: isText,
  name: isText,
  body: isText,
  kept: orNull(shaped<NonNullable<DraftScript['kept']>>({ scriptId: isNumber, name: isText, body: isText })),
});

const isKept = shaped<KeptDraft>({
  actionId: isNumber,
  name: isText,
  listId: isNumber,
  initialScriptIds: listOf(isNumber),
  responseScriptIds: listOf(isNumber),
});

const isDraft: Shape<Draft> = shaped<Draft>({
  formKey: isText,
  name: isText,
  listId: orNull(isNumber),
  givenListId: maybe(orNull(isNumber)),
  initial: listOf(isScript),
  responses: listOf(isScript),
  kept: orNull(isKept),
  newer: maybe((value): value is Draft => isDraft(value)),
  shownAt: maybe(isNumber),
  putAside: maybe((value): value is Draft => isDraft(value)),
});

export const leftDrafts = leftBehind<OpenDrafts>('drafts', recordOf(isDraft));
