import { useAppDispatch } from '../../app/store.ts';
import { useStartWords } from '../../app/use-start-words.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Empty } from '../../ui/empty.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { AnswerFirst } from './answer-first.tsx';
import { useAnswerFirst } from './use-answer-first.ts';
import { claimNext } from './work-desk.ts';

/** Before a batch: what one key will bring, or what has to be answered before. */
export function StartBatch({ actionId }: { readonly actionId: number }) {
  const { t } = useWords();
  const toAnswer = useAnswerFirst();
  const startWords = useStartWords(t('texting.start'));
  if (toAnswer === undefined || startWords === undefined) return null;
  if (toAnswer !== null) return <AnswerFirst toAnswer={toAnswer} />;
  return <Ready actionId={actionId} startWords={startWords} />;
}

function Ready({ actionId, startWords }: { readonly actionId: number; readonly startWords: string }) {
  const { t, formats } = useWords();
  const dispatch = useAppDispatch();
  const size = useReadSettingsQuery().data?.settings.bucketSize;
  const start = useVerb({
    id: 'texting-start',
    label: startWords,
    keys: 'Enter',
    alsoCalled: t('texting.start'),
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
