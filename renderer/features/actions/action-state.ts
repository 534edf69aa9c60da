import type { Output } from '../../../shared/contract/index.ts';

export type ActionView = Output<'actions/list'>['actions'][number];
export type ActionState = ActionView['state'];

/** In which order actions matter: where people text, what is about to, what is prepared, what is over. */
const order: Readonly<Record<ActionState, number>> = { published: 0, paused: 1, publishing: 2, draft: 3, ended: 4 };

/** What is alive first; among their like the newest first. */
export function byLife(one: ActionView, other: ActionView): number {
  return order[one.state] - order[other.state] || other.actionId - one.actionId;
}

/** When it came to be what it is. */
export function sinceOf({ state, createdAt, publishedAt, endedAt }: ActionView): number {
  if (state === 'ended') return endedAt ?? createdAt;
  return publishedAt ?? createdAt;
}
