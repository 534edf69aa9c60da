import { mostScripts } from '../../../shared/contract/limits.ts';
import { useReadSettingsQuery } from '../../bridge/rooms/settings.ts';
import { Card } from '../../ui/card.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type Draft, letterOf } from './draft.ts';
import { DraftScript, type Writing } from './draft-script.tsx';
import styles from './draft-scripts.module.css';
import { ReplyName } from './reply-name.tsx';

interface DraftScriptsProps {
  readonly writing: Writing;
  readonly draft: Draft;
  readonly lacksText: boolean;
}

/** The first texts, of which each contact gets one, and the replies that texters choose from. */
export function DraftScripts({ writing, draft, lacksText }: DraftScriptsProps) {
  const { draftKey, focus, onAdd } = writing;
  const { t } = useWords();
  const { data } = useReadSettingsQuery();
  const isScriptsOnly = data?.settings.ownWords === false;

  const addText = useVerb({
    id: 'add-initial-script',
    label: t('actions.addText'),
    keys: 'mod+shift+f',
    isDisabled: draft.initial.length >= mostScripts,
    run: () => onAdd('initial'),
  });
  const addResponse = useVerb({
    id: 'add-response-script',
    label: t('actions.addReply'),
    keys: 'mod+shift+a',
    isDisabled: draft.responses.length >= mostScripts,
    run: () => onAdd('responses'),
  });
  const isTest = draft.initial.length > 1;
  return (
    <>
      <Card title={t('actions.firstTexts')} lead={isTest ? t('actions.testLead') : t('actions.firstLead')}>
        {draft.initial.map((script, index) => (
          <DraftScript
            key={script.key}
            writing={writing}
            script={script}
            label={isTest ? t('actions.textLetter', { letter: letterOf(index) }) : t('actions.text')}
            isInitial
            isRemovable={isTest}
            isLacking={lacksText && index === 0}
          />
        ))}
        <div>
          <VerbButton verb={addText} variant="default" size="compact-sm" />
        </div>
      </Card>
      <Card title={t('actions.replies')} lead={t(isScriptsOnly ? 'actions.repliesOnlyLead' : 'actions.repliesLead')}>
        {draft.responses.map((script, index) => (
          <div key={script.key} className={styles.reply}>
            <ReplyName draftKey={draftKey} script={script} focus={focus} />
            <DraftScript
              writing={writing}
              script={script}
              label={t('actions.replyText', { number: index + 1 })}
              isInitial={false}
              isRemovable
            />
          </div>
        ))}
        <div>
          <VerbButton verb={addResponse} variant="default" size="compact-sm" />
        </div>
      </Card>
    </>
  );
}
