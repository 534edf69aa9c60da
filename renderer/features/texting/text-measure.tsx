import type { TextMeasure as Measure } from '../../../shared/domain/text-measure.ts';
import { useWords } from '../../words/index.ts';
import styles from './text-measure.module.css';

/** How long a text is, quietly: segments are what carriers bill. */
export function TextMeasure({ measure: { segments, units } }: { readonly measure: Measure }) {
  const { t, formats } = useWords();
  return (
    <p className={styles.measure}>
      <span>{t('texting.segments', { count: segments, number: formats.number(segments) })}</span>
      <span>{t('texting.characters', { count: units, number: formats.number(units) })}</span>
    </p>
  );
}
