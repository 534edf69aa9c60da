import { type ReactNode, useState } from 'react';
import { useAppDispatch } from '../../app/store.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/index.ts';
import { type Draft, isBlank, type ScriptPart } from './draft.ts';
import { DraftBasics } from './draft-basics.tsx';
import { DraftFoot } from './draft-foot.tsx';
import styles from './draft-form.module.css';
import { DraftScripts } from './draft-scripts.tsx';
import { DraftState } from './draft-state.tsx';
import { textsOf } from './draft-texts.ts';
import { type DraftKey, scriptAdded } from './drafts-slice.ts';
import { nameOfText } from './focus-request.ts';
import { NewerNotice } from './newer-notice.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { PublishingFailed } from './publishing-failed.tsx';
import { useDraftSaving } from './use-draft-saving.ts';
import { useDraftSteps } from './use-draft-steps.ts';
import { usePreviewContacts } from './use-preview-contacts.ts';
import { usePreviewValues } from './use-preview-values.ts';

interface DraftFormProps {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
  /** What is to be said of it before all else. */
  readonly notice?: ReactNode;
}

/** One form for all that an action needs: what it is called, whom it texts, and what. */
export function DraftForm({ draftKey, draft, notice }: DraftFormProps) {
  const { t } = useWords();
  const dispatch = useAppDispatch();
  const { saver, isSaving, faults } = useDraftSaving(draftKey, draft);
  const contacts = usePreviewContacts(draft.listId);
  const valuesFor = usePreviewValues();
  const steps = useDraftSteps({ draftKey, draft, saver, contacts, valuesFor });
  const [currentKey, setCurrentKey] = useState('');
  const texts = textsOf(draft, t);
  const current = texts.find(({ script }) => script.key === currentKey) ?? texts[0];
  const values = valuesFor(contacts.contact);
  const { isLacking, focus, focusOn } = steps;

  /** The cursor goes where the first word is to be written. */
  function add(part: ScriptPart): void {
    const key = mintIntentId();
    dispatch(scriptAdded({ draftKey, change: { part, key } }));
    setCurrentKey(key);
    focusOn(part === 'responses' ? nameOfText(key) : key);
  }

  return (
    <Screen
      title={draft.kept === null ? t('actions.newTitle') : t('actions.draftTitle')}
      lead={<DraftState draft={draft} isSaving={isSaving} faults={faults} />}
    >
      {notice}
      {draft.newer !== undefined && <NewerNotice draftKey={draftKey} draft={draft} newer={draft.newer} />}
      {draft.kept !== null && <PublishingFailed actionId={draft.kept.actionId} />}
      <div className={styles.columns}>
        <form className={styles.form} aria-label={t('actions.formName')} onSubmit={(event) => event.preventDefault()}>
          <DraftBasics draftKey={draftKey} draft={draft} lacks={isLacking} focus={focus} />
          <DraftScripts
            draft={draft}
            lacksText={isLacking('text')}
            writing={{
              draftKey,
              values,
              faults,
              focus,
              currentKey: current?.script.key ?? '',
              onCurrent: setCurrentKey,
              onFocus: focusOn,
              onAdd: add,
            }}
          />
        </form>
        <PreviewPanel
          body={current?.script.body ?? ''}
          title={current?.title ?? ''}
          contacts={contacts}
          values={values}
        />
      </div>
      <DraftFoot draft={draft} faults={faults} steps={steps} />
      {draft.kept !== null && (
        <PublishDialog
          isOpen={steps.isPublishing}
          onClose={steps.stay}
          onAddResponse={() => {
            steps.stay();
            const begun = draft.responses.find(isBlank);
            // The dialog gives the focus back first.
            setTimeout(() => (begun === undefined ? add('responses') : focusOn(begun.key)), 0);
          }}
          onPublished={steps.published}
          draft={draft}
          kept={draft.kept}
          sample={contacts.sample}
          valuesFor={valuesFor}
        />
      )}
    </Screen>
  );
}
