import { useState } from 'react';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import type { Verb } from '../../verbs/registry.ts';
import { useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { importOpened } from '../contacts/import-slice.ts';
import { useLoadSampleList } from '../contacts/use-load-sample-list.ts';
import type { StepName } from './first-steps.ts';
import { goOnWords } from './go-on-words.ts';
import { firstToText, isBegun } from './open-action.ts';
import type { ActionsToday } from './today-api.ts';

interface StepSituation {
  /** What stands on the button that begins texting. */
  readonly startWords: string;
  readonly next: StepName | null;
  readonly isPractice: boolean;
  readonly actions: ActionsToday;
}

/** What can be done for the next step, the best way first: it has Enter. */
export function useStepVerbs({ startWords, next, isPractice, actions }: StepSituation): readonly Verb[] {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const loadSample = useLoadSampleList();
  const isHere = useIsHere();
  const [isLoading, setIsLoading] = useState(false);

  async function loadAndGo(): Promise<void> {
    setIsLoading(true);
    await loadSample();
    if (isHere()) dispatch(wentTo({ screen: 'contacts' }));
  }

  const importList: Verb = {
    id: 'today-import',
    label: t('today.importList'),
    keys: isPractice ? 'i' : 'Enter',
    run: () => {
      dispatch(wentTo({ screen: 'contacts' }));
      dispatch(importOpened());
    },
  };

  function verbsOf(step: StepName): readonly Verb[] {
    switch (step) {
      case 'list': {
        const sample: Verb = {
          id: 'today-sample',
          label: t('today.loadSample'),
          keys: 'Enter',
          isDisabled: isLoading,
          run: () => void loadAndGo(),
        };
        return isPractice ? [sample, importList] : [importList];
      }
      case 'action': {
        const run = () => void dispatch(wentTo({ screen: 'actions', isNew: true }));
        return [{ id: 'today-action', label: t('today.makeAction'), keys: 'Enter', run }];
      }
      case 'publish': {
        const draft = actions.listed.find(({ state }) => state === 'draft');
        if (draft === undefined) return [];
        const { actionId, name } = draft;
        const run = () => void dispatch(wentTo({ screen: 'actions', actionId }));
        return [{ id: 'today-publish', label: t('today.openAction', { name }), keys: 'Enter', run }];
      }
      case 'text': {
        const action = firstToText(actions.open);
        if (action === undefined) return [];
        const label = isBegun(action) ? goOnWords(action, { t, formats }) : startWords;
        const run = () => void dispatch(wentTo({ screen: 'texting', actionId: action.actionId }));
        return [{ id: 'today-text', label, keys: 'Enter', alsoCalled: t('today.startTexting'), run }];
      }
    }
  }

  const verbs = next === null ? [] : verbsOf(next);
  useVerbs(verbs);
  return verbs;
}
