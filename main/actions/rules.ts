import type { z } from 'zod';
import type { actionState } from '../../shared/contract/actions.ts';

export type ActionState = z.output<typeof actionState>;

/** What people want of an action, with the codes of the refusals that each may meet. */
export interface Refusals {
  readonly change: 'actions/not-draft';
  readonly 'change-responses': 'actions/not-published' | 'actions/ended';
  readonly publish: 'actions/not-draft';
  readonly pause: 'actions/not-published' | 'actions/ended';
  readonly resume: 'actions/not-paused' | 'actions/ended';
  readonly end: 'actions/not-published' | 'actions/ended';
  readonly text: 'actions/not-published' | 'actions/paused' | 'actions/ended';
}

export type Step = keyof Refusals;

type ByState<Code> = Readonly<Partial<Record<ActionState, Code>>>;

const onlyOfDrafts: ByState<'actions/not-draft'> = {
  publishing: 'actions/not-draft',
  published: 'actions/not-draft',
  paused: 'actions/not-draft',
  ended: 'actions/not-draft',
};

const onlyWhenOut: ByState<'actions/not-published' | 'actions/ended'> = {
  draft: 'actions/not-published',
  publishing: 'actions/not-published',
  ended: 'actions/ended',
};

/**
 * Why a step is refused, by the state that the action is in; a state that is not named allows it. An action that is
 * being published can only be waited for, or its job be cancelled: until it is out there is nothing to pause or to end.
 * The response scripts of a draft are changed with the whole of it. Pausing twice is no mistake: what was asked for is so already.
 */
const refusals: { readonly [Wanted in Step]: ByState<Refusals[Wanted]> } = {
  change: onlyOfDrafts,
  'change-responses': onlyWhenOut,
  publish: onlyOfDrafts,
  pause: onlyWhenOut,
  resume: {
    draft: 'actions/not-paused',
    publishing: 'actions/not-paused',
    published: 'actions/not-paused',
    ended: 'actions/ended',
  },
  end: onlyWhenOut,
  text: {
    draft: 'actions/not-published',
    publishing: 'actions/not-published',
    paused: 'actions/paused',
    ended: 'actions/ended',
  },
};

/** Gives the code of the refusal, or null when the state allows the step. */
export function refusalOf<Wanted extends Step>(wanted: Wanted, state: ActionState): Refusals[Wanted] | null {
  return refusals[wanted][state] ?? null;
}

/** Whether it ever came out, so that those who text in it may know of it. */
export function isPublished(state: ActionState): boolean {
  return state !== 'draft' && state !== 'publishing';
}

/** Whether something stands in the list more than once. */
export function hasTwice(ids: readonly number[]): boolean {
  return new Set(ids).size < ids.length;
}
