import { measureText } from '../../../shared/domain/text-measure.ts';
import type { Unsendable } from '../../../shared/domain/unsendable.ts';
import { useWords } from '../../words/index.ts';
import styles from './text-length.module.css';

/** From here on the end of the segment is near enough to be told. */
const fewUnits = 20;

interface TextLengthProps {
  readonly text: string;
  /** Why it cannot be sent as it is. */
  readonly why: Unsendable | null;
}

/** What the text costs, counted as it will be sent. Read out only by who goes to it: it changes with every key. */
export function TextLength({ text, why }: TextLengthProps) {
  const { t, tell, formats } = useWords();
  const { segments, unitsLeft } = measureText(text);
  const counted = (count: number) => ({ count, number: formats.number(count) });
  if (segments === 0) return null;
  return (
    <>
      <span className={styles.length}>
        {t('inbox.segments', counted(segments))}
        {why === null && unitsLeft <= fewUnits && ` · ${t('inbox.unitsLeft', counted(unitsLeft))}`}
      </span>
      {why !== null && <span className={styles.why}>{tell(why)}</span>}
    </>
  );
}
