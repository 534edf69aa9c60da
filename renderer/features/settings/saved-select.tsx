import { Select, type SelectProps } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

interface SavedSelectProps extends Pick<SelectProps, 'data' | 'nothingFoundMessage' | 'limit'> {
  readonly label: string;
  readonly description?: string;
  /** As it is kept. */
  readonly value: string;
  readonly save: (value: string, intentId: string) => Promise<Saved>;
}

/** A choice of many, found by typing and saved when it is made. One that was refused stays in sight, beside the reason. */
export function SavedSelect({ value, save, ...select }: SavedSelectProps) {
  const { t, tell } = useWords();
  const { shown, isSaved, error, keep } = useSavedValue({ kept: value, save });
  return (
    <SavedField isSaved={isSaved}>
      <Select
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('settings.noChoice')}
        {...select}
        // What is typed takes the place of what is chosen.
        onFocus={({ currentTarget }) => currentTarget.select()}
        onClick={({ currentTarget }) => currentTarget.select()}
        value={shown}
        onChange={(wanted) => {
          if (wanted !== null) void keep(wanted);
        }}
        error={error && tell(error)}
      />
    </SavedField>
  );
}
