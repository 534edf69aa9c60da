import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { oneLine } from '../../../shared/domain/one-line.ts';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';
import { readNumber } from './written-number.ts';

export interface SavedNumberProps {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly description?: string;
  /** Tells it from the other fields of the screen, so that what could not be kept is there again. */
  readonly name: string;
  /** As it is kept; null where the field is empty. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  readonly mayBeEmpty?: boolean;
  /** What to say of anything else. */
  readonly bad: string;
  readonly save: (value: number | null, intentId: string) => Promise<Saved>;
}

/** Far more than any number needs, so that what is pasted by mistake is shown and not cut. */
const longestWritten = 60;

/**
 * A number that is saved when one leaves it or the screen, or with Enter. Escape brings back what is kept. It takes
 * whatever is typed: a box that swallows letters or a point would keep another number than the one that was meant.
 */
export function SavedNumber({ isWhole = false, mayBeEmpty = false, ...props }: SavedNumberProps) {
  const { label, ariaLabel, description, name, value, least, most, bad, save } = props;
  const { t, tell, formats } = useWords();
  const [isIn, setIsIn] = useState(false);
  const read = (typed: string) => readNumber(typed, { least, most, isWhole, mayBeEmpty });
  const { pending, shown, isSaved, error, change, keepTyped } = useSavedValue({
    kept: written(value),
    unsavedAs: name,
    save: (wanted, intentId) => save(wanted === '' ? null : Number(wanted), intentId),
    // As a number it stands as it is kept: `1.0` becomes `1`.
    wanted: (typed) => {
      const number = read(typed);
      return number.is === 'good' ? written(number.value) : null;
    },
  });
  const is = pending === null ? 'good' : read(pending).is;
  const isBad = is === 'bad' || (is === 'begun' && !isIn);
  const stands = value === null ? t('settings.noLimitStands') : t('settings.stands', { value: formats.number(value) });

  return (
    <SavedField isSaved={isSaved} hasLabel={label !== undefined}>
      <TextInput
        label={label}
        aria-label={ariaLabel}
        description={description}
        value={shown}
        onChange={({ currentTarget }) => change(oneLine(currentTarget.value))}
        onFocus={() => setIsIn(true)}
        onBlur={() => {
          setIsIn(false);
          keepTyped();
        }}
        onKeyDown={({ key }) => {
          setIsIn(key !== 'Enter');
          if (key === 'Enter') keepTyped();
          if (key === 'Escape') change(null);
        }}
        error={isBad ? `${bad} ${stands}` : error && tell(error)}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        maxLength={longestWritten}
        autoComplete="off"
      />
    </SavedField>
  );
}

function written(value: number | null): string {
  return value === null ? '' : String(value);
}
