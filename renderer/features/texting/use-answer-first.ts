import type { Room } from '../../../shared/contract/events.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { useWords } from '../../words/index.ts';
import { useReadAnswerFirstQuery } from './texting-api.ts';

/** More replies than the campaign lets somebody have and still claim a batch. */
export interface ToAnswer {
  /** How many of their own need an answer. */
  readonly count: number;
  /** With so many or fewer they get the next batch. */
  readonly most: number;
}

const paceMs = 1_000;
/** Whatever may add a reply that one has to answer, or take one away. */
const rooms: readonly Room[] = [
  'replies',
  'conversations',
  'contacts',
  'outbox',
  'delivery',
  'actions',
  'campaign',
  'people',
];

/**
 * What somebody has to answer before their next batch, kept fresh; null when that is nothing, also where it cannot be
 * known, since the engine judges each claim. Undefined until then.
 */
export function useAnswerFirst(): ToAnswer | null | undefined {
  const { data, isError, refetch } = useReadAnswerFirstQuery();
  usePacedNews(rooms, paceMs, () => void refetch());
  if (data === undefined) return isError ? null : undefined;
  const { most, count } = data;
  return most === null || count <= most ? null : { most, count };
}

export function useAnswerFirstSentence(): (toAnswer: ToAnswer) => string {
  const { t, formats } = useWords();
  return ({ count, most }) =>
    [
      t('texting.answerFirst', { count, number: formats.number(count) }),
      most === 0 ? t('texting.answerAll') : t('texting.answerDownTo', { number: formats.number(most) }),
    ].join(' ');
}
