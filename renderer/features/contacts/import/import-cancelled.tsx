import { useAppDispatch } from '../../../app/store.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import { importClosed } from '../import-slice.ts';

interface ImportCancelledProps {
  readonly listName: string;
  readonly onAgain: () => void;
}

/** After a cancel: nothing of the list is there. */
export function ImportCancelled({ listName, onAgain }: ImportCancelledProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const again = useVerb({ id: 'import-again', label: t('contacts.import'), keys: 'i', run: onAgain });
  const back = useVerb({
    id: 'import-back',
    label: t('contacts.allLists'),
    keys: 'Escape',
    run: () => void dispatch(importClosed()),
  });
  return (
    <Screen title={t('contacts.import')} width="text">
      <Empty title={t('contacts.importCancelled', { name: listName })} text={t('contacts.cancelledText')}>
        <VerbButton verb={back} variant="default" />
        <VerbButton verb={again} />
      </Empty>
    </Screen>
  );
}
