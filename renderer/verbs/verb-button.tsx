import { Button, type ButtonProps } from '@mantine/core';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys } from './keys.ts';
import type { Verb } from './registry.ts';

interface VerbButtonProps extends ButtonProps {
  readonly verb: Verb;
  /** Focus is put here when the screen opens. */
  readonly autoFocus?: boolean;
  /** Focus is put here when the dialog opens that it stands in. */
  readonly 'data-autofocus'?: boolean;
  /** It sends the form that it stands in, as Enter in a field does; its verb asks the form for the same. */
  readonly isSubmit?: boolean;
  /** Keys that it has at other times: the place of their caps is kept, so that nothing moves. */
  readonly restingKeys?: string;
  /** The field hears the key by itself, as every one does whose form is sent with Enter. */
  readonly isHeardInFields?: boolean;
}

/** The button of a verb: its words, its key, and what it does. */
export function VerbButton({ verb, restingKeys, isSubmit = false, ...props }: VerbButtonProps) {
  const { isHeardInFields = isSubmit, ...button } = props;
  const { label, keys, inFieldsWith, run, isDisabled } = verb;
  const shownKeys = keys ?? restingKeys;
  const hint = {
    inFieldsWith,
    isHeardInFields,
    hasFocusFirst: props['data-autofocus'] === true,
    rests: keys === undefined,
  };
  return (
    <Button
      {...button}
      {...(isSubmit ? { type: 'submit' } : { onClick: run })}
      disabled={isDisabled ?? false}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys, inFieldsWith) })}
      {...(shownKeys !== undefined && { rightSection: <KeyHint keys={shownKeys} {...hint} /> })}
    >
      {label}
    </Button>
  );
}
