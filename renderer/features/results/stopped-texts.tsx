import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import type { Performance } from './api.ts';
import { type Stopped, stoppedBy } from './stopped.ts';
import styles from './stopped-texts.module.css';

interface StoppedTextsProps {
  readonly performance: Performance;
  readonly isOver: boolean;
}

/** What did not reach anybody: failed at the carrier, filtered on the way, or stopped by a safeguard before it cost anything. */
export function StoppedTexts({ performance, isOver }: StoppedTextsProps) {
  const { t, formats } = useWords();
  const { carrierErrors, carrierFiltering, safeguards } = performance;
  const stopped = stoppedBy(safeguards);
  const stoppedCount = stopped.reduce((sum, { count }) => sum + count, 0);

  function wordsOf(one: Stopped): string {
    if (one.kind === 'reason') return t(`results.reasons.${one.reason}`);
    if (one.kind === 'other') return one.reason;
    return one.known === null ? t('results.codes.unknown', { code: one.code }) : t(`results.codes.c${one.known}`);
  }

  function leadOf(failedCount: number): string | undefined {
    if (failedCount > 0) return t('results.failedLater');
    if (stoppedCount > 0) return undefined;
    return t(isOver ? 'results.stoppedNever' : 'results.stoppedNone');
  }

  return (
    <Card title={t('results.stopped')} lead={leadOf(carrierErrors + carrierFiltering)}>
      <table className={styles.table}>
        <thead className={styles.head}>
          <tr>
            <th scope="col">{t('results.why')}</th>
            <th scope="col">{t('results.count')}</th>
          </tr>
        </thead>
        <tbody>
          <Line name={t('results.carrierErrors')} advice={t('results.carrierErrorsAdvice')} count={carrierErrors} />
          <Line
            name={t('results.carrierFiltering')}
            advice={t('results.carrierFilteringAdvice')}
            count={carrierFiltering}
          />
          <Line name={t('results.safeguards')} advice={t('results.safeguardsAdvice')} count={stoppedCount} />
          {stopped.map((one) => (
            <tr key={wordsOf(one)}>
              <th scope="row" className={styles.reason}>
                {wordsOf(one)}
              </th>
              <td className={styles.count}>{formats.number(one.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface LineProps {
  readonly name: string;
  /** What to do about it, once there is something. */
  readonly advice: string;
  readonly count: number;
}

function Line({ name, advice, count }: LineProps) {
  const { formats } = useWords();
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {name}
        {count > 0 && <span className={styles.advice}>{advice}</span>}
      </th>
      <td className={styles.count}>{formats.number(count)}</td>
    </tr>
  );
}
