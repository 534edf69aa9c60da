export interface ComposerPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** A word is being put together, as in Chinese: Enter then ends the word. */
  readonly isComposing: boolean;
}

interface Composing {
  /** Nothing was written here yet, nor taken away again. */
  readonly isUntouched: boolean;
  readonly scriptCount: number;
}

/**
 * What a press means to the composer beyond typing; a number is the place of a response script, from 0. A digit alone
 * chooses only where nothing was written yet, so that an answer may well begin with one: who empties the field types it.
 * With Alt it chooses everywhere, as a verb (`response-scripts.tsx`).
 */
export function meaningOf(
  press: ComposerPress,
  { isUntouched, scriptCount }: Composing,
): 'send' | 'leave' | number | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = press;
  if (isComposing || ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return shiftKey ? null : 'send';
  if (key === 'Escape') return 'leave';
  const digit = isUntouched && !shiftKey ? /^[1-9]$/.exec(key)?.[0] : undefined;
  if (digit === undefined || Number(digit) > scriptCount) return null;
  return Number(digit) - 1;
}
