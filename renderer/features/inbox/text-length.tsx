import { measureText } from '../../../shared/domain/text-measure.ts';
import { useWords } from '../../words/index.ts';
import styles from './text-length.module.css';

/** From here on the end of the segment is near enough to be told. */
const fewUnits = 20;

/** What the text costs, counted as it will be sent. Read out only by who goes to it: it changes with every key. */
export function TextLength({ text }: { readonly text: string }) {
  const { t } = useWords();
  const { segments, unitsLeft, tooLongBy } = measureText(text);
  if (segments === 0) return null;
  if (tooLongBy > 0) return <span className={styles.tooLong}>{t('inbox.tooLong', { count: tooLongBy })}</span>;
  return (
    <span className={styles.length}>
      {t('inbox.segments', { count: segments })}
      {unitsLeft <= fewUnits && ` · ${t('inbox.unitsLeft', { count: unitsLeft })}`}
    </span>
  );
}
