import type { CSSProperties } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import styles from './batch-progress.module.css';
import { type Desk, isAtPutOff } from './desk.ts';
import { figuresOf } from './desk-figures.ts';
import { countTextedHere } from './keep-count.ts';

/**
 * How far the batch is: texted, not texted, put off; and how many one has texted since one sat down, here and in
 * other actions. Once all others are done it says that those who were put off come now.
 */
export function BatchProgress({ desk }: { readonly desk: Desk }) {
  const { t, formats } = useWords();
  const { total, texted, notTexted: told, leftOut } = figuresOf(desk);
  const [notTexted, later] = [told + leftOut, desk.later.length];
  const textedHere = useAppSelector(countTextedHere);
  const share = { '--share': total === 0 ? 0 : Math.min(1, texted / total) } as CSSProperties;
  const progress = [
    t('texting.progressValue', { texted: formats.number(texted), total: formats.number(total) }),
    notTexted > 0 && t('texting.progressNotTexted', { number: formats.number(notTexted) }),
  ].filter((part) => part !== false);
  const isNow = isAtPutOff(desk);
  const putOff = t(isNow ? 'texting.nowPutOff' : 'texting.forLater', { count: later, number: formats.number(later) });
  return (
    <div className={styles.progress}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('texting.progress')}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={texted}
        aria-valuetext={progress.join(', ')}
      >
        <div className={styles.bar} style={share} />
      </div>
      <p className={styles.figures}>
        <span>
          {progress.join(' · ')}
          {later > 0 && ' · '}
          {later > 0 && (isNow ? <strong className={styles.now}>{putOff}</strong> : putOff)}
        </span>
        {textedHere > 0 && (
          <span>{t('texting.textedHere', { count: textedHere, number: formats.number(textedHere) })}</span>
        )}
      </p>
    </div>
  );
}
