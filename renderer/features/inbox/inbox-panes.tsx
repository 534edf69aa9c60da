import { useRef } from 'react';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import type { InboxFilter } from '../../bridge/rooms/conversations.ts';
import { Empty } from '../../ui/empty.tsx';
import { isTypedIn } from '../../verbs/typing.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerbs } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ConversationPane, NoConversations } from './conversation-pane.tsx';
import { DoneLine } from './done-line.tsx';
import styles from './inbox-panes.module.css';
import { openedToAnswer, wentToList } from './inbox-slice.ts';
import { ThreadPane } from './thread-pane.tsx';
import { useHeldList } from './use-held-list.ts';
import { useInboxMoves } from './use-inbox-moves.ts';
import { useIsClosed } from './use-is-closed.ts';
import { useRestingHands } from './use-resting-hands.ts';
import { type UnansweredWay, useUnansweredWay } from './use-unanswered-way.ts';

/** The list on one side and the open conversation on the other; in a narrow window, one of them at a time. */
export function InboxPanes({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const open = useAppSelector(({ inbox }) => inbox.open);
  const isReading = useAppSelector(({ inbox }) => inbox.isReading);
  const list = useHeldList(filter);
  const moves = useInboxMoves(list, filter);
  const unanswered = useUnansweredWay(filter);
  const openRow = useRef<HTMLButtonElement>(null);
  const isClosed = useIsClosed(open);
  const thread = useRestingHands();

  function goToList(): void {
    dispatch(wentToList());
    // In a narrow window the list can be seen, and take the focus, only once this is drawn.
    setTimeout(() => openRow.current?.focus());
  }

  function showNews(): void {
    // Whoever is in the middle of an answer stays there.
    if (isTypedIn(document.activeElement)) {
      list.showNews();
      return;
    }
    moves.showNews();
    // The button that showed them goes.
    goToList();
  }

  const cursor = { mayRepeat: true, isHidden: true } as const;
  useVerbs([
    { id: 'inbox-down', label: t('inbox.next'), keys: 'j', run: () => moves.step(1), ...cursor },
    { id: 'inbox-up', label: t('inbox.previous'), keys: 'k', run: () => moves.step(-1), ...cursor },
    { id: 'inbox-arrow-down', label: t('inbox.next'), keys: 'ArrowDown', run: () => moves.step(1), ...cursor },
    { id: 'inbox-arrow-up', label: t('inbox.previous'), keys: 'ArrowUp', run: () => moves.step(-1), ...cursor },
    { id: 'inbox-first', label: t('inbox.first'), keys: 'Home', run: moves.toFirst, ...cursor },
    { id: 'inbox-last', label: t('inbox.last'), keys: 'End', run: moves.toLast, ...cursor },
    { id: 'inbox-next', label: t('inbox.next'), keys: 'alt+ArrowDown', run: () => moves.turnTo(1) },
    { id: 'inbox-previous', label: t('inbox.previous'), keys: 'alt+ArrowUp', run: () => moves.turnTo(-1) },
    {
      id: 'inbox-answer',
      label: t(isClosed ? 'inbox.readIt' : 'inbox.answer'),
      keys: 'Enter',
      isDisabled: open === null,
      run: () => void (open && dispatch(openedToAnswer(open))),
    },
  ]);

  if (open === null && list.rows?.length === 0) return <NoConversations filter={filter} unanswered={unanswered} />;
  return (
    <div className={`${styles.panes} ${isReading ? styles.isReading : ''}`}>
      <div className={styles.list}>
        <ConversationPane list={list} filter={filter} unanswered={unanswered} openRow={openRow} onShowNews={showNews} />
      </div>
      <div className={styles.thread} {...thread}>
        {open === null ? (
          <div className={styles.nothing}>
            {list.rows !== undefined && list.rows.length > 0 && <NothingLeft filter={filter} unanswered={unanswered} />}
          </div>
        ) : (
          <ThreadPane
            key={keyOf(open)}
            id={open}
            onSeen={() => list.markSeen(keyOf(open))}
            onDone={moves.goOn}
            onLeave={goToList}
          />
        )}
      </div>
      <DoneLine open={open} />
    </div>
  );
}

interface NothingLeftProps {
  readonly filter: InboxFilter;
  readonly unanswered: UnansweredWay | null;
}

function NothingLeft({ filter, unanswered }: NothingLeftProps) {
  const { t } = useWords();
  if (filter === 'unanswered') return <Empty title={t('inbox.noneUnansweredTitle')} />;
  const title = t(filter === 'unread' ? 'inbox.allRead' : 'inbox.allAnswered');
  const text = t('inbox.allAnsweredText');
  if (filter !== 'needs-attention' || unanswered === null) return <Empty title={title} text={text} />;
  return (
    <Empty title={title} text={`${text} ${unanswered.sentence}`}>
      <VerbButton verb={unanswered.verb} variant="default" />
    </Empty>
  );
}
