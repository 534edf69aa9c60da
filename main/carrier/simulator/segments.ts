/**
 * How a carrier counts a text: GSM 03.38 with 160 septets (153 in each of several parts), or UCS-2 with 70 code units
 * (67). Written apart from the application's own counting on purpose, so that each is a check of the other.
 */

const plain = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const escaped = new Set('^{}\\[]~|€\f');

/** The number of segments that the text is sent as; 0 for an empty text. */
export function segmentsOf(text: string): number {
  const characters = [...text];
  const isGsm = characters.every((character) => plain.has(character) || escaped.has(character));
  const widths = characters.map((character) => {
    if (!isGsm) return character.length;
    return escaped.has(character) ? 2 : 1;
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total === 0) return 0;
  return total <= (isGsm ? 160 : 70) ? 1 : partsOf(widths, isGsm ? 153 : 67);
}

/** An escape pair or a surrogate pair never straddles two parts. */
function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}
