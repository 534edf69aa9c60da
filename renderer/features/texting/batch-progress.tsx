import type { CSSProperties } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './batch-progress.module.css';
import { type Desk, textedCountOf } from './desk.ts';
import { textsInLastHour } from './pace.ts';

/** How much of the batch is sent and kept, and how many texts that makes in an hour. */
export function BatchProgress({ desk }: { readonly desk: Desk }) {
  const { t, formats } = useWords();
  const [sent, total] = [textedCountOf(desk), desk.total];
  const later = desk.later.length;
  const inLastHour = textsInLastHour(desk.pace, Date.now());
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
        {inLastHour > 0 && (
          <span>{t('texting.lastHour', { count: inLastHour, number: formats.number(inLastHour) })}</span>
        )}
      </p>
    </div>
  );
}
