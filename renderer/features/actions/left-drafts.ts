import type { Draft } from './draft.ts';

/** Drafts by what they are open under: their action's id, or `new`. */
export type OpenDrafts = Readonly<Record<string, Draft>>;

/** Whose they are. The window may show another campaign next, where the same numbers mean other people and lists. */
export interface Author {
  readonly userId: number;
  /** Tells the campaign from every other one on this computer. */
  readonly campaign: string;
}

interface Left extends Author {
  readonly drafts: OpenDrafts;
}

/** Lives as long as the window, over every loading of its page. */
const storageKey = 'fieldline.left-drafts';

/** Keeps them for the next time that their author is here, instead of what was left before. */
export function leaveDrafts(author: Author, drafts: OpenDrafts): void {
  const others = read().filter((left) => !isOf(left, author));
  const left = Object.keys(drafts).length === 0 ? others : [...others, { ...author, drafts }];
  if (left.length === 0) sessionStorage.removeItem(storageKey);
  else sessionStorage.setItem(storageKey, JSON.stringify(left));
}

/** What the author has left in this campaign, which is left no more. */
export function takeDrafts(author: Author): OpenDrafts {
  const drafts = read().find((left) => isOf(left, author))?.drafts ?? {};
  leaveDrafts(author, {});
  return drafts;
}

function isOf(left: Author, { userId, campaign }: Author): boolean {
  return left.userId === userId && left.campaign === campaign;
}

function read(): readonly Left[] {
  return JSON.parse(sessionStorage.getItem(storageKey) ?? '[]') as readonly Left[];
}
