import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import { type Draft, letterOf, type ScriptPart } from './draft.ts';
import { DraftScript, type Writing } from './draft-script.tsx';
import styles from './draft-scripts.module.css';
import { scriptAdded } from './drafts-slice.ts';
import { nameOfText } from './focus-request.ts';
import { ReplyName } from './reply-name.tsx';

interface DraftScriptsProps {
  readonly writing: Writing;
  readonly draft: Draft;
  readonly lacksText: boolean;
}

/** The engine takes no more of a kind. */
const mostScripts = 50;

/** The first texts, of which each contact gets one, and the replies that texters choose from. */
export function DraftScripts({ writing, draft, lacksText }: DraftScriptsProps) {
  const { draftKey, focus, onCurrent, onFocus } = writing;
  const { t } = useWords();
  const dispatch = useAppDispatch();

  /** The cursor goes where the first word is to be written. */
  function add(part: ScriptPart): void {
    const key = mintIntentId();
    dispatch(scriptAdded({ draftKey, change: { part, key } }));
    onCurrent(key);
    onFocus(part === 'responses' ? nameOfText(key) : key);
  }

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
        <AddButton
          label={t('actions.addText')}
          isDisabled={draft.initial.length >= mostScripts}
          onAdd={() => add('initial')}
        />
      </Card>
      <Card title={t('actions.replies')} lead={t('actions.repliesLead')}>
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
        <AddButton
          label={t('actions.addReply')}
          isDisabled={draft.responses.length >= mostScripts}
          onAdd={() => add('responses')}
        />
      </Card>
    </>
  );
}

interface AddButtonProps {
  readonly label: string;
  readonly isDisabled: boolean;
  readonly onAdd: () => void;
}

function AddButton({ label, isDisabled, onAdd }: AddButtonProps) {
  return (
    <div>
      <Button
        variant="default"
        size="compact-sm"
        disabled={isDisabled}
        leftSection={<Plus size={16} aria-hidden="true" />}
        onClick={onAdd}
      >
        {label}
      </Button>
    </div>
  );
}
