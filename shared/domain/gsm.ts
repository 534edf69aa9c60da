/**
 * The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, section 6.2.1): the characters that a text
 * message carries in seven bits. One character outside them turns the whole text into UCS-2.
 */

/** 127 characters of one septet. The table's 128th, ESC, only opens an extension pair and cannot be written. */
const oneSeptet =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';

/** Ten characters of two septets: ESC and one more, which stay together in one segment. */
const twoSeptets = '\f^{}\\[~]|€';

/** Indexed by UTF-16 code unit; the Euro sign is the highest. Scripts are counted at each key, so this is a plain look-up. */
const septets = new Uint8Array(0x20ac + 1);
for (const char of oneSeptet) septets[char.charCodeAt(0)] = 1;
for (const char of twoSeptets) septets[char.charCodeAt(0)] = 2;

/** How many septets the UTF-16 code unit takes, 1 or 2; zero where the alphabet lacks it. */
export function septetsOf(codeUnit: number): number {
  return septets[codeUnit] ?? 0;
}

/** Whether the whole text can travel in seven bits. */
export function fitsGsm(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (septetsOf(text.charCodeAt(at)) === 0) return false;
  }
  return true;
}
