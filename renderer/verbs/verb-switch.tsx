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
  readonly options: readonly [SwitchOption<Value>, SwitchOption<Value>, ...SwitchOption<Value>[]];
  readonly onChange: (value: Value) => void;
}

interface SwitchOption<Value> {
  readonly value: Value;
  readonly label: string;
}

/**
 * A choice that one key takes further, from the last to the first again. Its cap stands before all of them and stays there:
 * where it is not seen, the choice still ends where the screen does.
 */
export function VerbSwitch<Value extends string>(props: VerbSwitchProps<Value>) {
  const { id, label, verbLabel, keys, value, options, onChange, size = 'sm' } = props;
  const at = options.findIndex((option) => option.value === value);
  const next = options[at + 1] ?? options[0];
  useVerb({ id, label: verbLabel, keys, run: () => onChange(next.value) });
  return (
    <div className={styles.switch}>
      <span className={styles.cap} title={verbLabel}>
        <KeyHint keys={keys} />
      </span>
      <SegmentedControl
        size={size}
        classNames={{ root: styles.root ?? '', label: styles.label ?? '' }}
        aria-label={label}
        aria-keyshortcuts={ariaKeys(keys)}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
    </div>
  );
}
