import { FileSpreadsheet } from 'lucide-react';
import type { AppError } from '../../../../shared/errors.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { Problem } from '../../../ui/problem.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import { useChooseFile } from '../import-door.tsx';
import { importClosed } from '../import-slice.ts';
import { useLoadSample } from '../use-import-verbs.ts';
import styles from './file-step.module.css';

/** Asks for the file; `error` says why the one before could not be taken. */
export function FileStep({ error }: { readonly error: AppError | null }) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const chooseFile = useChooseFile();
  const choose = useVerb({ id: 'import-choose', label: t('contacts.chooseFile'), keys: 'Enter', run: chooseFile });
  const sample = useLoadSample();
  const back = useVerb({
    id: 'import-back',
    label: t('contacts.allLists'),
    keys: 'Escape',
    run: () => void dispatch(importClosed()),
  });
  return (
    <Screen title={t('contacts.import')} width="text" tools={<VerbButton verb={back} variant="subtle" />}>
      {error && <Problem>{tell(error)}</Problem>}
      <div className={styles.drop}>
        <FileSpreadsheet className={styles.icon} size={28} strokeWidth={1.5} aria-hidden="true" />
        <p className={styles.title}>{t('contacts.dropHere')}</p>
        <p className={styles.text}>{t('contacts.fileHint')}</p>
        <div className={styles.acts}>
          <VerbButton verb={choose} autoFocus />
          {sample && <VerbButton verb={sample} variant="default" />}
        </div>
      </div>
      <p className={styles.text}>{t('contacts.spreadsheetHint')}</p>
    </Screen>
  );
}
