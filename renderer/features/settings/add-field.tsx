import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { appErrorOf } from '../../bridge/base-query.ts';
import { mintIntentId } from '../../bridge/intent.ts';
import { useWords } from '../../words/index.ts';
import { oneLine } from '../start/one-line.ts';
import { useAddCustomFieldMutation } from './campaign-settings-api.ts';
import styles from './fields-section.module.css';
import { slugOf } from './slug.ts';

/** As long as the contract allows them to be. */
const longestTitle = 120;
const longestSlug = 64;

/** A new custom field. Its short name follows its title until somebody writes one. */
export function AddField() {
  const { t, tell } = useWords();
  const [addField, { isLoading, error, reset }] = useAddCustomFieldMutation();
  const [intentId, setIntentId] = useState(mintIntentId);
  const [title, setTitle] = useState('');
  const [writtenSlug, setWrittenSlug] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const titleField = useRef<HTMLInputElement>(null);
  const slugField = useRef<HTMLInputElement>(null);
  const slug = writtenSlug ?? slugOf(title);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isLoading) return;
    setWasTried(true);
    if (!title.trim()) return titleField.current?.focus();
    if (!slug.trim()) return slugField.current?.focus();
    const { data } = await addField({ intentId, title, slug });
    if (data === undefined) return slugField.current?.focus();
    setTitle('');
    setWrittenSlug(null);
    setWasTried(false);
    setIntentId(mintIntentId());
    titleField.current?.focus();
  }

  const missing = (value: string, sentence: string) => (wasTried && value.trim() === '' ? sentence : null);
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput
        ref={titleField}
        label={t('settings.fields.newTitle')}
        error={missing(title, t('settings.fields.missingTitle'))}
        value={title}
        onChange={({ currentTarget }) => setTitle(oneLine(currentTarget.value))}
        maxLength={longestTitle}
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
