import type { CSSProperties } from 'react';
import { useWords } from '../../words/index.ts';
import styles from './share-bar.module.css';
import { shareOf } from './shares.ts';

interface ShareBarProps {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  /** What it is a share of, in words. */
  readonly of: string;
  /** What stands there when there is nothing to have a share of. */
  readonly none: string;
}

/** One share: its words and numbers are text, the bar is for the eye. */
export function ShareBar({ label, part, whole, of, none }: ShareBarProps) {
  const { t, formats } = useWords();
  const share = shareOf(part, whole);
  return (
    <div className={styles.share}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={styles.bar} aria-hidden="true">
          <span className={styles.fill} style={{ '--share': share ?? 0 } as CSSProperties} />
        </span>
        <span className={styles.percent}>{share === null ? t('results.noShare') : formats.percent(share)}</span>
        <span className={styles.of}>{share === null ? none : `${formats.number(part)} ${of}`}</span>
      </dd>
    </div>
  );
}
