import { NumberInput } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

export interface SavedNumberProps {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly description?: string;
  /** As it is kept; null where the field is empty. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** How many digits may stand behind the point. */
  readonly decimals: number;
  readonly mayBeEmpty?: boolean;
  /** What to say of any other number, or of none. */
  readonly bad: string;
  readonly save: (value: number | null, intentId: string) => Promise<Saved>;
}

/** A number that is saved when one leaves it or the screen, or with Enter. Escape brings back what is kept. */
export function SavedNumber({ mayBeEmpty = false, ...props }: SavedNumberProps) {
  const { label, ariaLabel, description, value, least, most, decimals, bad, save } = props;
  const { t, tell, formats } = useWords();
  const isGood = (typed: number | string): boolean =>
    typed === '' ? mayBeEmpty : Number(typed) >= least && Number(typed) <= most;
  const { pending, shown, isSaved, error, change, keepTyped } = useSavedValue<number | string>({
    kept: value ?? '',
    save: (wanted, intentId) => save(wanted === '' ? null : Number(wanted), intentId),
    // As a number it stands as it is kept: `1.0` becomes `1`.
    wanted: (typed) => (isGood(typed) ? typed && Number(typed) : null),
  });

  // What cannot be kept is gone when one leaves the screen, so it says what holds instead.
  const stands = value === null ? t('settings.noLimitStands') : t('settings.stands', { value: formats.number(value) });

  return (
    <SavedField isSaved={isSaved} hasLabel={label !== undefined}>
      <NumberInput
        label={label}
        aria-label={ariaLabel}
        description={description}
        value={shown}
        onChange={change}
        onBlur={keepTyped}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keepTyped();
          if (key === 'Escape') change(null);
        }}
        error={pending !== null && !isGood(pending) ? `${bad} ${stands}` : error && tell(error)}
        decimalScale={decimals}
        allowNegative={false}
        allowDecimal={decimals > 0}
        clampBehavior="none"
        hideControls
      />
    </SavedField>
  );
}
