import { NumberInput } from '@mantine/core';
import { useWords } from '../../words/index.ts';
import type { Saved } from './saved.ts';
import { SavedField } from './saved-field.tsx';
import { useSavedValue } from './use-saved-value.ts';

/** Less than one segment in a hundred seconds is no rate; the contract has the same. */
const least = 0.01;

interface SavedRateProps {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly description?: string;
  /** As it is kept, in segments per second; null is no limit. */
  readonly value: number | null;
  readonly most: number;
  readonly mayBeEmpty?: boolean;
  readonly save: (segmentsPerSecond: number | null, intentId: string) => Promise<Saved>;
}

/** A rate that is saved when one leaves it or the screen, or with Enter. Escape brings back what is kept. */
export function SavedRate({ label, ariaLabel, description, value, most, mayBeEmpty = false, save }: SavedRateProps) {
  const { t, tell, formats } = useWords();
  const isRate = (typed: number | string): boolean =>
    typed === '' ? mayBeEmpty : Number(typed) >= least && Number(typed) <= most;
  const { pending, shown, isSaved, error, change, keepTyped } = useSavedValue<number | string>({
    kept: value ?? '',
    save: (wanted, intentId) => save(wanted === '' ? null : Number(wanted), intentId),
    // As a number it stands as it is kept: `1.0` becomes `1`.
    wanted: (typed) => (isRate(typed) ? typed && Number(typed) : null),
  });

  // What cannot be kept is gone when one leaves the screen, so it says what holds instead.
  const stands =
    value === null ? t('settings.numbers.noLimitStands') : t('settings.stands', { value: formats.number(value) });

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
        error={
          pending !== null && !isRate(pending)
            ? `${t('settings.numbers.badRate', { least: formats.number(least), most: formats.number(most) })} ${stands}`
            : error && tell(error)
        }
        decimalScale={2}
        allowNegative={false}
        clampBehavior="none"
        hideControls
      />
    </SavedField>
  );
}
