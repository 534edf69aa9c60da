import { Button } from '@mantine/core';
import { Fragment, type KeyboardEvent, type UIEvent, useState } from 'react';
import { fullName } from '../../../shared/domain/full-name.ts';
import { useAppSelector } from '../../app/store.ts';
import { useListSignInQuery } from '../../bridge/rooms/people.ts';
import { useWords } from '../../words/index.ts';
import type { ReadConversation } from './api.ts';
import { groupByDay } from './days.ts';
import { type Fate, fateOf } from './fate.ts';
import styles from './thread-entries.module.css';
import { ThreadEntry } from './thread-entry.tsx';
import { useWhyWaiting } from './use-why-waiting.ts';

/** So many of the latest stand there at first, and so many more each time. */
const perPage = 50;
/** How near its top the thread shows more by itself. */
const nearTopPx = 120;

const waits: ReadonlySet<Fate> = new Set(['waits']);

interface ThreadEntriesProps {
  readonly name: string;
  readonly thread: ReadConversation['thread'];
}

/**
 * Both sides, the latest at the bottom and in sight. The box counts from its bottom, so that older texts come in above
 * without moving what is read.
 */
export function ThreadEntries({ name, thread }: ThreadEntriesProps) {
  const { t, language } = useWords();
  const [pages, setPages] = useState(1);
  const person = useAppSelector(({ session }) => session.session?.person);
  const isWaiting = thread.some((entry) => entry.direction === 'out' && waits.has(fateOf(entry)));
  const whyWaiting = useWhyWaiting(isWaiting);
  const isByOthers = thread.some((entry) => entry.direction === 'out' && entry.userId !== person?.userId);
  const { data: people } = useListSignInQuery(undefined, { skip: !isByOthers });
  const shown = thread.slice(-pages * perPage);
  const hasEarlier = shown.length < thread.length;

  function writerOf(entry: ReadConversation['thread'][number]): string {
    if (entry.direction === 'in') return name;
    if (entry.userId === person?.userId) return t('inbox.you');
    const writer = people?.people.find(({ userId }) => userId === entry.userId);
    return writer === undefined ? t('inbox.somebody') : fullName(writer);
  }

  function onScroll({ currentTarget }: UIEvent<HTMLDivElement>): void {
    const { scrollHeight, clientHeight, scrollTop } = currentTarget;
    if (hasEarlier && scrollHeight - clientHeight + scrollTop < nearTopPx) setPages(pages + 1);
  }

  /** The arrows scroll what is read; they would move the list's cursor otherwise. */
  function onKeyDown(event: KeyboardEvent): void {
    if (['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(event.key)) event.stopPropagation();
  }

  return (
    <div
      className={styles.scroller}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrows.
      tabIndex={0}
      role="log"
      aria-label={t('inbox.with', { name })}
    >
      <div className={styles.entries}>
        {hasEarlier && (
          <Button variant="subtle" size="compact-sm" className={styles.earlier} onClick={() => setPages(pages + 1)}>
            {t('inbox.earlier')}
          </Button>
        )}
        {groupByDay(shown).map(({ day, entries }) => (
          <Fragment key={day}>
            <h3 className={styles.day}>
              <DayName at={entries[0]?.at ?? 0} key={language} />
            </h3>
            <ul className={styles.ofDay}>
              {entries.map((entry) => (
                <ThreadEntry
                  key={entry.direction === 'in' ? `in ${entry.replyId}` : `out ${entry.messageId}`}
                  entry={entry}
                  writer={writerOf(entry)}
                  isWriterShown={entry.direction === 'out' && entry.userId !== person?.userId}
                  whyWaiting={entry.direction === 'out' ? whyWaiting(entry.messageId) : null}
                />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

function DayName({ at }: { readonly at: number }) {
  const { t, formats } = useWords();
  const now = new Date();
  if (new Date(at).toDateString() === now.toDateString()) return t('inbox.today');
  now.setDate(now.getDate() - 1);
  if (new Date(at).toDateString() === now.toDateString()) return t('inbox.yesterday');
  return formats.date(at);
}
