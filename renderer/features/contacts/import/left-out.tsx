import type { ImportResult } from '../../../../shared/contract/contacts.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { Card } from '../../../ui/card.tsx';
import { Problem } from '../../../ui/problem.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import styles from '../contacts.module.css';
import { type LeftOutPage, type LeftOutPageInput, useReadLeftOutPageQuery } from '../contacts-api.ts';
import { useChooseFile } from '../import-door.tsx';
import { usePageWindow } from '../use-page-window.ts';
import { leftOutCount } from './import-outcome.ts';
import { LeftOutReasons } from './left-out-reasons.tsx';
import { LeftOutTable } from './left-out-table.tsx';
import { SavedRows } from './saved-rows.tsx';
import { useSaveLeftOut } from './use-save-left-out.ts';

interface LeftOutProps {
  readonly result: ImportResult;
  readonly listName: string;
}

/** The rows that could not be used, why, and how to mend them. */
export function LeftOut({ result, listName }: LeftOutProps) {
  const { t, tell } = useWords();
  const { importId } = result;
  const pages = usePageWindow<LeftOutPage, LeftOutPage['rows'][number], LeftOutPageInput>({
    usePage: useReadLeftOutPageQuery,
    inputFor: (after) => ({ importId, after }),
    rowsOf: (page) => page.rows,
  });
  const saving = useSaveLeftOut(importId, t('contacts.leftOutFileName', { name: listName }));
  const chooseFile = useChooseFile();
  const save = useVerb({
    id: 'import-save-left-out',
    label: saving.isBusy ? t('contacts.savingRows') : t('contacts.saveRows'),
    keys: 'e',
    isDisabled: saving.isBusy,
    run: () => void saving.save(),
  });
  const again = useVerb({ id: 'import-again', label: t('contacts.importMended'), keys: 'i', run: chooseFile });
  return (
    <Card
      title={t('contacts.leftOut')}
      lead={t('contacts.leftOutLead')}
      tools={
        <div className={styles.acts}>
          <VerbButton verb={save} variant="default" />
          <VerbButton verb={again} variant="default" />
        </div>
      }
    >
      <LeftOutReasons leftOut={result.leftOut} />
      <SavedRows saving={saving} />
      {pages.error && <Problem>{tell(appErrorOf(pages.error))}</Problem>}
      {pages.rows !== undefined && <LeftOutTable pages={pages} count={leftOutCount(result)} />}
    </Card>
  );
}
