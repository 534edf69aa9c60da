import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { longestName } from '../../../shared/contract/limits.ts';
import { type AppError, appError } from '../../../shared/errors.ts';
import { useAppDispatch } from '../../app/store.ts';
import { useIsHere } from '../../ui/use-is-here.ts';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { ScriptEditor } from '../script-editor/script-editor.tsx';
import { firstBar } from './first-bar.ts';
import { GiveUpDialog } from './give-up-dialog.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import styles from './response-form.module.css';
import { responseClosed, responseWritten, type WrittenResponse } from './responses-slice.ts';
import { nameOfScript } from './script-names.ts';
import { usePreviewContacts } from './use-preview-contacts.ts';
import { usePreviewValues } from './use-preview-values.ts';
import { useSaveResponse } from './use-save-response.ts';

interface ResponseFormProps {
  readonly actionId: number;
  readonly listId: number;
  readonly response: WrittenResponse;
  /** As it was when somebody began to correct it; null of one that is being added. */
  readonly before: { readonly name: string; readonly body: string } | null;
  readonly onSaved: (scriptId: number) => void;
  readonly onLeft: () => void;
}

/** One response script of an action that is out, being written: texters have it as soon as it is saved, and not before. */
export function ResponseForm({ actionId, listId, response, before, onSaved, onLeft }: ResponseFormProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const isHere = useIsHere();
  const contacts = usePreviewContacts(listId);
  const valuesFor = usePreviewValues();
  const { save, isSaving, error, forgetError } = useSaveResponse(actionId);
  const [isLacking, setIsLacking] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const isNew = before === null;
  // What is corrected is the text; a name typed over would be another response to whoever knows it.
  const [focusRequest, setFocusRequest] = useState(isNew ? 0 : 1);
  const nameField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) nameField.current?.focus({ preventScroll: true });
    // Pages in tests have no lay-out.
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isNew]);

  const { scriptId, name, body } = response;
  const values = valuesFor(contacts.contact);
  const isChanged = name !== (before?.name ?? '') || body !== (before?.body ?? '');

  function write(change: Partial<WrittenResponse>): void {
    forgetError();
    dispatch(responseWritten({ actionId, response: { ...response, ...change } }));
  }

  function goToText(): void {
    setFocusRequest((count) => count + 1);
  }

  async function saveIt(): Promise<void> {
    const isBlank = body.trim() === '';
    setIsLacking(isBlank);
    if (isBlank) return goToText();
    const script = { key: 'response', name, body, kept: null };
    const bar = firstBar({ initial: [], responses: [script] }, [contacts.contact, ...contacts.sample], valuesFor);
    if (bar !== null) {
      if (bar.contact !== null) contacts.goTo(bar.contact.contactId);
      return goToText();
    }
    const saved = await save({ scriptId, name: nameOfScript(script, 'responses', 0, ''), body });
    if (saved === null) return;
    dispatch(responseClosed(actionId));
    if (isHere()) onSaved(saved);
  }

  function giveUp(): void {
    dispatch(responseClosed(actionId));
    onLeft();
  }

  const leave = useVerb({
    id: 'leave-response',
    label: t('app.cancel'),
    keys: 'Escape',
    run: () => (isChanged ? setIsAsking(true) : giveUp()),
  });
  const verb = useVerb({
    id: 'save-response',
    label: saveLabel(),
    keys: 'mod+Enter',
    isDisabled: isSaving || (before !== null && !isChanged),
    run: () => void saveIt(),
  });
  function saveLabel(): string {
    if (isSaving) return t('actions.saving');
    return t(scriptId === null ? 'actions.addThisResponse' : 'actions.saveResponse');
  }
  const lack: AppError | undefined = isLacking && body.trim() === '' ? appError('scripts/empty') : undefined;
  return (
    <div className={styles.columns} ref={form}>
      <div className={styles.form}>
        <TextInput
          ref={nameField}
          label={t('actions.replyName')}
          placeholder={t('actions.replyNamePlaceholder')}
          value={name}
          onChange={({ currentTarget }) => write({ name: currentTarget.value })}
          maxLength={longestName}
        />
        <ScriptEditor
          label={t('actions.text')}
          placeholder={t('actions.replyPlaceholder')}
          body={body}
          onChange={(body) => write({ body })}
          onPick={(picked) => {
            write({ body: picked.body, ...(name === '' && { name: picked.name }) });
            goToText();
          }}
          isInitial={false}
          isCurrent
          onCurrent={() => undefined}
          campaignName={String(values.values['campaign.name'] ?? '')}
          values={values}
          fault={error ?? lack}
          focusRequest={focusRequest}
        />
        <div className={styles.buttons}>
          <VerbButton verb={leave} variant="default" />
          <VerbButton verb={verb} />
        </div>
      </div>
      <PreviewPanel body={body} title={name.trim()} contacts={contacts} values={values} />
      {isAsking && <GiveUpDialog onKeep={() => setIsAsking(false)} onGiveUp={giveUp} />}
    </div>
  );
}
