/**
 * How many segments a text is, which is what carriers bill and what the limiter counts. Takes the text as it will be
 * sent, after variables are filled in and after `smartEncode`: one character of one contact's name can change the
 * encoding of that contact's text. Decides nothing about whether the text may be sent.
 */
import { fitsGsm, septetsOf } from './gsm.ts';

export type Encoding = 'GSM-7' | 'UCS-2';

export interface SegmentCount {
  readonly encoding: Encoding;
  /** Septets in GSM-7, UTF-16 code units in UCS-2; without what is left empty at segment boundaries. */
  readonly units: number;
  /** Zero for the empty text, which cannot be sent. */
  readonly segments: number;
  /** How many more units the last segment takes. A single segment that is outgrown shrinks to make room for its header. */
  readonly unitsLeft: number;
}

/** The carrier refuses longer bodies, whatever their segments. Counted in UTF-16 code units, as JavaScript does. */
export const maxBodyLength = 1600;

/** 140 octets each. Segments that are joined carry a header of 6 octets, which costs 7 septets or 3 UCS-2 units. */
const capacities = {
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
} as const;

/** Counts at the encoding the carrier will choose: GSM-7 if every character has it, else UCS-2 for the whole text. */
export function countSegments(text: string): SegmentCount {
  return fitsGsm(text) ? pack('GSM-7', text) : pack('UCS-2', text);
}

/**
 * Fills one segment after the other. A character is never split over two: not the pair of an extended GSM character,
 * not a surrogate pair. An emoji made of several characters may be split between them; the phone joins it again.
 */
function pack(encoding: Encoding, text: string): SegmentCount {
  const { alone, joined } = capacities[encoding];
  let units = 0;
  let closed = 0;
  let used = 0;
  for (const char of text) {
    const size = encoding === 'GSM-7' ? septetsOf(char.charCodeAt(0)) : char.length;
    if (used + size > joined) {
      closed++;
      used = 0;
    }
    used += size;
    units += size;
  }
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1, unitsLeft: alone - units };
  return { encoding, units, segments: closed + 1, unitsLeft: joined - used };
}
