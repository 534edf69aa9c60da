import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import { carrierCodeOf } from '../results/carrier-codes.ts';
import type { ReadConversation } from './api.ts';
import { fateOf, toneOf } from './fate.ts';
import styles from './thread-entry.module.css';

type Entry = ReadConversation['thread'][number];

interface ThreadEntryProps {
  readonly entry: Entry;
  readonly writer: string;
  /** For the eye: the side tells one's own texts from the contact's, not from those of other texters. */
  readonly isWriterShown: boolean;
  /** The reason why it waits, where it is known. */
  readonly whyWaiting: string | null;
}

/** One text with its time and, if it is ours, what has become of it. Links and pictures in it stay letters. */
export function ThreadEntry({ entry, writer, isWriterShown, whyWaiting }: ThreadEntryProps) {
  const { t, formats } = useWords();
  return (
    <li className={`${styles.entry} ${styles[entry.direction]}`}>
      <VisuallyHidden>{t('inbox.wrote', { name: writer })}</VisuallyHidden>
      <p className={styles.text} dir="auto">
        {entry.text}
      </p>
      <p className={styles.about}>
        {isWriterShown && <span aria-hidden="true">{writer}</span>}
        <time dateTime={new Date(entry.at).toISOString()} title={formats.dateTime(entry.at)}>
          {formats.time(entry.at)}
        </time>
        {entry.direction === 'out' ? (
          <FateWords entry={entry} whyWaiting={whyWaiting} />
        ) : (
          entry.optedOut && <span className={styles.problem}>{t('inbox.optedOutByText')}</span>
        )}
      </p>
    </li>
  );
}

interface FateWordsProps {
  readonly entry: Extract<Entry, { direction: 'out' }>;
  readonly whyWaiting: string | null;
}

function FateWords({ entry, whyWaiting }: FateWordsProps) {
  const { t } = useWords();
  const { errorCode } = entry;
  const fate = fateOf(entry);
  const tone = toneOf(fate);
  const known = carrierCodeOf(errorCode);
  const why =
    fate === 'waits'
      ? whyWaiting
      : tone !== 'problem' || errorCode === null
        ? null
        : known === null
          ? t('results.codes.unknown', { code: errorCode })
          : t(`results.codes.c${known}`);
  return (
    <span className={styles[tone]}>
      {why === null ? t(`inbox.fates.${fate}`) : `${t(`inbox.fates.${fate}`)}: ${why}`}
    </span>
  );
}
