import type { Output } from '../../../shared/contract/index.ts';

/** Whom an action would text now. All counts are of contacts. */
export type Reach = Output<'actions/read-reach'>;

/** How many of the list get a text, those included whose text waits. */
export function reachedOf({ contacts, optedOut, unreachable }: Reach): number {
  return contacts - optedOut - unreachable;
}
