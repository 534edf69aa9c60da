import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { useAppDispatch } from '../../app/store.ts';
import { Empty } from '../../ui/empty.tsx';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import type { InboxFilter } from './api.ts';
import styles from './conversation-pane.module.css';
import { ConversationRows } from './conversation-rows.tsx';
import { filterChosen } from './inbox-slice.ts';
import { RowSkeletons } from './skeletons.tsx';
import type { ConversationList } from './use-held-list.ts';

interface ConversationPaneProps {
  readonly list: ConversationList;
  readonly filter: InboxFilter;
  readonly openRow: RefObject<HTMLButtonElement | null>;
  readonly onShowNews: () => void;
}

/** The list with the line above it, which announces replies and has its height whether there are any or not. */
export function ConversationPane({ list, filter, openRow, onShowNews }: ConversationPaneProps) {
  const { t, tell } = useWords();
  const { rows, error, news } = list;
  const show = useVerb({
    id: 'inbox-show-news',
    label: t('inbox.showNews'),
    keys: 'r',
    isDisabled: news === 0,
    run: onShowNews,
  });
  return (
    <>
      <div className={styles.line}>
        <p className={styles.news} role="status">
          {news > 0 ? t('inbox.news', { count: news }) : <span className={styles.quiet}>{t('inbox.newestFirst')}</span>}
        </p>
        {news > 0 && <VerbButton verb={show} size="compact-sm" variant="light" />}
      </div>
      {error !== null && rows === undefined ? (
        <div className={styles.instead}>
          <Problem>{tell(error)}</Problem>
          <Button variant="default" onClick={list.tryAgain}>
            {t('app.tryAgain')}
          </Button>
        </div>
      ) : rows === undefined ? (
        <Late>
          <RowSkeletons />
        </Late>
      ) : rows.length === 0 ? (
        <div className={styles.instead}>
          <NoConversations filter={filter} />
        </div>
      ) : (
        <ConversationRows
          rows={rows}
          newestReplyId={list.newestReplyId}
          hasMore={list.hasMore}
          fetchMore={list.fetchMore}
          openRow={openRow}
        />
      )}
    </>
  );
}

/** Says that there is nothing, and where else there may be something. */
export function NoConversations({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  if (filter === 'all') return <Empty title={t('inbox.noneTitle')} text={t('inbox.noneText')} />;
  return (
    <Empty title={t('inbox.noneWaitTitle')} text={t('inbox.noneWaitText')}>
      <Button variant="default" onClick={() => dispatch(filterChosen('all'))}>
        {t('inbox.showAll')}
      </Button>
    </Empty>
  );
}
