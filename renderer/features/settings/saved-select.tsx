import { type ComboboxData, getParsedComboboxData, Select, type SelectProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { isPressed } from '../../verbs/keys.ts';
import { useWords } from '../../words/index.ts';
import { findChoices, findOneChoice } from './find-choices.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

interface SavedSelectProps extends Pick<SelectProps, 'nothingFoundMessage' | 'limit'> {
  readonly label: string;
  readonly description?: string;
  readonly data: ComboboxData;
  /** As it is kept. */
  readonly value: string;
  readonly save: (value: string, intentId: string) => Promise<Saved>;
}

/**
 * A choice of many, found by typing and saved when it is made: by Enter as soon as what was typed fits one only, since “1” is
 * no time of day. One that was refused stays in sight, beside the reason.
 */
export function SavedSelect({ value, save, data, ...select }: SavedSelectProps) {
  const { t, tell } = useWords();
  const { shown, isSaved, error, keep } = useSavedValue({ kept: value, save });
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const takeTheOne = (event: KeyboardEvent<HTMLInputElement>): void => {
    // One that the arrow keys went to is taken by the list itself.
    const isGoneTo = event.currentTarget.hasAttribute('aria-activedescendant');
    if (!isOpen || isGoneTo || !isPressed('Enter', event) || event.nativeEvent.isComposing) return;
    const one = findOneChoice(getParsedComboboxData<string>(data), typed);
    if (one === null) return;
    event.preventDefault();
    setOpen(false);
    void keep(one);
  };
  return (
    <SavedField isSaved={isSaved}>
      <Select
        searchable
        nothingFoundMessage={t('settings.noChoice')}
        {...select}
        data={data}
        filter={findChoices}
        onSearchChange={setTyped}
        onKeyDown={takeTheOne}
        dropdownOpened={isOpen}
        onDropdownOpen={() => setOpen(true)}
        onDropdownClose={() => setOpen(false)}
        // Whoever only passes by on the way to another field is shown no list.
        openOnFocus={false}
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
