import type { Say } from '../../words/index.ts';
import { type Draft, type DraftScript, letterOf } from './draft.ts';

export interface DraftText {
  readonly script: DraftScript;
  /** Which text it is, for a heading. */
  readonly title: string;
}

/** All texts of a draft in the order of the form. */
export function textsOf({ initial, responses }: Pick<Draft, 'initial' | 'responses'>, t: Say): readonly DraftText[] {
  const isTest = initial.length > 1;
  return [
    ...initial.map((script, index) => ({
      script,
      title: isTest ? t('actions.textLetter', { letter: letterOf(index) }) : t('actions.firstTexts'),
    })),
    ...responses.map((script, index) => ({
      script,
      title: script.name.trim() || t('actions.replyNumber', { number: index + 1 }),
    })),
  ];
}
