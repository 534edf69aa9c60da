import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { useWords } from '../../words/index.ts';
import { oneWord } from '../script-editor/one-word.ts';
import type { Preview } from '../script-editor/preview.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './preview-bubble.module.css';

interface PreviewBubbleProps {
  /** Null while the text has a variable that cannot be read. */
  readonly preview: Preview | null;
}

/** The text as a phone shows it. Values that were filled in are tinted; places that stay empty are marked. */
export function PreviewBubble({ preview }: PreviewBubbleProps) {
  const { t } = useWords();
  const nameOf = useVariableName();
  if (preview === null) return <p className={styles.none}>{t('actions.previewBroken')}</p>;
  if (preview.pieces.length === 0) return <p className={styles.none}>{t('actions.previewEmpty')}</p>;
  let at = 0;
  return (
    <p className={styles.bubble} dir="auto">
      {preview.pieces.map(({ kind, text }) => {
        const key = `${at}`;
        at += text.length + 1;
        if (kind === 'text') return <span key={key}>{text}</span>;
        if (kind === 'value')
          return (
            <span key={key} className={styles.value}>
              {text}
            </span>
          );
        return (
          <span key={key} className={styles[kind]}>
            <VisuallyHidden>{`${t(kind === 'missing' ? 'actions.missingMark' : 'actions.laterMark')} `}</VisuallyHidden>
            {oneWord(nameOf(text))}
          </span>
        );
      })}
    </p>
  );
}
