import { skipToken } from '@reduxjs/toolkit/query';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { useWords, type Words } from '../../words/index.ts';
import { type ConversationId, useReadConversationQuery } from './api.ts';
import styles from './done-line.module.css';
import { type Told, wentElsewhere } from './inbox-slice.ts';

/**
 * Says what was done with the conversation before, since the next one stands there already. It lies over the thread, so
 * that it takes no room, and stays until the next act.
 */
export function DoneLine({ open }: { readonly open: ConversationId | null }) {
  const words = useWords();
  const dispatch = useAppDispatch();
  const told = useAppSelector(({ inbox }) => inbox.told);
  const { currentData: conversation } = useReadConversationQuery(open ?? skipToken);
  // Whoever goes to another screen has done the next act.
  useEffect(() => () => void dispatch(wentElsewhere()), [dispatch]);
  // It would lie over the words that somebody is not to be texted.
  const isTold = told !== null && conversation?.optedOut !== true;
  return (
    <p className={styles.line} role="status">
      {isTold && (
        <span className={styles.told}>
          <Check size={16} aria-hidden="true" className={styles.mark} />
          {sentenceFor(told, words)}
        </span>
      )}
    </p>
  );
}

function sentenceFor(told: Told, { t }: Words): string {
  const { done, name } = told;
  if (done === 'opted-out') return t('inbox.optedOutTold', { name });
  if (told.wait === null) return t('inbox.answered', { name });
  return t('inbox.answeredWaits', { name, reason: t(`inbox.waitReasons.${told.wait}`) });
}
