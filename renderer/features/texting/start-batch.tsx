import { useAppDispatch } from '../../app/store.ts';
import { Empty } from '../../ui/empty.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { useReadTextingHoursQuery } from './texting-api.ts';
import { claimNext } from './work-desk.ts';

/** Before the first batch: what one key will bring. */
export function StartBatch({ actionId }: { readonly actionId: number }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const size = useReadTextingHoursQuery().data?.bucketSize;
  const start = useVerb({
    id: 'texting-start',
    label: t('texting.start'),
    keys: 'Enter',
    run: () => void dispatch(claimNext(actionId)),
  });
  return (
    <Empty
      title={t('texting.readyTitle')}
      text={size === undefined ? t('texting.readyText') : t('texting.readyTextSize', { number: formats.number(size) })}
    >
      <VerbButton verb={start} size="md" />
    </Empty>
  );
}
