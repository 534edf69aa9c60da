import { Card } from '../../ui/card.tsx';
import { Figure, Figures } from '../../ui/figure.tsx';
import { useWords } from '../../words/index.ts';
import { ActionProgress } from './action-progress.tsx';
import { useReadActionProgressQuery } from './actions-api.ts';

/** How far an action is. */
export function ActionFigures({ actionId }: { readonly actionId: number }) {
  const { t, formats } = useWords();
  const { data } = useReadActionProgressQuery(actionId);
  if (data === undefined) return null;
  const { texted, claimed, unassigned, leftOut } = data;
  const all = texted + claimed + unassigned;
  return (
    <Card title={t('actions.progress')}>
      <ActionProgress actionId={actionId} />
      <Figures>
        <Figure
          label={t('actions.texted')}
          value={formats.number(texted)}
          aside={all === 0 ? undefined : formats.percent(texted / all)}
        />
        <Figure label={t('actions.onDesks')} value={formats.number(claimed)} aside={t('actions.onDesksHint')} />
        <Figure label={t('actions.waiting')} value={formats.number(unassigned)} aside={t('actions.waitingHint')} />
        {leftOut > 0 && (
          <Figure label={t('actions.leftOut')} value={formats.number(leftOut)} aside={t('actions.leftOutHint')} />
        )}
      </Figures>
    </Card>
  );
}
