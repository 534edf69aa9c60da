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
import { filterChosen } from '../inbox/inbox-slice.ts';
import styles from './replies-card.module.css';
import { UnansweredLately } from './unanswered-lately.tsx';

/** Replies that need an answer: how many, the newest, and the way to them; and who got none. */
export function RepliesCard({ replies: { conversations } }: { readonly replies: Output<'conversations/list'> }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const { data: needing } = useCountNeedingAnswerQuery();
  // The list is read sooner than the figure when a reply comes.
  const count = Math.max(needing?.count ?? 0, conversations.length);
  const counted = { count, number: formats.number(count) };

  /** To where those stand that need an answer, whatever was looked at there before. */
  function goToReply(id?: { readonly actionId: number; readonly contactId: number }): void {
    dispatch(filterChosen('needs-attention'));
    dispatch(wentTo({ screen: 'inbox', ...id }));
  }

  const answer = useVerb({
    id: 'today-answer',
    label: t('today.answer'),
    keys: 'r',
    isDisabled: count === 0,
    isHidden: count === 0,
    run: () => goToReply(),
  });
  if (count === 0) {
    return (
      <Card title={t('today.repliesTitle')}>
        <p className={styles.none}>{t('today.noReplies')}</p>
        <UnansweredLately />
      </Card>
    );
  }
  return (
    <Card title={t('today.repliesTitle')}>
      <p>{t(needing?.hasMore ? 'today.repliesMany' : 'today.replies', counted)}</p>
      <ul className={styles.replies}>
        {conversations.map(({ actionId, contactId, firstName, lastName, lastReply, lastReplyAt }) => (
          <li key={`${actionId} ${contactId}`}>
            <UnstyledButton className={styles.reply} onClick={() => goToReply({ actionId, contactId })}>
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
      <UnansweredLately />
    </Card>
  );
}
