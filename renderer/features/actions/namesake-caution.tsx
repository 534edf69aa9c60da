import { useListActionsInfiniteQuery } from '../../bridge/rooms/actions.ts';
import { Caution } from '../../ui/caution.tsx';
import { useWords } from '../../words/index.ts';
import { type ActionState, sinceOf } from './action-state.ts';
import type { Draft } from './draft.ts';
import { isSameName } from './told-apart.ts';

const sentences = {
  draft: 'actions.namesakeDraft',
  publishing: 'actions.namesakePublishing',
  published: 'actions.namesakePublished',
  paused: 'actions.namesakePublished',
  ended: 'actions.namesakeEnded',
} as const satisfies Record<ActionState, string>;

/** Says that another action has this name: nothing forbids it, but people would take the one for the other. */
export function NamesakeCaution({ draft: { name, kept } }: { readonly draft: Draft }) {
  const { t, formats } = useWords();
  const { data } = useListActionsInfiniteQuery();
  const others = data?.pages.flatMap(({ actions }) => actions) ?? [];
  const namesake = others.find((other) => other.actionId !== kept?.actionId && isSameName(other.name, name));
  const isNamed = namesake !== undefined && name.trim() !== '';
  return (
    <div role="status">
      {isNamed && <Caution>{t(sentences[namesake.state], { when: formats.dateTime(sinceOf(namesake)) })}</Caution>}
    </div>
  );
}
