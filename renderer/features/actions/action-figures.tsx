import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { useWords } from '../../words/index.ts';
import { HoursLine } from '../texting/hours-line.tsx';
import { ActionProgress } from './action-progress.tsx';
import type { ActionState } from './action-state.ts';
import { TakeBack } from './take-back.tsx';
import { useActionProgress } from './use-action-progress.ts';

interface ActionFiguresProps {
  readonly actionId: number;
  readonly state: ActionState;
  readonly mayManage: boolean;
}

/** How far an action is. */
export function ActionFigures({ actionId, state, mayManage }: ActionFiguresProps) {
  const { t, formats } = useWords();
  const progress = useActionProgress(actionId, state);
  if (progress === undefined) return null;
  const { texted, claimed, unassigned, leftOut } = progress;
  const all = texted + claimed + unassigned;
  return (
    <Card title={t('actions.progress')}>
      <ActionProgress progress={progress} />
      {state === 'published' && <HoursLine actionId={actionId} />}
      <Figures>
        <Figure
          label={t('actions.texted')}
          value={formats.number(texted)}
          aside={all === 0 ? undefined : formats.percent(texted / all)}
        />
        <Figure label={t('actions.onDesks')} value={formats.number(claimed)} aside={t('actions.onDesksHint')} />
        <Figure label={t('actions.unclaimed')} value={formats.number(unassigned)} aside={t('actions.unclaimedHint')} />
        {leftOut > 0 && (
          <Figure label={t('actions.leftOut')} value={formats.number(leftOut)} aside={t('actions.leftOutHint')} />
        )}
      </Figures>
      {mayManage && claimed > 0 && state !== 'ended' && <TakeBack actionId={actionId} count={claimed} />}
    </Card>
  );
}
