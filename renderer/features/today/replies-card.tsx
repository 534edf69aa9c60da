import { UnstyledButton } from '@mantine/core';
import type { Output } from '../../../shared/contract/index.ts';
import { fullName } from '../../../shared/domain/full-name.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useCountNeedingAnswerQuery } from '../../bridge/rooms/needing-answer.ts';
import { Card } from '../../ui/card.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './replies-card.module.css';

/** Replies that need an answer: how many, the newest, and the way to them. */
export function RepliesCard({ replies: { conversations } }: { readonly replies: Output<'conversations/list'> }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { data: needing } = useCountNeedingAnswerQuery();
  // The list is read sooner than the figure when a reply comes.
  const count = Math.max(needing?.count ?? 0, conversations.length);
  const counted = { count, number: formats.number(count) };
  const answer = useVerb({
    id: 'today-answer',
    label: t('today.answer'),
    keys: 'r',
    isDisabled: count === 0,
    isHidden: count === 0,
    run: () => void dispatch(wentTo({ screen: 'inbox' })),
  });
  if (count === 0) {
    return (
      <Card title={t('today.repliesTitle')}>
        <p className={styles.none}>{t('today.noReplies')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('today.repliesTitle')}>
      <p>{t(needing?.hasMore ? 'today.repliesMany' : 'today.replies', counted)}</p>
      <ul className={styles.replies}>
        {conversations.map(({ actionId, contactId, firstName, lastName, lastReply, lastReplyAt }) => (
          <li key={`${actionId} ${contactId}`}>
            <UnstyledButton
              className={styles.reply}
              onClick={() => void dispatch(wentTo({ screen: 'inbox', actionId, contactId }))}
            >
              <span className={styles.name}>{fullName({ firstName, lastName }) || t('today.unnamed')}</span>
              <span className={styles.at}>{formats.when(lastReplyAt)}</span>
              <span className={styles.text}>{lastReply}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <div>
        <VerbButton verb={answer} variant="default" />
      </div>
    </Card>
  );
}
