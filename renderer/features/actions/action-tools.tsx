import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { ActionView } from './action-state.ts';
import type { ActionLife } from './use-action-life.ts';

interface ActionToolsProps {
  readonly action: ActionView;
  readonly life: ActionLife;
  readonly mayManage: boolean;
}

/** What is done with an action day by day, as its state allows: what is next is filled. */
export function ActionTools({ action, life, mayManage }: ActionToolsProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { actionId, state } = action;
  const results = useVerb({
    id: 'action-results',
    label: t('actions.results'),
    keys: 'r',
    isDisabled: state === 'publishing' || !mayManage,
    run: () => void dispatch(wentTo({ screen: 'results', actionId })),
  });
  const isPaused = state === 'paused';
  const pauseOrResume = useVerb({
    id: 'pause-action',
    label: isPaused ? t('actions.resume') : t('actions.pause'),
    keys: 'p',
    isDisabled: (state !== 'published' && !isPaused) || !mayManage,
    run: () => void (isPaused ? life.resume() : life.pause()),
  });
  const text = useVerb({
    id: 'text-in-action',
    label: t('actions.textNow'),
    keys: 't',
    isDisabled: state !== 'published',
    run: () => void dispatch(wentTo({ screen: 'texting', actionId })),
  });
  return (
    <>
      {/* One button for both, so that the focus stays on it. */}
      {mayManage && (state === 'published' || isPaused) && (
        <VerbButton verb={pauseOrResume} variant={isPaused ? 'filled' : 'default'} />
      )}
      {mayManage && state !== 'publishing' && (
        <VerbButton verb={results} variant={state === 'ended' ? 'filled' : 'default'} />
      )}
      {state === 'published' && <VerbButton verb={text} />}
    </>
  );
}
