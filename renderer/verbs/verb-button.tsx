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
  /** The field hears the key by itself, as every one does whose form is sent with Enter. */
  readonly isHeardInFields?: boolean;
}

/** The button of a verb: its words, its key, and what it does. */
export function VerbButton({ verb, isSubmit = false, isHeardInFields = isSubmit, ...props }: VerbButtonProps) {
  const { label, keys, inFieldsWith, run, isDisabled } = verb;
  return (
    <Button
      {...props}
      {...(isSubmit ? { type: 'submit' } : { onClick: run })}
      disabled={isDisabled ?? false}
      {...(keys !== undefined && {
        'aria-keyshortcuts': ariaKeys(keys, inFieldsWith),
        rightSection: <KeyHint keys={keys} inFieldsWith={inFieldsWith} isHeardInFields={isHeardInFields} />,
      })}
    >
      {label}
    </Button>
  );
}
