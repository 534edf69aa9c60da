import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Card } from '../../ui/card.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { nameApart } from '../actions/told-apart.ts';
import type { HoursAhead } from '../texting/hours-ahead.ts';
import { goOnWords } from './go-on-words.ts';
import { inOrderOfWork, isBegun, leftNowIn, type OpenAction } from './open-action.ts';
import { OpenActionRow } from './open-action-row.tsx';
import styles from './open-actions-card.module.css';

interface OpenActionsCardProps {
  /** What stands on the buttons. */
  readonly startWords: string;
  readonly actions: readonly OpenAction[];
  /** Who waits for texting hours, by action. */
  readonly hours: Readonly<Record<number, HoursAhead>>;
}

/** Where one can text, the next to be texted first. */
export function OpenActionsCard({ startWords, actions, hours }: OpenActionsCardProps) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const nameOf = nameApart(actions, formats);
  const inOrder = inOrderOfWork(actions, hours).map((action) => ({ ...action, name: nameOf(action) }));
  const first = inOrder.find((action) => leftNowIn(action, hours[action.actionId]) > 0);
  const text = (actionId: number): void => void dispatch(wentTo({ screen: 'texting', actionId }));
  const textFirst = useVerb({
    id: 'today-text-first',
    label: first !== undefined && isBegun(first) ? goOnWords(first, { t, formats }) : startWords,
    keys: 'Enter',
    alsoCalled: `${t('today.startTexting')} ${startWords}`,
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
            startWords={startWords}
            action={action}
            hours={hours[action.actionId]}
            verb={action === first ? textFirst : null}
            onText={() => text(action.actionId)}
          />
        ))}
      </ul>
    </Card>
  );
}
