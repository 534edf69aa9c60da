/**
 * What the digits of a North American number tell on their own. Takes text or ten digits, gives the ten digits or
 * nothing, and knows only the rules of the North American Numbering Plan that do not change with the seasons: which
 * area codes can exist, not which are in service today. New area codes open every year, and an application that was
 * not updated must still reach the people in them; what is not in service the carrier refuses.
 */

/** How a number's ten digits are held here: `2025550123`. Zero stands for "not such a number". */
export type NanpDigits = number;

/**
 * Whether ten digits can be a number of the plan: area code and exchange start with 2 to 9. Area codes that the plan
 * keeps from use are refused, as they are the usual fillers of address books: N11 (service codes such as 911), N9X
 * (kept for longer numbers), 37X and 96X (set aside), and 555. The exchange 555 is allowed, 555-01xx included: those
 * lines are the plan's fictional ones, and all demo contacts live there.
 */
export function isNanp(digits: NanpDigits): boolean {
  if (digits < 2_000_000_000 || digits > 9_999_999_999) return false;
  return Math.floor(digits / 1_000_000) % 10 >= 2 && isAreaCode(Math.floor(digits / 10_000_000));
}

function isAreaCode(code: number): boolean {
  const firstTwo = Math.floor(code / 10);
  return code % 100 !== 11 && firstTwo % 10 !== 9 && firstTwo !== 37 && firstTwo !== 96 && code !== 555;
}

/** Whether numbers without a country code are read as the plan's in this country, given as two capital letters. */
export function isNanpHome(country: string): boolean {
  return country === 'US' || country === 'CA';
}

/**
 * Area codes of the plan's other members: the Bahamas, Barbados, Bermuda, the Dominican Republic, Jamaica and the other
 * islands. The territories of the United States are not among them. A code that opens later counts as one of ours.
 */
export const abroadAreaCodes: ReadonlySet<string> = new Set(
  '242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'.split(' '),
);

/** Enough for any grouping of eleven digits; a longer text is no fast path's business. */
const longestText = 32;

/**
 * Reads the number out of its usual spellings (`+1 202-555-0123`, `(202) 555.0123`, `12025550123`), or gives zero: not
 * a number of the plan, or not spelled plainly. Without a leading `+1` it is read as North American only `atHome`.
 * This runs once per row of an import, so it looks at each character once and makes no text.
 */
export function readNanp(text: string, atHome: boolean): NanpDigits {
  if (text.length > longestText) return 0;
  let digits = 0;
  let count = 0;
  let plus = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char >= 0x30 && char <= 0x39) {
      digits = digits * 10 + (char - 0x30);
      count++;
    } else if (char === 0x2b && count === 0 && !plus) {
      plus = true;
    } else if (!isPunctuation(char)) {
      return 0;
    }
  }
  if (!plus && !atHome) return 0;
  // The country code 1 is taken off; any other eleventh digit leaves a number outside the plan.
  if (count === 11) digits -= 10_000_000_000;
  else if (count !== 10 || plus) return 0;
  return isNanp(digits) ? digits : 0;
}

/** Space, no-break space, and `( ) - . /`. */
function isPunctuation(char: number): boolean {
  return (
    char === 0x20 || char === 0x2d || char === 0x28 || char === 0x29 || char === 0x2e || char === 0x2f || char === 0xa0
  );
}
