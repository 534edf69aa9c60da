import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { longestName, longestSlug } from '../../../shared/contract/limits.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';
import { slugOf } from '../../../shared/domain/slug.ts';
import { appErrorOf } from '../../bridge/base-query.ts';
import { useAddCustomFieldMutation } from '../../bridge/rooms/custom-fields.ts';
import { useIntent } from '../../bridge/use-intent.ts';
import { hasFocus } from '../../ui/has-focus.ts';
import { useWords } from '../../words/index.ts';
import styles from './fields-section.module.css';

/** A new custom field. Its name in scripts follows its title until somebody writes one. */
export function AddField() {
  const { t, tell } = useWords();
  const [addField, { isLoading, error, reset }] = useAddCustomFieldMutation();
  const intent = useIntent();
  const [title, setTitle] = useState('');
  const [writtenSlug, setWrittenSlug] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const titleField = useRef<HTMLInputElement>(null);
  const slugField = useRef<HTMLInputElement>(null);
  const slug = writtenSlug ?? slugOf(title);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!title.trim()) return titleField.current?.focus();
    if (!slug.trim()) return slugField.current?.focus();
    const input = { title: title.trim(), slug: slug.trim() };
    const { data } = await addField({ ...input, intentId: intent.of(input) });
    if (data !== undefined) {
      intent.done();
      // What was typed meanwhile is the next field's.
      setTitle((now) => (now === title ? '' : now));
      setWrittenSlug((now) => (now === writtenSlug ? null : now));
      setWasTried(false);
    }
    if (hasFocus(form.current)) (data === undefined ? slugField : titleField).current?.focus();
  }

  const missing = (value: string, sentence: string) => (wasTried && value.trim() === '' ? sentence : null);
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        ref={titleField}
        label={t('settings.fields.newTitle')}
        error={missing(title, t('settings.fields.missingTitle'))}
        value={title}
        onChange={({ currentTarget }) => setTitle(oneLine(currentTarget.value))}
        maxLength={longestName}
      />
      <TextInput
        ref={slugField}
        label={t('settings.fields.newSlug')}
        description={t('settings.fields.newSlugHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={error ? tell(appErrorOf(error)) : missing(slug, t('settings.fields.missingSlug'))}
        value={slug}
        onChange={({ currentTarget }) => {
          setWrittenSlug(currentTarget.value);
          reset();
        }}
        maxLength={longestSlug}
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className={styles.act}>
        <Button type="submit" variant="default" loading={isLoading}>
          {isLoading ? t('settings.fields.adding') : t('settings.fields.add')}
        </Button>
      </div>
    </form>
  );
}
