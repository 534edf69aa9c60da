/** Which phones have been seen and where, for a million of them and more: twelve bytes each, twice over, and nothing to collect. */
export interface PhoneSet {
  /** Takes a phone's digits and the row that it stands in. Gives the earlier row that it stood in; null when it is new. */
  add(digits: number, line: number): number | null;
}

/** Two tables of numbers with open addressing: phones, where zero is an empty place and no phone, and their rows. */
export function createPhoneSet(): PhoneSet {
  let phones = new Float64Array(1 << 14);
  let lines = new Uint32Array(phones.length);
  let count = 0;

  /** Where the phone is, or would be. */
  function placeOf(digits: number): number {
    const last = phones.length - 1;
    // Fifteen digits are more than 32 bits: what is above them is mixed in, or all of a country would be neighbours.
    const mixed = Math.imul((digits % 2 ** 32) ^ (digits / 2 ** 32), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & last;
    while (phones[place] !== 0 && phones[place] !== digits) place = (place + 1) & last;
    return place;
  }

  function put(place: number, digits: number, line: number): void {
    phones[place] = digits;
    lines[place] = line;
  }

  function grow(): void {
    const before = { phones, lines };
    phones = new Float64Array(before.phones.length * 2);
    lines = new Uint32Array(phones.length);
    before.phones.forEach((digits, place) => {
      if (digits !== 0) put(placeOf(digits), digits, before.lines[place] ?? 0);
    });
  }

  return {
    add: (digits, line) => {
      const place = placeOf(digits);
      if (phones[place] === digits) return lines[place] ?? 0;
      put(place, digits, line);
      count += 1;
      if (count * 2 > phones.length) grow();
      return null;
    },
  };
}
