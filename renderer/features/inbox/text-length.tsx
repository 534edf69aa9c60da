import { countSegments, maxBodyLength } from '../../../shared/domain/segments.ts';
import { smartEncode } from '../../../shared/domain/smart-encoding.ts';
import { useWords } from '../../words/index.ts';
import styles from './text-length.module.css';

/** From here on the end of the segment is near enough to be told. */
const fewUnits = 20;

/** What the text costs, counted as it will be sent. Read out only by who goes to it: it changes with every key. */
export function TextLength({ text }: { readonly text: string }) {
  const { t } = useWords();
  const body = smartEncode(text.trim());
  const { segments, unitsLeft } = countSegments(body);
  if (segments === 0) return null;
  if (body.length > maxBodyLength) {
    return <span className={styles.tooLong}>{t('inbox.tooLong', { count: body.length - maxBodyLength })}</span>;
  }
  return (
    <span className={styles.length}>
      {t('inbox.segments', { count: segments })}
      {unitsLeft <= fewUnits && ` · ${t('inbox.unitsLeft', { count: unitsLeft })}`}
    </span>
  );
}
