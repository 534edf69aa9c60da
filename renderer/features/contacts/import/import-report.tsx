import type { ImportResult } from '../../../../shared/contract/contacts.ts';
import { wentTo } from '../../../app/place-slice.ts';
import { useAppDispatch } from '../../../app/store.ts';
import { Card } from '../../../ui/card.tsx';
import { Figure, Figures } from '../../../ui/figure.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import { importClosed } from '../import-slice.ts';
import { useMakeAction } from '../use-make-action.ts';
import { leftOutCount } from './import-outcome.ts';
import { LeftOut } from './left-out.tsx';

interface ImportReportProps {
  readonly result: ImportResult;
  readonly listName: string;
}

/** What an import has come to, row for row, and what one does next. */
export function ImportReport({ result, listName }: ImportReportProps) {
  const { t, formats } = useWords();
  const { added, updated, unchanged, optedOut, rowsRead } = result;
  const isEmpty = added + updated + unchanged === 0;
  const { back, see, makeAction } = useReportVerbs(result, isEmpty);
  const leftOut = leftOutCount(result);
  return (
    <Screen
      title={t(isEmpty ? 'contacts.nobodyImportedTitle' : 'contacts.importedTitle', { name: listName })}
      lead={<span role="status">{t('contacts.rowsRead', { count: rowsRead, number: formats.number(rowsRead) })}</span>}
      tools={
        <>
          <VerbButton verb={back} variant="subtle" autoFocus={isEmpty} />
          {!isEmpty && <VerbButton verb={see} variant="default" />}
          {!isEmpty && <VerbButton verb={makeAction} autoFocus />}
        </>
      }
    >
      <Card title={t('contacts.report')}>
        <Figures>
          <Figure label={t('contacts.added')} value={formats.number(added)} />
          <Figure label={t('contacts.updated')} value={formats.number(updated)} />
          <Figure label={t('contacts.unchanged')} value={formats.number(unchanged)} />
          <Figure label={t('contacts.leftOutCount')} value={formats.number(leftOut)} />
        </Figures>
        {optedOut > 0 && <p>{t('contacts.optedOutCount', { count: optedOut, number: formats.number(optedOut) })}</p>}
      </Card>
      {leftOut > 0 && <LeftOut result={result} listName={listName} />}
    </Screen>
  );
}

/** A list that nobody is in is left to itself: what comes next is another file. */
function useReportVerbs({ listId }: ImportResult, isEmpty: boolean) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const goToAction = useMakeAction(listId);
  const close = (): void => void dispatch(importClosed());
  const back = useVerb({ id: 'import-back', label: t('contacts.allLists'), keys: 'Escape', run: close });
  const see = useVerb({
    id: 'import-see-list',
    label: t('contacts.seeList'),
    keys: 'l',
    isDisabled: isEmpty,
    isHidden: isEmpty,
    run: () => {
      close();
      dispatch(wentTo({ screen: 'contacts', listId }));
    },
  });
  const makeAction = useVerb({
    id: 'contacts-make-action',
    label: t('contacts.makeAction'),
    keys: 'Enter',
    isDisabled: isEmpty,
    isHidden: isEmpty,
    run: () => {
      close();
      goToAction();
    },
  });
  return { back, see, makeAction };
}
