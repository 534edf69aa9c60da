import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useWords } from '../../words/index.ts';
import { oneLine } from '../start/one-line.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

interface SavedTextProps {
  readonly label: string;
  readonly description?: string;
  /** As it is kept. */
  readonly value: string;
  readonly save: (value: string) => Promise<Saved>;
  readonly maxLength: number;
  /** What to say when it is left empty; it may be empty when there is none. */
  readonly missing?: string;
  readonly isLong?: boolean;
}

/** A text that is saved when one leaves it, or with Enter. Escape brings back what is kept. */
export function SavedText({ label, description, value, save, maxLength, missing, isLong = false }: SavedTextProps) {
  const { tell } = useWords();
  const { pending, shown, isSaved, error, change, keep } = useSavedValue(value);
  const isMissing = missing !== undefined && pending !== null && pending.trim() === '';

  function keepTyped(): void {
    if (pending === null || isMissing) return;
    const wanted = pending.trim();
    void keep(wanted, () => save(wanted));
  }

  function press({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): void {
    if (nativeEvent.isComposing) return;
    if (key === 'Escape') change(null);
    if (key === 'Enter' && (!isLong || ctrlKey || metaKey)) keepTyped();
  }

  const field = {
    label,
    description,
    value: shown,
    maxLength,
    error: isMissing ? missing : error && tell(error),
    onBlur: keepTyped,
    onKeyDown: press,
  };
  return (
    <SavedField isSaved={isSaved}>
      {isLong ? (
        <Textarea {...field} rows={3} onChange={({ currentTarget }) => change(currentTarget.value)} />
      ) : (
        <TextInput {...field} onChange={({ currentTarget }) => change(oneLine(currentTarget.value))} />
      )}
    </SavedField>
  );
}
