import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { appError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useWords } from '../../words/index.ts';
import type { PreviewValues } from '../script-editor/preview.ts';
import { ScriptEditor } from '../script-editor/script-editor.tsx';
import type { DraftScript as Script, ScriptPart } from './draft.ts';
import { type DraftKey, scriptChanged, scriptRemoved } from './drafts-slice.ts';
import type { FocusRequest } from './focus-request.ts';
import type { Faults } from './save-draft.ts';

/** What all texts of a form have in common. */
export interface Writing {
  readonly draftKey: DraftKey;
  readonly values: PreviewValues;
  readonly faults: Faults;
  readonly focus: FocusRequest;
  readonly currentKey: string;
  readonly onCurrent: (key: string) => void;
  readonly onFocus: (target: string) => void;
  readonly onAdd: (part: ScriptPart) => void;
}

interface DraftScriptProps {
  readonly writing: Writing;
  readonly script: Script;
  readonly label: string;
  readonly isInitial: boolean;
  readonly isRemovable: boolean;
  /** It is missed: the action cannot be published without it. */
  readonly isLacking?: boolean;
}

/** One text of a draft in its editor. */
export function DraftScript({ writing, script, label, isInitial, isRemovable, isLacking }: DraftScriptProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { draftKey, values, faults, focus, currentKey, onCurrent, onFocus } = writing;
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
        onFocus(key);
      }}
      isInitial={isInitial}
      isCurrent={currentKey === key}
      onCurrent={() => onCurrent(key)}
      campaignName={String(values.values['campaign.name'] ?? '')}
      values={values}
      fault={faults[key] ?? (isLacking ? appError('actions/no-initial-script') : undefined)}
      focusRequest={focus.target === key ? focus.count : 0}
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
