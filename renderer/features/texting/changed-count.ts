import type { AppState } from '../../app/store.ts';
import { mendableOf } from './desk.ts';
import { draftsOf } from './desk-drafts.ts';

/**
 * How many of those on a desk have words that somebody has changed and not sent: also set aside, refused, or of an earlier
 * sitting and not brought yet. Words for whoever has left the desk do not count.
 */
export function changedCountOf(
  { texting, firstTexts }: Pick<AppState, 'texting' | 'firstTexts'>,
  actionId: number,
): number {
  const desk = texting[actionId];
  if (desk === undefined) return 0;
  const { waiting, later, batchIds } = desk;
  const words = [...waiting, ...later].flatMap((contact) => desk.drafts[contact.assignmentId] ?? []);
  const refused = mendableOf(desk).filter(({ contact }) => batchIds.includes(contact.batchId));
  const notBrought = Object.values(firstTexts).filter((draft) => draft.actionId === actionId);
  return draftsOf(words).length + draftsOf(refused).length + notBrought.length;
}
