import { Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { oneLine } from '../../../shared/domain/one-line.ts';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

interface SavedTextProps {
  readonly label: string;
  readonly description?: string;
  /** Tells it from the other fields of the screen, so that what could not be kept is there again. */
  readonly name: string;
  /** As it is kept. */
  readonly value: string;
  readonly save: (value: string, intentId: string) => Promise<Saved>;
  readonly maxLength: number;
  /** What to say when it is left empty; it may be empty when there is none. */
  readonly missing?: string;
  readonly isLong?: boolean;
}

/** A text that is saved when one leaves it or the screen, or with Enter. Escape brings back what is kept. */
export function SavedText({ label, description, name, value, save, ...rules }: SavedTextProps) {
  const { maxLength, missing, isLong = false } = rules;
  const { t, tell } = useWords();
  const lacks = (typed: string): boolean => missing !== undefined && typed.trim() === '';
  const { pending, shown, isSaved, error, change, keepTyped } = useSavedValue({
    kept: value,
    unsavedAs: name,
    save,
    wanted: (typed) => (lacks(typed) ? null : typed.trim()),
  });

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
    // It also says what holds meanwhile.
    error: pending !== null && lacks(pending) ? `${missing} ${t('settings.stands', { value })}` : error && tell(error),
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
