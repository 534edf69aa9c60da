import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import styles from './choice.module.css';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly description?: string;
  readonly error?: string | null;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** A choice of few, all in sight. */
export function Choice<Value extends string>({ label, description, error, ...choice }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      {...(description !== undefined && { description })}
      error={error}
    >
      <div className={styles.choice}>
        <SegmentedControl
          aria-labelledby={id}
          value={choice.value}
          data={[...choice.options]}
          onChange={(value) => choice.onChange(value)}
          transitionDuration={0}
        />
      </div>
    </Input.Wrapper>
  );
}
