import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ColumnTarget } from '../../../../shared/contract/contacts.ts';
import { longestName } from '../../../../shared/contract/limits.ts';
import { oneLine } from '../../../../shared/domain/one-line.ts';
import { appError } from '../../../../shared/errors.ts';
import { useAppDispatch, useAppStore } from '../../../app/store.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import type { CustomField } from '../../../bridge/rooms/custom-fields.ts';
import { sameSession } from '../../../bridge/session-slice.ts';
import { useIntent } from '../../../bridge/use-intent.ts';
import { Problem } from '../../../ui/problem.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import { type FilePreview, useStartImportMutation } from '../contacts-api.ts';
import { columnChosen, columnsGivenUp, importStarted, listNamed } from '../import-slice.ts';
import { fieldTarget, listNameOf, targetsOf } from './column-choice.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './columns-form.module.css';
import type { ColumnsStepProps } from './columns-step.tsx';
import { FieldDialog } from './field-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

interface ColumnsFormProps extends ColumnsStepProps {
  readonly preview: FilePreview;
  readonly fields: readonly CustomField[];
}

/** What each column of the file fills, and what the list is called. */
export function ColumnsForm({ file, listName, choices, preview, fields }: ColumnsFormProps) {
  const { t, tell, formats } = useWords();
  const dispatch = useAppDispatch();
  const store = useAppStore();
  const [startImport, { isLoading, error }] = useStartImportMutation();
  const intent = useIntent();
  const [isLeaving, setIsLeaving] = useState(false);
  const [fieldFor, setFieldFor] = useState<number | null>(null);
  const targets = targetsOf(preview, choices);
  const name = listName ?? listNameOf(preview.fileName);
  const hasChosen = listName !== null || Object.keys(choices).length > 0;
  const hasPhone = targets.includes('phone');
  const choose = (index: number, target: ColumnTarget | null): void => void dispatch(columnChosen({ index, target }));

  async function run(): Promise<void> {
    if (isLoading || !hasPhone || name.trim() === '') return;
    const input = { file: file.token, listName: name.trim(), columns: [...targets] };
    const isSameSession = sameSession(store.getState);
    const { data } = await startImport({ ...input, intentId: intent.of(input) });
    if (data === undefined || !isSameSession()) return;
    intent.done();
    // The columns of another file may be on the screen by now.
    const { now } = store.getState().import;
    const isInSight = now?.step === 'columns' && now.file.token === file.token;
    dispatch(importStarted({ jobId: data.jobId, listName: input.listName, isInSight }));
  }

  const start = useVerb({
    id: 'import-start',
    label: isLoading ? t('contacts.starting') : t('contacts.importList'),
    keys: 'mod+Enter',
    isDisabled: isLoading || !hasPhone || name.trim() === '',
    run: () => void run(),
  });
  const other = useVerb({
    id: 'import-other-file',
    label: t('contacts.otherFile'),
    keys: 'Escape',
    run: () => {
      if (hasChosen) setIsLeaving(true);
      else void dispatch(columnsGivenUp());
    },
  });

  const used = targets.filter((target) => target !== null).length;
  return (
    <Screen
      title={t('contacts.columnsTitle')}
      lead={t(used === targets.length ? 'contacts.columnsLeadAll' : 'contacts.columnsLead', {
        file: preview.fileName,
        used: formats.number(used),
        number: formats.number(targets.length),
      })}
      tools={
        <>
          <VerbButton verb={other} variant="subtle" />
          <VerbButton verb={start} />
        </>
      }
    >
      {error && <Problem>{tell(appErrorOf(error))}</Problem>}
      {!hasPhone && <Problem>{tell(appError('contacts/no-phone-column', { file: preview.fileName }))}</Problem>}
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void run();
        }}
      >
        <TextInput
          className={styles.name ?? ''}
          label={t('contacts.listName')}
          error={name.trim() === '' ? t('contacts.missingListName') : null}
          value={name}
          onChange={({ currentTarget }) => void dispatch(listNamed(oneLine(currentTarget.value)))}
          maxLength={longestName}
        />
      </form>
      <ColumnTable preview={preview} targets={targets} fields={fields} onChoose={choose} onNewField={setFieldFor} />
      {isLeaving && <LeaveDialog onStay={() => setIsLeaving(false)} onLeave={() => void dispatch(columnsGivenUp())} />}
      {fieldFor !== null && (
        <FieldDialog
          header={preview.columns[fieldFor]?.header ?? ''}
          onClose={() => setFieldFor(null)}
          onAdded={(fieldId) => {
            choose(fieldFor, fieldTarget({ fieldId }));
            setFieldFor(null);
          }}
        />
      )}
    </Screen>
  );
}
