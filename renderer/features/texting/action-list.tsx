import { Button } from '@mantine/core';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './action-list.module.css';
import type { TextableAction } from './textable-action.ts';

interface ActionListProps {
  readonly actions: readonly TextableAction[];
  readonly onStart: (actionId: number) => void;
}

/**
 * One line for each action. Enter starts the first that has somebody left, which is the newest. Where everybody has been
 * texted there is nothing to start.
 */
export function ActionList({ actions, onStart }: ActionListProps) {
  const { t, formats } = useWords();
  const first = actions.find(({ left }) => left > 0) ?? actions[0];
  const start = useVerb({
    id: 'texting-start',
    label: t('texting.start'),
    keys: 'Enter',
    isDisabled: first === undefined,
    run: () => first !== undefined && onStart(first.actionId),
  });
  return (
    <ul className={styles.actions}>
      {actions.map((action) => {
        const { actionId, name, listName, left, texted } = action;
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
            </div>
            {action === first ? (
              <VerbButton verb={start} />
            ) : left === 0 && texted > 0 ? (
              <p className={styles.how}>{t('texting.allTexted')}</p>
            ) : (
              <Button variant="default" aria-label={t('texting.startIn', { name })} onClick={() => onStart(actionId)}>
                {t('texting.start')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
