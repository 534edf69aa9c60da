import { TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { longestName, longestSlug } from '../../../../shared/contract/limits.ts';
import { oneLine } from '../../../../shared/domain/one-line.ts';
import { fieldVariable } from '../../../../shared/domain/script-variables.ts';
import { slugOf } from '../../../../shared/domain/slug.ts';
import { appErrorOf } from '../../../bridge/base-query.ts';
import { useAddCustomFieldMutation } from '../../../bridge/rooms/custom-fields.ts';
import { useIntent } from '../../../bridge/use-intent.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Problem } from '../../../ui/problem.tsx';
import { useFocusReturn } from '../../../ui/use-focus-return.ts';
import { useIsHere } from '../../../ui/use-is-here.ts';
import { VerbButton } from '../../../verbs/verb-button.tsx';
import { useVerb } from '../../../verbs/verbs.tsx';
import { useWords } from '../../../words/index.ts';
import styles from '../contacts.module.css';
import { titleOf } from './column-choice.ts';

interface FieldDialogProps {
  /** The column that it is for; it gives the first wish for both names. */
  readonly header: string;
  readonly onAdded: (fieldId: number) => void;
  readonly onClose: () => void;
}

/** A new custom field of the campaign: what people call it, and how scripts do. */
export function FieldDialog({ header, onAdded, onClose }: FieldDialogProps) {
  const { t, tell } = useWords();
  useFocusReturn();
  const [addField, { isLoading, error }] = useAddCustomFieldMutation();
  const intent = useIntent();
  const isHere = useIsHere();
  const [title, setTitle] = useState(() => titleOf(header));
  const [typedSlug, setTypedSlug] = useState(() => slugOf(header));
  const cancel = useVerb({ id: 'field-cancel', label: t('app.cancel'), keys: 'Escape', inDialog: true, run: onClose });
  const slug = typedSlug.trim();
  const isComplete = title.trim() !== '' && slug !== '';
  const form = useRef<HTMLFormElement>(null);
  const add = useVerb({
    id: 'field-add',
    label: isLoading ? t('contacts.addingField') : t('contacts.addField'),
    keys: 'mod+Enter',
    inDialog: true,
    isDisabled: !isComplete || isLoading,
    run: () => form.current?.requestSubmit(),
  });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading || !isComplete) return;
    const input = { slug, title: title.trim() };
    const { data } = await addField({ ...input, intentId: intent.of(input) });
    if (data === undefined) return;
    intent.done();
    if (isHere()) onAdded(data.fieldId);
  }

  return (
    <Dialog isOpen onClose={onClose} title={t('contacts.newField')}>
      <form ref={form} className={styles.stack} onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          label={t('contacts.fieldTitle')}
          value={title}
          onChange={({ currentTarget }) => setTitle(oneLine(currentTarget.value))}
          maxLength={longestName}
          // It proposes the column's name, which one types over or takes.
          onFocus={({ currentTarget }) => currentTarget.select()}
          data-autofocus
        />
        <TextInput
          label={t('contacts.fieldSlug')}
          description={
            slug === ''
              ? t('contacts.slugHint')
              : t('contacts.slugInScripts', { variable: `##{{${fieldVariable(slug)}}}` })
          }
          value={typedSlug}
          onChange={({ currentTarget }) => setTypedSlug(currentTarget.value)}
          maxLength={longestSlug}
        />
        {error && <Problem>{tell(appErrorOf(error))}</Problem>}
        <DialogButtons>
          <VerbButton verb={cancel} variant="default" />
          <VerbButton verb={add} isSubmit />
        </DialogButtons>
      </form>
    </Dialog>
  );
}
