import { useAppDispatch } from '../../app/store.ts';
import { useStartWords } from '../../app/use-start-words.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Empty } from '../../ui/empty.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { AnswerFirst } from './answer-first.tsx';
import { partingSentence } from './parting-sentence.ts';
import { useAnswerFirst } from './use-answer-first.ts';
import { useDesk } from './use-desk.ts';
import { claimNext } from './work-desk.ts';

/** Before a batch: how the last one has ended, if it was not texted to its end, and what one key will bring or takes first. */
export function StartBatch({ actionId }: { readonly actionId: number }) {
  const words = useWords();
  const toAnswer = useAnswerFirst();
  const { parting } = useDesk(actionId);
  const startWords = useStartWords(words.t('texting.start'));
  if (toAnswer === undefined || startWords === undefined) return null;
  const ended = parting === null ? null : partingSentence(parting, words);
  if (toAnswer !== null) return <AnswerFirst toAnswer={toAnswer} after={ended} />;
  return <Ready actionId={actionId} startWords={startWords} ended={ended} />;
}

interface ReadyProps {
  readonly actionId: number;
  readonly startWords: string;
  readonly ended: string | null;
}

function Ready({ actionId, startWords, ended }: ReadyProps) {
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
  const ready =
    size === undefined ? t('texting.readyText') : t('texting.readyTextSize', { number: formats.number(size) });
  return (
    <div role={ended === null ? undefined : 'status'}>
      <Empty
        title={ended ?? t('texting.readyTitle')}
        text={ended === null ? ready : t('texting.partedNext', { start: startWords })}
      >
        <VerbButton verb={start} size="md" />
      </Empty>
    </div>
  );
}
