import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useAppSelector } from '../../app/store.ts';
import { insertText } from '../script-editor/insert-text.ts';
import { isMeantForLast } from './composer-keys.ts';

export interface Field {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  /** What is pressed now is meant for the person before: the field came up by itself under the hand. */
  readonly isForLast: () => boolean;
  /** An Enter that is pressed now, with nothing else before it in the field, is one too many for what led there. */
  readonly isEnterTooMany: () => boolean;
  readonly onFocus: () => void;
  /** Something else than Enter was done in the field. */
  readonly settle: () => void;
  /** Puts words in the place of what stands there, as if they had been typed: the field's own undo takes them back. */
  readonly typeIn: (words: string) => void;
}

/** The composer's field, which takes the focus each time a conversation is opened to be answered. */
export function useField(): Field {
  const ref = useRef<HTMLTextAreaElement>(null);
  const cameUpAt = useRef<number | null>(null);
  const focusedAt = useRef<number | null>(null);
  const isReading = useAppSelector(({ inbox }) => inbox.isReading);
  const turn = useAppSelector(({ inbox }) => inbox.turn);
  const cameByItself = useAppSelector(({ inbox }) => inbox.cameByItself);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn comes up anew.
  useLayoutEffect(() => {
    cameUpAt.current = cameByItself ? performance.now() : null;
  }, [cameByItself, turn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for the focus anew.
  useEffect(() => {
    if (!isReading || ref.current === null) return;
    ref.current.focus();
    toItsEnd(ref.current);
  }, [isReading, turn]);

  return {
    ref,
    isForLast: () => isMeantForLast(cameUpAt.current, performance.now()),
    isEnterTooMany: () => isMeantForLast(focusedAt.current, performance.now()),
    onFocus: () => {
      focusedAt.current = performance.now();
    },
    settle: () => {
      focusedAt.current = null;
    },
    typeIn: (words) => {
      // Whoever chose knows for whom.
      cameUpAt.current = null;
      if (ref.current === null) return;
      if (ref.current.readOnly) ref.current.focus();
      else insertText(ref.current, words, { start: 0, end: ref.current.value.length });
      focusedAt.current = null;
    },
  };
}

/** One goes on behind what is written already. */
export function toItsEnd(field: HTMLTextAreaElement): void {
  field.setSelectionRange(field.value.length, field.value.length);
}
