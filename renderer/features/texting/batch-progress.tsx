import type { CSSProperties } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import styles from './batch-progress.module.css';
import { type Desk, textedCountOf } from './desk.ts';

/** How much of the batch is sent and kept, and how many texts one has sent since one sat down, here and in other actions. */
export function BatchProgress({ desk }: { readonly desk: Desk }) {
  const { t, formats } = useWords();
  const [sent, total] = [textedCountOf(desk), desk.total];
  const later = desk.later.length;
  const sentHere = useAppSelector(({ texting }) =>
    Object.values(texting).reduce((sum, { sentCount }) => sum + sentCount, 0),
  );
  const share = { '--share': total === 0 ? 0 : Math.min(1, sent / total) } as CSSProperties;
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('texting.progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={sent}
        aria-valuetext={t('texting.progressValue', { sent: formats.number(sent), total: formats.number(total) })}
      >
        <div className={styles.bar} style={share} />
      </div>
      <p className={styles.figures}>
        <span>
          {t('texting.progressValue', { sent: formats.number(sent), total: formats.number(total) })}
          {later > 0 && ` · ${t('texting.forLater', { number: formats.number(later) })}`}
        </span>
        {sentHere > 0 && <span>{t('texting.sentHere', { count: sentHere, number: formats.number(sentHere) })}</span>}
      </p>
    </div>
  );
}
