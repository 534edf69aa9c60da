import { Button } from '@mantine/core';
import { Problem } from '../../../ui/problem.tsx';
import { useWords } from '../../../words/index.ts';
import styles from './left-out.module.css';
import type { Saving } from './use-save-left-out.ts';

/** What has become of the writing of the rows, beside the button that asked for it. */
export function SavedRows({ saving: { saved, error, show } }: { readonly saving: Saving }) {
  const { t, tell, formats } = useWords();
  return (
    <>
      {error && <Problem>{tell(error)}</Problem>}
      <div className={styles.saved} role="status">
        {saved && (
          <>
            <span>
              {t('contacts.rowsSaved', { count: saved.rows, number: formats.number(saved.rows), file: saved.name })}
            </span>
            <Button variant="subtle" size="compact-sm" onClick={show}>
              {t('app.showFolder')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
