import { skipToken } from '@reduxjs/toolkit/query';
import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import styles from './answered-line.module.css';
import { type ConversationId, useReadConversationQuery } from './api.ts';
import { answerTold } from './inbox-slice.ts';

/** Long enough to be read, and gone before it is taken to be about something else. */
const toldForMs = 6_000;

/** Says of the last answer that it is on its way, since the next conversation stands there already. */
export function AnsweredLine({ open }: { readonly open: ConversationId | null }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const answered = useAppSelector(({ inbox }) => inbox.lastAnswered);
  const { currentData: conversation } = useReadConversationQuery(open ?? skipToken);
  useEffect(() => {
    if (answered === null) return;
    const timer = setTimeout(() => dispatch(answerTold()), toldForMs);
    return () => clearTimeout(timer);
  }, [answered, dispatch]);
  // Whoever goes to another screen has done the next act.
  useEffect(() => () => void dispatch(answerTold()), [dispatch]);
  // Under somebody who is not to be texted it would read as if they were.
  const isTold = answered !== null && conversation?.optedOut !== true;
  return (
    <p className={styles.line} role="status">
      {isTold &&
        (answered.wait === null
          ? t('inbox.answered', { name: answered.name })
          : t('inbox.answeredWaits', { name: answered.name, reason: t(`inbox.waitReasons.${answered.wait}`) }))}
    </p>
  );
}
