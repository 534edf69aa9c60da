import { Button } from '@mantine/core';
import { fullName } from '../../../shared/domain/full-name.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useIntent } from '../../bridge/use-intent.ts';
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
  const intent = useIntent();

  async function choose(decision: Decision): Promise<void> {
    const { error: refusal } = await decide({ intentId: intent.of(decision), messageId, decision });
    if (refusal === undefined) intent.done();
  }

  return (
    <li className={styles.undecided}>
      <div className={styles.what}>
        <h3 className={styles.name}>{fullName(message) || t('results.needsPerson.noName')}</h3>
        <p className={styles.text}>{text}</p>
        <p className={styles.why}>
          {t(`results.needsPerson.reasons.${reason}`)}{' '}
          {t('results.needsPerson.since', { when: formats.dateTime(queuedAt) })}
        </p>
      </div>
      <div className={styles.ways}>
        <Button variant="default" size="compact-sm" disabled={isLoading} onClick={() => void choose('withdraw')}>
          {t('results.needsPerson.withdraw')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={isLoading} onClick={() => void choose('send')}>
          {t('results.needsPerson.send')}
        </Button>
      </div>
      {error !== undefined && <Problem>{tell(appErrorOf(error))}</Problem>}
    </li>
  );
}
