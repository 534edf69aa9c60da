import { useWords } from '../../words/index.ts';
import type { Preview } from '../script-editor/preview.ts';
import { useVariableName } from '../script-editor/use-variable-name.ts';
import styles from './preview-notes.module.css';

/** What a preview cannot show: places that stay empty, and those that are filled when it is sent. */
export function PreviewNotes({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const nameOf = useVariableName();
  const named = (names: readonly string[]): string => names.map(nameOf).join(', ');
  return (
    <>
      {preview.missing.length > 0 && (
        <p className={styles.missing}>{t('actions.previewMissing', { variables: named(preview.missing) })}</p>
      )}
      {preview.later.length > 0 && (
        <p className={styles.later}>{t('actions.previewLater', { variables: named(preview.later) })}</p>
      )}
    </>
  );
}
