import { useWords } from '../../words/index.ts';
import styles from './text-measure.module.css';

interface TextMeasureProps {
  readonly segments: number;
  /** In UTF-16 units, as the carrier's limit is. */
  readonly length: number;
}

/** How long a text is, quietly: segments are what carriers bill. */
export function TextMeasure({ segments, length }: TextMeasureProps) {
  const { t, formats } = useWords();
  return (
    <p className={styles.measure}>
      <span>{t('texting.segments', { count: segments, number: formats.number(segments) })}</span>
      <span>{t('texting.characters', { count: length, number: formats.number(length) })}</span>
    </p>
  );
}
