import { useState } from 'react';
import { wentBack, wentTo } from '../../app/place-slice.ts';
import { useAppDispatch } from '../../app/store.ts';
import { Problem } from '../../ui/problem.tsx';
import { Screen } from '../../ui/screen.tsx';
import { VerbButton } from '../../verbs/verb-button.tsx';
import { useVerb } from '../../verbs/verbs.tsx';
import { useWords } from '../../words/index.ts';
import { type Draft, type Lack, lacksForPublishing, lacksForSaving, letterOf } from './draft.ts';
import { DraftBasics } from './draft-basics.tsx';
import styles from './draft-form.module.css';
import { DraftScripts } from './draft-scripts.tsx';
import { DraftState } from './draft-state.tsx';
import { type DraftKey, publishingBegun } from './drafts-slice.ts';
import { firstBar } from './first-bar.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { PublishingFailed } from './publishing-failed.tsx';
import { useDraftSaving } from './use-draft-saving.ts';
import { usePreviewContacts } from './use-preview-contacts.ts';
import { usePreviewValues } from './use-preview-values.ts';

interface DraftFormProps {
  readonly draftKey: DraftKey;
  readonly draft: Draft;
}

/** One form for all that an action needs: what it is called, whom it texts, and what. */
export function DraftForm({ draftKey, draft }: DraftFormProps) {
  const { t, tell } = useWords();
  const dispatch = useAppDispatch();
  const saving = useDraftSaving(draftKey, draft);
  const contacts = usePreviewContacts(draft.listId);
  const valuesFor = usePreviewValues();
  const [shownLacks, setShownLacks] = useState<readonly Lack[]>([]);
  const [focus, setFocus] = useState({ target: '', count: 0 });
  const [currentKey, setCurrentKey] = useState(draft.initial[0]?.key ?? '');
  const [isPublishing, setIsPublishing] = useState(false);
  const focusOn = (target: string): void => setFocus(({ count }) => ({ target, count: count + 1 }));

  /** Says what is missing where it is missing, and puts the cursor there. */
  function tellLacks(lacks: readonly Lack[]): void {
    setShownLacks(lacks);
    const [first] = lacks;
    if (first !== undefined) focusOn(first === 'text' ? (draft.initial[0]?.key ?? '') : first);
  }

  async function saveNow(): Promise<void> {
    const lacks = lacksForSaving(draft);
    tellLacks(lacks);
    if (lacks.length === 0) await saving.save();
  }

  async function goOn(): Promise<void> {
    const lacks = lacksForPublishing(draft);
    tellLacks(lacks);
    if (lacks.length > 0) return;
    const barred = firstBar(draft, valuesFor(contacts.contact));
    if (barred !== null) return focusOn(barred);
    if (await saving.save()) setIsPublishing(true);
  }

  function published(actionId: number, jobId: number): void {
    dispatch(publishingBegun({ actionId, jobId }));
    if (draftKey !== 'new') return;
    // The way back is to where one came from, and not to an empty form.
    dispatch(wentBack());
    dispatch(wentTo({ screen: 'actions', actionId }));
  }

  const save = useVerb({ id: 'save-draft', label: t('actions.saveDraft'), keys: 'mod+s', run: () => void saveNow() });
  const publish = useVerb({
    id: 'publish-action',
    label: t('actions.goOn'),
    keys: 'mod+Enter',
    run: () => void goOn(),
  });
  const isTest = draft.initial.length > 1;
  const scripts = [
    ...draft.initial.map((script, index) => ({
      script,
      title: isTest ? t('actions.textLetter', { letter: letterOf(index) }) : t('actions.firstTexts'),
    })),
    ...draft.responses.map((script, index) => ({
      script,
      title: script.name.trim() || t('actions.replyNumber', { number: index + 1 }),
    })),
  ];
  const current = scripts.find(({ script }) => script.key === currentKey) ?? scripts[0];
  const values = valuesFor(contacts.contact);
  const lacksOf = (lack: Lack): boolean => shownLacks.includes(lack) && lacksForPublishing(draft).includes(lack);
  return (
    <Screen
      title={draft.kept === null ? t('actions.newTitle') : t('actions.draftTitle')}
      lead={<DraftState draft={draft} isSaving={saving.isSaving} faults={saving.faults} />}
      tools={
        <>
          <VerbButton verb={save} variant="default" />
          <VerbButton verb={publish} />
        </>
      }
    >
      {draft.kept !== null && <PublishingFailed actionId={draft.kept.actionId} />}
      {saving.faults['action'] !== undefined && <Problem>{tell(saving.faults['action'])}</Problem>}
      <div className={styles.columns}>
        <form className={styles.form} aria-label={t('actions.formName')} onSubmit={(event) => event.preventDefault()}>
          <DraftBasics draftKey={draftKey} draft={draft} lacks={lacksOf} focus={focus} />
          <DraftScripts
            draftKey={draftKey}
            draft={draft}
            values={values}
            faults={saving.faults}
            lacksText={lacksOf('text')}
            focus={focus}
            currentKey={current?.script.key ?? ''}
            onCurrent={setCurrentKey}
            onFocus={focusOn}
          />
        </form>
        <PreviewPanel
          body={current?.script.body ?? ''}
          title={current?.title ?? ''}
          contacts={contacts}
          values={values}
          hasList={draft.listId !== null}
        />
      </div>
      {draft.kept !== null && (
        <PublishDialog
          isOpen={isPublishing}
          onClose={() => setIsPublishing(false)}
          onPublished={published}
          draft={draft}
          kept={draft.kept}
          sample={contacts.sample}
          valuesFor={valuesFor}
        />
      )}
    </Screen>
  );
}
