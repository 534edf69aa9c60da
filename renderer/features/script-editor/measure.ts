import { fitsGsm } from '../../../shared/domain/gsm.ts';
import { countSegments, type Encoding } from '../../../shared/domain/segments.ts';
import { smartEncode } from '../../../shared/domain/smart-encoding.ts';

export interface Measure {
  /** As a person counts them: an emoji made of several code points is one. */
  readonly characters: number;
  readonly segments: number;
  readonly encoding: Encoding;
  /** What makes the text UCS-2, each once, in the order of the text; empty in GSM-7. */
  readonly culprits: readonly string[];
}

const graphemes = new Intl.Segmenter();

/** How long a text is as it would be sent: look-alikes are replaced first, as they are on the way out. */
export function measure(text: string): Measure {
  const sent = smartEncode(text);
  const characters = [...graphemes.segment(sent)].map(({ segment }) => segment);
  const { segments, encoding } = countSegments(sent);
  return {
    characters: characters.length,
    segments,
    encoding,
    culprits: encoding === 'GSM-7' ? [] : [...new Set(characters.filter(cannotBeSpared))],
  };
}

/** Look-alikes of GSM characters are not to blame: they would be replaced if they were alone. */
function cannotBeSpared(character: string): boolean {
  return !fitsGsm(smartEncode(character));
}
