import { measureText, type TextMeasure } from '../../../shared/domain/text-measure.ts';

/** Characters that make a text cost more, such as an emoji, and how many segments it has with them and without. */
export interface DearCharacters {
  readonly characters: readonly string[];
  readonly segments: number;
  readonly without: number;
}

/** Null while they cost nothing. */
export function dearIn({ body, culprits, segments }: TextMeasure): DearCharacters | null {
  if (culprits.length === 0) return null;
  const plain = culprits.reduce((text, culprit) => text.replaceAll(culprit, ''), body);
  const without = Math.max(1, measureText(plain).segments);
  return segments > without ? { characters: culprits, segments, without } : null;
}
