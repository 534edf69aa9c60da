import { Button } from '@mantine/core';
import { useRef } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Problem } from '../../ui/problem.tsx';
import { useWords } from '../../words/index.ts';
import { type Undecided, useDecideTextMutation } from './api.ts';
import styles from './undecided-text.module.css';

type Decision = 'send' | 'withdraw';

/** One text with the reason why it waits, and the two ways out. */
export function UndecidedText({ message }: { readonly message: Undecided }) {
  const { t, tell, formats } = useWords();
  const { messageId, text, queuedAt, reason } = message;
  const [decide, { isLoading, error }] = useDecideTextMutation();
  // Each decision is one act: pressed again after an answer that was lost, it is the same one.
  const intents = useRef<Partial<Record<Decision, string>>>({});

  function choose(decision: Decision): void {
    const intentId = intents.current[decision] ?? mintIntentId();
    intents.current[decision] = intentId;
    void decide({ intentId, messageId, decision });
  }

  return (
    <li className={styles.undecided}>
      <div className={styles.what}>
        <p className={styles.text}>{text}</p>
        <p className={styles.why}>
          {t(`results.needsPerson.reasons.${reason}`)}{' '}
          {t('results.needsPerson.since', { when: formats.dateTime(queuedAt) })}
        </p>
      </div>
      <div className={styles.ways}>
        <Button variant="default" size="compact-sm" disabled={isLoading} onClick={() => choose('withdraw')}>
          {t('results.needsPerson.withdraw')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={isLoading} onClick={() => choose('send')}>
          {t('results.needsPerson.send')}
        </Button>
      </div>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
    </li>
  );
}
