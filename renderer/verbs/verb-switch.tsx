import { SegmentedControl, type SegmentedControlProps } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys } from './keys.ts';
import styles from './verb-switch.module.css';
import { useVerb } from './verbs.tsx';

interface VerbSwitchProps<Value extends string> extends Pick<SegmentedControlProps, 'size'> {
  readonly id: string;
  /** What the choice is about. */
  readonly label: string;
  /** What the key does, in the palette and where keys are listed. */
  readonly verbLabel: string;
  readonly keys: string;
  readonly value: Value;
  readonly options: readonly [SwitchOption<Value>, SwitchOption<Value>];
  readonly onChange: (value: Value) => void;
}

interface SwitchOption<Value> {
  readonly value: Value;
  readonly label: string;
}

/**
 * A choice of two that one key switches. Its cap stands at the one that the key would choose, and has its place at the
 * other, so that nothing moves when it does.
 */
export function VerbSwitch<Value extends string>(props: VerbSwitchProps<Value>) {
  const { id, label, verbLabel, keys, value, options, onChange, size = 'sm' } = props;
  const other = options.find((option) => option.value !== value) ?? options[0];
  useVerb({ id, label: verbLabel, keys, run: () => onChange(other.value) });
  return (
    <SegmentedControl
      size={size}
      aria-label={label}
      aria-keyshortcuts={ariaKeys(keys)}
      value={value}
      onChange={onChange}
      data={options.map((option) => ({
        value: option.value,
        label: (
          <span className={styles.option}>
            {option.label}
            <span className={option === other ? undefined : styles.place}>
              <KeyHint keys={keys} />
            </span>
          </span>
        ),
      }))}
    />
  );
}
