import { ActionIcon } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { Verb } from '../../verbs/registry.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useWords } from '../../words/index.ts';
import styles from './thread-head.module.css';

interface ThreadHeadProps {
  readonly name: string;
  /** Undefined while it is not known, or to those who may not know it. */
  readonly actionName: string | undefined;
  readonly isOptedOut: boolean;
  readonly optOut: Verb;
  readonly onLeave: () => void;
}

/** With whom, about what, and the way to opt them out. It is as high as the line above the list. */
export function ThreadHead({ name, actionName, isOptedOut, optOut, onLeave }: ThreadHeadProps) {
  const { t } = useWords();
  return (
    <header className={styles.head}>
      <ActionIcon className={styles.back} variant="subtle" size="lg" aria-label={t('inbox.toList')} onClick={onLeave}>
        <ArrowLeft size={18} aria-hidden="true" />
      </ActionIcon>
      <div className={styles.who}>
        <h2 className={styles.name}>{name}</h2>
        {actionName !== undefined && <p className={styles.action}>{actionName}</p>}
      </div>
      {!isOptedOut && <VerbButton verb={optOut} variant="default" size="compact-sm" />}
    </header>
  );
}
