import { Button, TextInput } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { appError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Card } from '../../ui/card.tsx';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { ScriptEditor } from '../script-editor/script-editor.tsx';
import { type Draft, type DraftScript, letterOf, longestName, type ScriptPart } from './draft.ts';
import styles from './draft-scripts.module.css';
import { type DraftKey, scriptAdded, scriptChanged, scriptRemoved } from './drafts-slice.ts';
import type { FocusRequest } from './focus-request.ts';
import type { Faults } from './save-draft.ts';

interface DraftScriptsProps {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  readonly values: PreviewValues;
  readonly faults: Faults;
  readonly lacksText: boolean;
  readonly focus: FocusRequest;
  readonly currentKey: string;
  readonly onCurrent: (key: string) => void;
  readonly onFocus: (key: string) => void;
}

/** The engine takes no more of a kind. */
const mostScripts = 50;

/** The first texts, of which each contact gets one, and the replies that texters choose from. */
export function DraftScripts(props: DraftScriptsProps) {
  const { draftKey, draft } = props;
  const { t } = useWords();
  const dispatch = useAppDispatch();

  function add(part: ScriptPart): void {
    const key = mintIntentId();
    dispatch(scriptAdded({ draftKey, change: { part, key } }));
    props.onCurrent(key);
    props.onFocus(key);
  }

  const isTest = draft.initial.length > 1;
  return (
    <>
      <Card title={t('actions.firstTexts')} lead={isTest ? t('actions.testLead') : t('actions.firstLead')}>
        {draft.initial.map((script, index) => (
          <EditorOf
            key={script.key}
            {...props}
            script={script}
            label={isTest ? t('actions.textLetter', { letter: letterOf(index) }) : t('actions.text')}
            isInitial
            isRemovable={isTest}
            lacksText={props.lacksText && index === 0}
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
            <TextInput
              label={t('actions.replyName')}
              placeholder={t('actions.replyNamePlaceholder')}
              value={script.name}
              onChange={({ currentTarget }) =>
                dispatch(scriptChanged({ draftKey, change: { key: script.key, name: currentTarget.value } }))
              }
              maxLength={longestName}
            />
            <EditorOf
              {...props}
              script={script}
              label={t('actions.replyText', { number: index + 1 })}
              isInitial={false}
              isRemovable
              lacksText={false}
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

interface EditorOfProps extends DraftScriptsProps {
  readonly script: DraftScript;
  readonly label: string;
  readonly isInitial: boolean;
  readonly isRemovable: boolean;
}

function EditorOf({ draftKey, script, label, isInitial, isRemovable, lacksText, ...rest }: EditorOfProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { key, body, name } = script;
  const change = (change: { readonly body: string; readonly name?: string }): void =>
    void dispatch(scriptChanged({ draftKey, change: { key, ...change } }));
  return (
    <ScriptEditor
      label={label}
      placeholder={t(isInitial ? 'actions.textPlaceholder' : 'actions.replyPlaceholder')}
      body={body}
      onChange={(body) => change({ body })}
      onPick={(picked) => {
        change({ body: picked.body, ...(!isInitial && name === '' && { name: picked.name }) });
        rest.onFocus(key);
      }}
      isInitial={isInitial}
      isCurrent={rest.currentKey === key}
      onCurrent={() => rest.onCurrent(key)}
      campaignName={String(rest.values.values['campaign.name'] ?? '')}
      values={rest.values}
      fault={rest.faults[key] ?? (lacksText ? appError('actions/no-initial-script') : undefined)}
      focusRequest={rest.focus.target === key ? rest.focus.count : 0}
      tools={
        isRemovable && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Trash2 size={16} aria-hidden="true" />}
            aria-label={t('actions.removeText', { text: label })}
            onClick={() => dispatch(scriptRemoved({ draftKey, change: key }))}
          >
            {t('actions.remove')}
          </Button>
        )
      }
    />
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
