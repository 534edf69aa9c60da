import { skipToken } from '@reduxjs/toolkit/query';
import type { RefObject } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import { useReadConversationQuery } from './api.ts';
import styles from './conversation-row.module.css';
import type { HeldConversation } from './held-list.ts';
import { stopOf } from './stop.ts';
import { useNameOf } from './use-name-of.ts';

interface ConversationRowProps {
  readonly row: HeldConversation;
  readonly isOpen: boolean;
  /** Tab comes to it: to one row of the list, and the arrows go on from there. */
  readonly isReachable: boolean;
  readonly hasDraft: boolean;
  readonly openRow: RefObject<HTMLButtonElement | null>;
  readonly onOpen: () => void;
}

/** Who wrote, when, and the last words. */
export function ConversationRow({ row, isOpen, isReachable, hasDraft, openRow, onOpen }: ConversationRowProps) {
  const { t, formats } = useWords();
  const nameOf = useNameOf();
  const { lastReply, lastReplyAt, needsAttention, unread } = row;
  const marks = useMarks(row, hasDraft);
  const [name, when] = [nameOf(row), formats.when(lastReplyAt)];
  return (
    <button
      type="button"
      className={styles.row}
      ref={isReachable ? openRow : null}
      tabIndex={isReachable ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      data-enter="does-the-same"
      onClick={onOpen}
    >
      <span className={styles.line}>
        <span className={`${styles.name} ${needsAttention ? styles.isWaiting : ''}`}>{name}</span>{' '}
        {unread && (
          <span className={styles.unread}>
            <VisuallyHidden>{t('inbox.unreadMark')}</VisuallyHidden>
          </span>
        )}{' '}
        <time className={styles.when} dateTime={new Date(lastReplyAt).toISOString()}>
          {when}
        </time>
      </span>{' '}
      <span className={styles.line}>
        <span className={styles.words} dir="auto">
          {lastReply}
        </span>{' '}
        {marks.map(({ words, tone }) => (
          <span key={tone} className={`${styles.mark} ${styles[tone]}`}>
            {words}
          </span>
        ))}
      </span>
    </button>
  );
}

interface Mark {
  readonly words: string;
  readonly tone: 'draft' | 'wantsOut' | 'waiting' | 'quiet';
}

/**
 * That somebody has begun to answer, and what is to be done. Where all that is listed needs an answer, that is not said. Of
 * whom nobody can write to any more only that is said; what was begun there was not sent, and asks for nothing.
 */
function useMarks(row: HeldConversation, hasDraft: boolean): readonly Mark[] {
  const { t } = useWords();
  const isOfNeeding = useAppSelector(({ inbox }) => inbox.filter === 'needs-attention');
  const { actionId, contactId, needsAttention, mayWantOut, optedOut, actionEnded, isGone } = row;
  // Anew: what is known of it is of before it went.
  const asked = { refetchOnMountOrArgChange: true };
  const { data } = useReadConversationQuery(isGone ? { actionId, contactId } : skipToken, asked);
  if (optedOut || data?.optedOut) return [{ words: t('inbox.optedOutMark'), tone: 'quiet' }];
  if (data !== undefined && stopOf(data)?.error.code === 'actions/ended')
    return [{ words: t('inbox.endedMark'), tone: 'quiet' }];
  if (actionEnded) return hasDraft ? [{ words: t('inbox.notSent'), tone: 'quiet' }] : [];
  const marks: Mark[] = hasDraft ? [{ words: t('inbox.draft'), tone: 'draft' }] : [];
  if (mayWantOut) marks.push({ words: t('inbox.mayWantOut'), tone: 'wantsOut' });
  else if (needsAttention && !isOfNeeding) marks.push({ words: t('inbox.needsAnswer'), tone: 'waiting' });
  else if (!needsAttention && isOfNeeding) marks.push({ words: t('inbox.done'), tone: 'quiet' });
  return marks;
}
