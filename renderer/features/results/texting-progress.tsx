import type { ReactNode } from 'react';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import type { Performance } from './api.ts';
import { partsOf, remainingIn } from './progress.ts';
import { shareOf } from './shares.ts';
import styles from './texting-progress.module.css';

interface TextingProgressProps {
  readonly performance: Performance;
  /** The action has ended: nothing remains to be done. */
  readonly isOver: boolean;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Where the contacts of the list stand. The bar is for the eye; its numbers stand below it as text, and add up. */
export function TextingProgress({ performance, isOver, children }: TextingProgressProps) {
  const { t, formats } = useWords();
  const { contacts, progress } = performance;
  const parts = partsOf(performance, isOver);
  const whole = { count: contacts, shown: formats.number(contacts) };
  return (
    <Card
      title={t('results.progress')}
      tools={
        <span className={styles.whole}>
          {isOver
            ? t('results.sentTo', { ...whole, sent: formats.number(progress.sent) })
            : t('results.remaining', { ...whole, remaining: formats.number(remainingIn(performance)) })}
        </span>
      }
    >
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ part, count }) => (
          <span key={part} className={`${styles.part} ${styles[part]}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <dl className={styles.legend}>
        {parts.map(({ part, count }) => {
          const share = shareOf(count, contacts);
          return (
            <div key={part} className={styles.entry}>
              <dt>
                <span className={`${styles.swatch} ${styles[part]}`} aria-hidden="true" />
                {t(`results.parts.${part}`)}
              </dt>
              <dd className={styles.value}>
                {formats.number(count)}{' '}
                {share !== null && <span className={styles.share}>{formats.percent(share)}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      {children}
    </Card>
  );
}
