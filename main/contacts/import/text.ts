import { isUtf8 } from 'node:buffer';

/**
 * Makes text of a list's bytes, block by block. It reads UTF-8 with or without a byte order mark, UTF-16 with one, and
 * Windows-1252, which older desktops write: a block that is not valid UTF-8 is taken for that. Line breaks of all kinds
 * become line feeds, so that whatever counts rows has one rule.
 */
export interface TextReader {
  /** Gives the text as far as it is whole; what is cut off at the end comes with the next block. */
  read(block: Buffer, isLast: boolean): string;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; the five unused places stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Of the marks at the beginning of a file that tell its encoding, in bytes. */
const longestMark = 3;

export function createTextReader(): TextReader {
  let decode: ((bytes: Buffer) => [text: string, used: number]) | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let heldBack = '';

  return {
    read: (block, isLast) => {
      let bytes = rest.length === 0 ? block : Buffer.concat([rest, block]);
      if (decode === null) {
        // Too little to tell a mark by.
        if (bytes.length < longestMark && !isLast) {
          rest = Buffer.from(bytes);
          return '';
        }
        const start = startOf(bytes);
        decode = start.decode;
        bytes = bytes.subarray(start.markLength);
      }
      const [text, used] = decode(bytes);
      // A copy: the block's own memory is used again for the next one.
      rest = Buffer.from(bytes.subarray(used));
      const whole = heldBack + text + (isLast && rest.length > 0 ? decodeWindows1252(rest) : '');
      // It may be the first half of a line break.
      const isCut = !isLast && whole.endsWith('\r');
      heldBack = isCut ? '\r' : '';
      return withLineFeeds(isCut ? whole.slice(0, -1) : whole);
    },
  };
}

function startOf(bytes: Buffer) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { decode: decodeUtf16, markLength: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { decode: decodeUtf16BigEndian, markLength: 2 };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { decode: decodeUtf8, markLength: hasMark ? 3 : 0 };
}

function decodeUtf8(bytes: Buffer): [string, number] {
  const used = wholeUtf8Length(bytes);
  const whole = bytes.subarray(0, used);
  return [isUtf8(whole) ? whole.toString('utf8') : decodeWindows1252(whole), used];
}

/** How many bytes there are before a character that the end cuts off. */
function wholeUtf8Length(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function decodeUtf16(bytes: Buffer): [string, number] {
  const used = bytes.length - (bytes.length % 2);
  return [bytes.toString('utf16le', 0, used), used];
}

function decodeUtf16BigEndian(bytes: Buffer): [string, number] {
  const used = bytes.length - (bytes.length % 2);
  return [Buffer.from(bytes.subarray(0, used)).swap16().toString('utf16le'), used];
}

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => windows1252[char.charCodeAt(0) - 0x80] ?? char);
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
