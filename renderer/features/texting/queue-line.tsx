import type { AppError } from '../../../shared/errors.ts';
import { useWords, type Words } from '../../words/index.ts';
import { useQueueStatus } from '../status/use-queue-status.ts';
import styles from './queue-line.module.css';
import { type QueueNews, queueNews } from './queue-news.ts';

interface QueueLineProps {
  /** Why presses are not kept for the moment. */
  readonly stall: AppError | null;
  readonly unsavedCount: number;
}

/**
 * One calm line about what was sent and waits, which keeps its place when there is nothing to say. It reads what the foot
 * of the window reads, so that the two agree: with news of the outbox, at most once a second however fast one presses.
 */
export function QueueLine({ stall, unsavedCount }: QueueLineProps) {
  const words = useWords();
  const status = useQueueStatus();
  const news = status === undefined ? null : queueNews(status);
  return (
    <p className={styles.line} data-urgent={stall !== null} role="status">
      {stall === null ? news && sentenceFor(news, words) : unsavedSentence(stall, unsavedCount, words)}
    </p>
  );
}

function unsavedSentence(stall: AppError, count: number, { t, tell, formats }: Words): string {
  return `${tell(stall)} ${t('texting.unsaved', { count, number: formats.number(count) })}`;
}

function sentenceFor(news: QueueNews, { t, tell, formats }: Words): string {
  if (news.news === 'held') return tell(news.error);
  const { count } = news;
  return t(`texting.queue.${news.news}`, { count, number: formats.number(count) });
}
