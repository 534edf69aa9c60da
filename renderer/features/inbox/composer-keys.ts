import { enterRestsMs } from '../../verbs/registry.ts';

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
  /** Nothing can be typed here, so a digit chooses by itself. */
  readonly isWrittenOnly: boolean;
  readonly scriptCount: number;
}

/**
 * What a press means to the composer beyond typing; a number is the place of a response script, from 0. A digit is typed,
 * because an answer may well begin with one: with Alt it chooses, as a verb (`response-scripts.tsx`).
 */
export function meaningOf(
  press: ComposerPress,
  { isWrittenOnly, scriptCount }: Composing,
): 'send' | 'leave' | number | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = press;
  if (isComposing || ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return shiftKey ? null : 'send';
  if (key === 'Escape') return 'leave';
  const digit = isWrittenOnly && !shiftKey ? /^[1-9]$/.exec(key)?.[0] : undefined;
  if (digit === undefined || Number(digit) > scriptCount) return null;
  return Number(digit) - 1;
}

/**
 * Whether what is pressed was meant for what stood there before: the field came up by itself under a running hand, when
 * somebody else's answer was sent, or a dialog or a row has just given it the focus.
 * @param cameUpAt when it did, in milliseconds of any one clock; null where a person opened the conversation
 */
export function isMeantForLast(cameUpAt: number | null, at: number): boolean {
  return cameUpAt !== null && at - cameUpAt < enterRestsMs;
}
