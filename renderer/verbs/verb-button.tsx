import { Button, type ButtonProps } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys } from './keys.ts';
import type { Verb } from './registry.ts';

interface VerbButtonProps extends ButtonProps {
  readonly verb: Verb;
  /** Focus is put here when the screen opens. */
  readonly autoFocus?: boolean;
  /** It sends the form that it stands in, as Enter in a field does; its verb asks the form for the same. */
  readonly isSubmit?: boolean;
}

/** The button of a verb: its words, its key, and what it does. */
export function VerbButton({ verb, isSubmit = false, ...props }: VerbButtonProps) {
  const { label, keys, run, isDisabled } = verb;
  return (
    <Button
      {...props}
      {...(isSubmit ? { type: 'submit' } : { onClick: run })}
      disabled={isDisabled ?? false}
      {...(keys !== undefined && { rightSection: <KeyHint keys={keys} />, 'aria-keyshortcuts': ariaKeys(keys) })}
    >
      {label}
    </Button>
  );
}
