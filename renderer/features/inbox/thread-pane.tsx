import { Button } from '@mantine/core';
import { ArrowLeft, Ban } from 'lucide-react';
import { useRef } from 'react';
import type { Room } from '../../../shared/contract/events.ts';
import { useAppDispatch, useAppSelector } from '../../app/store.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { keyOf } from '../../bridge/conversation-key.ts';
import { useReadActionQuery } from '../../bridge/rooms/actions.ts';
import { usePacedNews } from '../../bridge/use-paced-news.ts';
import { Late } from '../../ui/late.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type ConversationId, inboxPaceMs, type ReadConversation, useReadConversationQuery } from './api.ts';
import { Composer } from './composer.tsx';
import type { Done } from './held-list.ts';
import { optedOutByHand } from './inbox-slice.ts';
import { OptOutDialog } from './opt-out-dialog.tsx';
import { ThreadSkeleton } from './skeletons.tsx';
import { stopOf } from './stop.ts';
import { ThreadEntries } from './thread-entries.tsx';
import { ThreadHead } from './thread-head.tsx';
import styles from './thread-pane.module.css';
import { useNameOf } from './use-name-of.ts';
import { useOptOut } from './use-opt-out.ts';
import { useSeen } from './use-seen.ts';

/** What a conversation shows, from both sides to the scripts that it may be answered with. */
const rooms: readonly Room[] = [
  'conversations',
  'replies',
  'contacts',
  'outbox',
  'delivery',
  'scripts',
  'actions',
  'numbers',
];

interface ThreadPaneProps {
  readonly id: ConversationId;
  /** Whoever is at the window has read all that is shown of it. */
  readonly onSeen: () => void;
  /** It was answered, or needs no answer any more. */
  readonly onDone: (how: Done) => void;
  readonly onLeave: () => void;
}

/** One conversation: asks for it, and says so when it cannot be had. */
export function ThreadPane(props: ThreadPaneProps) {
  const { id, onLeave } = props;
  const { t, tell } = useWords();
  const { data, error, refetch } = useReadConversationQuery(id, { refetchOnMountOrArgChange: true });
  usePacedNews(rooms, inboxPaceMs, () => void refetch());
  if (data !== undefined) return <Thread {...props} conversation={data} />;
  if (error === undefined) {
    return (
      <Late>
        <ThreadSkeleton />
      </Late>
    );
  }
  return (
    <div>
      <Problem>{tell(appErrorOf(error))}</Problem>
      <div className={styles.tools}>
        <Button variant="default" onClick={() => void refetch()}>
          {t('app.tryAgain')}
        </Button>
        <Button variant="subtle" leftSection={<ArrowLeft size={16} aria-hidden="true" />} onClick={onLeave}>
          {t('inbox.toList')}
        </Button>
      </div>
    </div>
  );
}

interface ThreadProps extends ThreadPaneProps {
  readonly conversation: ReadConversation;
}

function Thread({ id, conversation, onSeen, onDone, onLeave }: ThreadProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const name = useNameOf()(conversation);
  const markSeen = useSeen(id, conversation, onSeen);
  const { data: about } = useReadActionQuery(id.actionId);
  const optOut = useOptOut(id.contactId, () => {
    dispatch(optedOutByHand(name));
    onDone('opted-out');
  });
  const askToOptOut = useVerb({
    id: 'inbox-opt-out',
    label: t('inbox.optOut'),
    keys: 'o',
    inFieldsWith: 'mod',
    isDisabled: conversation.optedOut,
    run: optOut.begin,
  });
  const stop = stopOf(conversation);
  const isClosed = stop?.isForGood === true;
  // What closes while it is written to: the field stays, or the next letters would act as keys.
  const wasWriting = useRef(false);
  const isWriting = useAppSelector(({ inbox }) => (inbox.drafts[keyOf(id)]?.text ?? '') !== '');
  if (!isClosed) wasWriting.current = isWriting;
  const isLeftToRead = wasWriting.current || isWriting;
  const last = conversation.thread.at(-1);
  const mayWantOut = !conversation.optedOut && last?.direction === 'in' && last.mayWantOut;
  return (
    <section className={styles.thread} aria-label={t('inbox.with', { name })}>
      <ThreadHead
        name={name}
        actionName={about?.action.name}
        isOptedOut={conversation.optedOut}
        optOut={askToOptOut}
        onLeave={onLeave}
      />
      {isClosed && (
        <p className={styles.closed}>
          <Ban size={16} aria-hidden="true" />
          {conversation.optedOut ? t('inbox.optedOut') : tell(stop.error)}
        </p>
      )}
      <ThreadEntries name={name} thread={conversation.thread} />
      {mayWantOut && <p className={styles.notice}>{t('inbox.mayWantOutText', { name })}</p>}
      {(!isClosed || isLeftToRead) && (
        <Composer
          id={id}
          name={name}
          firstName={conversation.firstName}
          lastName={conversation.lastName}
          responses={isClosed ? [] : conversation.responses}
          isClosed={isClosed}
          stop={isClosed ? null : (stop?.error ?? null)}
          onDone={() => {
            void markSeen();
            onDone('answered');
          }}
          onLeave={onLeave}
        />
      )}
      {optOut.isAsked && <OptOutDialog name={name} optOut={optOut} />}
    </section>
  );
}
