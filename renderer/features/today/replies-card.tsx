import { UnstyledButton } from '@mantine/core';
import type { Output } from '../../../shared/contract/index.ts';
import { fullName } from '../../../shared/domain/full-name.ts';
import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Card } from '../../ui/card.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './replies-card.module.css';

/** As many as tell what it is about; all of them are in the inbox. */
const shown = 3;

/** Replies that need attention: how many, the newest, and the way to them. */
export function RepliesCard({ replies: { conversations, next } }: { readonly replies: Output<'conversations/list'> }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const count = conversations.length;
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
      <p>{next === null ? t('today.replies', counted) : t('today.repliesMany', counted)}</p>
      <ul className={styles.replies}>
        {conversations.slice(0, shown).map(({ actionId, contactId, firstName, lastName, lastReply, lastReplyAt }) => (
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
