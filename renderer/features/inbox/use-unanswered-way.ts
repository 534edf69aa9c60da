import { useAppDispatch } from '../../app/store.ts';
import { useUnanswered } from '../../app/use-unanswered.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import type { Verb } from '../../verbs/registry.ts';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { filterChosen } from './inbox-slice.ts';

/** The way to those who got no answer before their action ended. It is told of where nothing else is to be answered. */
export interface UnansweredWay {
  readonly verb: Verb;
  readonly sentence: string;
}

/** Null where there is nobody, or they are what is listed. Its key is heard also where nothing tells of it. */
export function useUnansweredWay(filter: InboxFilter): UnansweredWay | null {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { count, hasMore } = useUnanswered(null) ?? { count: 0, hasMore: false };
  const isNone = count === 0 || filter === 'unanswered';
  const verb = useVerb({
    id: 'inbox-unanswered',
    label: t('inbox.readUnanswered'),
    keys: 'u',
    alsoCalled: t('inbox.unanswered'),
    isDisabled: isNone,
    isHidden: isNone,
    run: () => void dispatch(filterChosen('unanswered')),
  });
  if (isNone) return null;
  const counted = { count, number: formats.number(count) };
  return { verb, sentence: t(hasMore ? 'inbox.unansweredMany' : 'inbox.unansweredCount', counted) };
}
