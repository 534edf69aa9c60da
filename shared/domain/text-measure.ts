/**
 * How long a text is, in the one way that it is told everywhere: as it leaves, with look-alikes replaced, in the units
 * that segments are filled with. Takes the words with their variables filled in; refuses nothing.
 */
import { fitsGsm } from './gsm.ts';
import { countSegments, maxBodyLength, type SegmentCount } from './segments.ts';
import { smartEncode } from './smart-encoding.ts';

export interface TextMeasure extends SegmentCount {
  /** The text as it leaves. */
  readonly body: string;
  /** How many UTF-16 code units it has beyond those that the carrier takes; zero while it may leave. */
  readonly tooLongBy: number;
  /** What makes the text UCS-2, each once, in the order of the text; empty in GSM-7. */
  readonly culprits: readonly string[];
}

const graphemes = new Intl.Segmenter();

export function measureText(text: string): TextMeasure {
  const body = smartEncode(text.trim());
  const count = countSegments(body);
  return {
    ...count,
    body,
    tooLongBy: Math.max(0, body.length - maxBodyLength),
    culprits: count.encoding === 'GSM-7' ? [] : culpritsIn(body),
  };
}

/** An emoji is blamed whole. Look-alikes of GSM characters are not: they would be replaced if they were alone. */
function culpritsIn(body: string): readonly string[] {
  const characters = [...graphemes.segment(body)].map(({ segment }) => segment);
  return [...new Set(characters.filter((character) => !fitsGsm(smartEncode(character))))];
}
