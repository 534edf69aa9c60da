import { UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { rowToOpen, useRowKeys } from '../../ui/use-row-keys.ts';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ActionBadge } from './action-badge.tsx';
import { ActionProgress } from './action-progress.tsx';
import styles from './action-rows.module.css';
import { type ActionState, type ActionView, sinceOf } from './action-state.ts';
import { tellApart } from './told-apart.ts';
import { useActionProgress } from './use-action-progress.ts';

interface ActionRowsProps {
  readonly actions: readonly ActionView[];
  readonly onOpen: (actionId: number) => void;
}

/** Actions in a table that is gone through with the arrow keys, or J and K. */
export function ActionRows({ actions, onOpen }: ActionRowsProps) {
  const { t, formats } = useWords();
  const rows = useRef(new Map<number, HTMLButtonElement>());
  const [atId, setAtId] = useState<number | null>(null);
  const at = actions.findIndex(({ actionId }) => actionId === atId);
  const apart = tellApart(actions, formats);

  function moveTo(index: number): void {
    const action = actions[Math.max(0, Math.min(actions.length - 1, index))];
    if (action !== undefined) rows.current.get(action.actionId)?.focus();
  }
  useRowKeys({
    id: 'actions',
    count: actions.length,
    cursor: at,
    openLabel: t('actions.openAction'),
    moveTo,
    open: (index) => {
      const action = actions[index];
      if (action !== undefined) onOpen(action.actionId);
    },
  });
  const move = { mayRepeat: true, isHidden: true };
  useVerb({ ...move, id: 'next-action-j', label: t('actions.nextAction'), keys: 'j', run: () => moveTo(at + 1) });
  useVerb({
    ...move,
    id: 'previous-action-k',
    label: t('actions.previousAction'),
    keys: 'k',
    run: () => moveTo(at - 1),
  });

  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th className={styles.name}>{t('actions.columnName')}</th>
          <th className={styles.state}>{t('actions.columnState')}</th>
          <th className={styles.list}>{t('actions.columnList')}</th>
          <th className={styles.progress}>{t('actions.progress')}</th>
          <th className={styles.when}>{t('actions.columnWhen')}</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action, index) => {
          const { actionId, name, state, listName } = action;
          const told = apart(action);
          return (
            <tr key={actionId} className={styles.row}>
              <td className={styles.name}>
                <UnstyledButton
                  className={styles.open}
                  ref={(button) => {
                    if (button === null) rows.current.delete(actionId);
                    else rows.current.set(actionId, button);
                  }}
                  onFocus={() => setAtId(actionId)}
                  onClick={() => onOpen(actionId)}
                  title={name}
                >
                  <span className={styles.cut}>{name}</span>
                  {told !== null && <span className={styles.apart}>{` · ${told}`}</span>}
                  {index === rowToOpen(at) && (
                    <span className={styles.key}>
                      <KeyHint keys="Enter" />
                    </span>
                  )}
                </UnstyledButton>
              </td>
              <td className={styles.state}>
                <ActionBadge state={state} />
              </td>
              <td className={styles.list} title={listName}>
                {listName}
              </td>
              <td className={styles.progress}>
                {state !== 'draft' && <RowProgress actionId={actionId} state={state} />}
              </td>
              <td className={styles.when}>{formats.when(sinceOf(action))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RowProgress({ actionId, state }: { readonly actionId: number; readonly state: ActionState }) {
  const progress = useActionProgress(actionId, state);
  return progress === undefined ? null : <ActionProgress progress={progress} isOver={state === 'ended'} />;
}
