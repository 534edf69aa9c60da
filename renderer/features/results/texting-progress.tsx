import type { ActionProgress } from '../../bridge/rooms/assignments.ts';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import { shareOf } from './shares.ts';
import styles from './texting-progress.module.css';

const parts = ['texted', 'claimed', 'unassigned', 'leftOut'] as const;

/** How far the list is texted. The bar is for the eye; its numbers stand beside it as text. */
export function TextingProgress({ progress }: { readonly progress: ActionProgress }) {
  const { t, formats } = useWords();
  const whole = parts.reduce((sum, part) => sum + progress[part], 0);
  return (
    <Card
      title={t('results.progress')}
      tools={
        <span className={styles.whole}>
          {t('results.remaining', {
            count: whole,
            shown: formats.number(whole),
            remaining: formats.number(progress.claimed + progress.unassigned),
          })}
        </span>
      }
    >
      <div className={styles.bar} aria-hidden="true">
        {parts.map(
          (part) =>
            progress[part] > 0 && (
              <span key={part} className={`${styles.part} ${styles[part]}`} style={{ flexGrow: progress[part] }} />
            ),
        )}
      </div>
      <dl className={styles.legend}>
        {parts.map((part) => {
          if (progress[part] === 0) return null;
          const share = shareOf(progress[part], whole);
          return (
            <div key={part} className={styles.entry}>
              <dt>
                <span className={`${styles.swatch} ${styles[part]}`} aria-hidden="true" />
                {t(`results.parts.${part}`)}
              </dt>
              <dd className={styles.value}>
                {formats.number(progress[part])}
                {share !== null && <span className={styles.share}>{formats.percent(share)}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
