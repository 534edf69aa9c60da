import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Card } from '../../ui/card.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { inOrderOfWork, leftIn, type OpenAction } from './open-action.ts';
import { OpenActionRow } from './open-action-row.tsx';
import styles from './open-actions-card.module.css';

/** Where one can text, the next to be texted first. */
export function OpenActionsCard({ actions }: { readonly actions: readonly OpenAction[] }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const inOrder = inOrderOfWork(actions);
  const first = inOrder.find((action) => !action.isPaused && leftIn(action) > 0);
  const text = (actionId: number): void => void dispatch(wentTo({ screen: 'texting', actionId }));
  const textFirst = useVerb({
    id: 'today-text-first',
    label: t('today.startTexting'),
    keys: 'Enter',
    isDisabled: first === undefined,
    run: () => {
      if (first !== undefined) text(first.actionId);
    },
  });
  return (
    <Card title={t('today.actionsTitle')}>
      <ul className={styles.actions}>
        {inOrder.map((action) => (
          <OpenActionRow
            key={action.actionId}
            action={action}
            verb={action === first ? textFirst : null}
            onText={() => text(action.actionId)}
          />
        ))}
      </ul>
    </Card>
  );
}
