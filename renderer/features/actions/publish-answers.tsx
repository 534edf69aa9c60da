import { Caution } from '../../ui/caution.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { Aside, Fact } from './publish-fact.tsx';
import styles from './publish-facts.module.css';

interface PublishAnswersProps {
  readonly responseCount: number;
  /** Whether texters may write what they like. */
  readonly hasOwnWords: boolean;
  /** Goes back to the form, where one is written. */
  readonly onAdd: () => void;
}

/** What texters will answer with: where only scripts may be sent and there is none, they could answer nobody. */
export function PublishAnswers({ responseCount, hasOwnWords, onAdd }: PublishAnswersProps) {
  const { t, formats } = useWords();
  const isMute = responseCount === 0 && !hasOwnWords;
  const add = useVerb({
    id: 'publish-add-response',
    label: t('actions.addReply'),
    keys: 'a',
    inDialog: true,
    isDisabled: !isMute,
    isHidden: !isMute,
    run: onAdd,
  });
  return (
    <Fact label={t('actions.factAnswers')}>
      {responseCount === 0
        ? t('actions.noResponsesCount')
        : t('actions.responsesCount', { count: responseCount, shown: formats.number(responseCount) })}
      {isMute ? (
        <div className={styles.mend}>
          <Caution>{t('actions.nobodyCouldAnswer')}</Caution>
          <VerbButton verb={add} variant="default" size="compact-sm" />
        </div>
      ) : (
        responseCount === 0 && <Aside>{t('actions.answersInOwnWords')}</Aside>
      )}
    </Fact>
  );
}
