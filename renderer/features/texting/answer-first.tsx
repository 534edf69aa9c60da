import { wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Empty } from '../../ui/empty.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type ToAnswer, useAnswerFirstSentence } from './use-answer-first.ts';

interface AnswerFirstProps {
  readonly toAnswer: ToAnswer;
  /** How the last batch has ended, where that is worth a word. */
  readonly after: string | null;
}

/** Stands where the start button will be: the replies that have to be answered before, and the way to them. */
export function AnswerFirst({ toAnswer, after }: AnswerFirstProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const sentence = useAnswerFirstSentence();
  const inbox = useVerb({
    id: 'texting-inbox',
    label: t('texting.goToInbox'),
    keys: 'Enter',
    run: () => void dispatch(wentTo({ screen: 'inbox' })),
  });
  return (
    <div role="status">
      <Empty title={t('texting.answerFirstTitle')} text={[after ?? '', sentence(toAnswer)].join(' ').trim()}>
        <VerbButton verb={inbox} size="md" />
      </Empty>
    </div>
  );
}
