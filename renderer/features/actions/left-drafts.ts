import type { Whose } from '../../bridge/whose.ts';
import type { Draft } from './draft.ts';

/** Drafts by what they are open under: their action's id, or `new`. */
export type OpenDrafts = Readonly<Record<string, Draft>>;

interface Left extends Whose {
  readonly drafts: OpenDrafts;
}

/** Lives as long as the window, over every loading of its page. */
const storageKey = 'fieldline.left-drafts';

/** Keeps them for the next time that their author is here, instead of what was left before. */
export function leaveDrafts(author: Whose, drafts: OpenDrafts): void {
  const others = read().filter((left) => !isOf(left, author));
  const left = Object.keys(drafts).length === 0 ? others : [...others, { ...author, drafts }];
  if (left.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(left));
}

/** What the author has left in this campaign, which is left no more. */
export function takeDrafts(author: Whose): OpenDrafts {
  const drafts = read().find((left) => isOf(left, author))?.drafts ?? {};
  leaveDrafts(author, {});
  return drafts;
}

function isOf(left: Whose, { userId, campaign }: Whose): boolean {
  return left.userId === userId && left.campaign === campaign;
}

function read(): readonly Left[] {
  return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly Left[];
}
