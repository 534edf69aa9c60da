import { Button } from '@mantine/core';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { nameApart } from '../actions/told-apart.ts';
import styles from './action-list.module.css';
import type { HoursAhead } from './hours-ahead.ts';
import { HoursSentence } from './hours-line.tsx';
import type { TextableAction } from './textable-action.ts';

interface ActionListProps {
  /** What stands on the buttons. */
  readonly startWords: string;
  readonly actions: readonly TextableAction[];
  /** Who waits for texting hours, by action. */
  readonly hours: Readonly<Record<number, HoursAhead>>;
  readonly onStart: (actionId: number) => void;
}

/**
 * One line for each action. Enter starts the newest in which somebody can be texted now. Where everybody has been texted
 * there is nothing to start.
 */
export function ActionList({ startWords, actions, hours, onStart }: ActionListProps) {
  const { t, formats } = useWords();
  const leftNow = ({ actionId, left }: TextableAction): number => left - (hours[actionId]?.waiting ?? 0);
  const nameOf = nameApart(actions, formats);
  const first = actions.find((action) => leftNow(action) > 0) ?? actions.find(({ left }) => left > 0) ?? actions[0];
  const start = useVerb({
    id: 'texting-start',
    label: startWords,
    keys: 'Enter',
    alsoCalled: t('texting.start'),
    isDisabled: first === undefined,
    run: () => first !== undefined && onStart(first.actionId),
  });
  return (
    <ul className={styles.actions}>
      {actions.map((action) => {
        const { actionId, listName, left, texted } = action;
        const name = nameOf(action);
        const ahead = hours[actionId];
        return (
          <li className={styles.action} key={actionId}>
            <div className={styles.what}>
              <h2 className={styles.name}>{name}</h2>
              <p className={styles.how}>
                {t('texting.howFar', {
                  list: listName,
                  left: formats.number(left),
                  texted: formats.number(texted),
                })}
              </p>
              {ahead !== undefined && <HoursSentence hours={ahead} />}
            </div>
            {action === first ? (
              <VerbButton verb={start} />
            ) : left === 0 && texted > 0 ? (
              <p className={styles.how}>{t('texting.allTexted')}</p>
            ) : (
              <Button
                variant="default"
                aria-label={t('texting.startIn', { start: startWords, name })}
                onClick={() => onStart(actionId)}
              >
                {startWords}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
