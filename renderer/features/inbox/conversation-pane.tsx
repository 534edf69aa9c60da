import { Button } from '@mantine/core';
import type { RefObject } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import { Empty } from '../../ui/empty.tsx';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { KeyHint } from '../../verbs/key-hint.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import styles from './conversation-pane.module.css';
import { ConversationRows } from './conversation-rows.tsx';
import { filterChosen } from './inbox-slice.ts';
import { RowSkeletons } from './skeletons.tsx';
import type { ConversationList } from './use-held-list.ts';
import { useIsClosed } from './use-is-closed.ts';
import type { UnansweredWay } from './use-unanswered-way.ts';

interface ConversationPaneProps {
  readonly list: ConversationList;
  readonly filter: InboxFilter;
  readonly unanswered: UnansweredWay | null;
  readonly openRow: RefObject<HTMLButtonElement | null>;
  readonly onShowNews: () => void;
}

/** The list with the line above it, which announces replies and has its height whether there are any or not. */
export function ConversationPane({ list, filter, unanswered, openRow, onShowNews }: ConversationPaneProps) {
  const { t, tell, formats } = useWords();
  const { rows, error, news, isInOrder } = list;
  const mayShow = news > 0 || !isInOrder;
  const show = useVerb({
    id: 'inbox-show-news',
    label: news > 0 ? t('inbox.showNews') : t('inbox.putInOrder'),
    keys: 'n',
    inFieldsWith: 'mod',
    isDisabled: !mayShow,
    run: onShowNews,
  });
  return (
    <>
      <div className={styles.line}>
        <p className={styles.news} role="status">
          {news > 0 ? (
            t('inbox.news', { count: news, number: formats.number(news) })
          ) : (
            <span className={styles.quiet}>{t(isInOrder ? 'inbox.newestFirst' : 'inbox.rowsStay')}</span>
          )}
        </p>
        {mayShow && <VerbButton verb={show} size="compact-sm" variant="light" />}
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
          <NoConversations filter={filter} unanswered={unanswered} />
        </div>
      ) : (
        <>
          <ConversationRows
            rows={rows}
            order={list.order}
            hasMore={list.hasMore}
            fetchMore={list.fetchMore}
            openRow={openRow}
          />
          <RowKeys />
        </>
      )}
    </>
  );
}

/** The keys of the rows, where they act. Screen readers find them in the list of keys. */
function RowKeys() {
  const { t } = useWords();
  const isClosed = useIsClosed(useAppSelector(({ inbox }) => inbox.open));
  return (
    <div className={styles.foot} aria-hidden="true">
      <span className={styles.hint}>
        <KeyHint keys="ArrowUp" />
        <KeyHint keys="ArrowDown" /> {t('inbox.choose')}
      </span>
      <span className={styles.hint}>
        <KeyHint keys="Enter" /> {t(isClosed ? 'inbox.readIt' : 'inbox.answer')}
      </span>
    </div>
  );
}

interface NoConversationsProps {
  readonly filter: InboxFilter;
  readonly unanswered: UnansweredWay | null;
}

/** Says that there is nothing, and where else there may be something. */
export function NoConversations({ filter, unanswered }: NoConversationsProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  if (filter === 'all') return <Empty title={t('inbox.noneTitle')} text={t('inbox.noneText')} />;
  const told = filter === 'needs-attention' ? unanswered : null;
  const text = t(`inbox.none.${filter}.text`);
  return (
    <Empty title={t(`inbox.none.${filter}.title`)} text={told === null ? text : `${text} ${told.sentence}`}>
      {told !== null && <VerbButton verb={told.verb} variant="default" />}
      <Button variant="default" onClick={() => dispatch(filterChosen('all'))}>
        {t('inbox.showAll')}
      </Button>
    </Empty>
  );
}
