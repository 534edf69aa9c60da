import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { longestWritten } from '../../../shared/contract/limits.ts';

/** For a field of what is written to contacts, which takes no more than `longestWritten`. */
interface Longest {
  /** Something was too long to be put in, and nothing of it was. */
  readonly isTooLong: boolean;
  /** For the field: it would cut what is put in, and say nothing. */
  readonly whole: {
    readonly maxLength: number;
    readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
    readonly onDrop: (event: DragEvent<HTMLTextAreaElement>) => void;
  };
  /** Something else was put in or typed since. */
  readonly forget: () => void;
}

export function useLongest(): Longest {
  const [isTooLong, setTooLong] = useState(false);

  function judge(event: ClipboardEvent | DragEvent, field: HTMLTextAreaElement, from: DataTransfer): void {
    const { value, selectionStart, selectionEnd } = field;
    // As the field has it, where a break of the line is one character.
    const put = from.getData('text/plain').replaceAll('\r\n', '\n');
    const isBeyond = value.length - (selectionEnd - selectionStart) + put.length > longestWritten;
    if (isBeyond) event.preventDefault();
    setTooLong(isBeyond);
  }

  return {
    isTooLong,
    whole: {
      maxLength: longestWritten,
      onPaste: (event) => judge(event, event.currentTarget, event.clipboardData),
      onDrop: (event) => judge(event, event.currentTarget, event.dataTransfer),
    },
    forget: () => setTooLong(false),
  };
}
