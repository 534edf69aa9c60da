import type { TextMeasure } from '../../../shared/domain/text-measure.ts';
import { useWords } from '../../words/index.ts';
import styles from './script-length.module.css';

interface ScriptLengthProps {
  readonly id: string;
  readonly measure: TextMeasure;
  /** Something is only filled in when it is sent, and will make it longer. */
  readonly isAtLeast: boolean;
}

/** How long a text is, in characters and in what carriers bill. */
export function ScriptLength({ id, measure, isAtLeast }: ScriptLengthProps) {
  const { t, formats } = useWords();
  const { units, segments } = measure;
  const billed = { count: segments, shown: formats.number(segments) };
  return (
    <p className={styles.length} id={id}>
      <span>{t('actions.scripts.characters', { count: units, shown: formats.number(units) })}</span>
      {/* What is empty is not sent. */}
      {segments > 0 && (
        <>
          <span aria-hidden="true">{'·'}</span>
          <span>{t(isAtLeast ? 'actions.scripts.billedAtLeast' : 'actions.scripts.billedAs', billed)}</span>
        </>
      )}
    </p>
  );
}
