/** Which phones have been seen, for a million of them and more: eight bytes each, twice over, and nothing to collect. */
export interface PhoneSet {
  /** Takes E.164. False when the phone was there already. */
  add(phone: string): boolean;
}

/** A table of numbers with open addressing; zero is an empty place, and no phone. */
export function createPhoneSet(): PhoneSet {
  let places = new Float64Array(1 << 14);
  let count = 0;

  function put(digits: number): boolean {
    const last = places.length - 1;
    // Fifteen digits are more than 32 bits: what is above them is mixed in, or all of a country would be neighbours.
    const mixed = Math.imul((digits % 2 ** 32) ^ (digits / 2 ** 32), 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & last;
    while (places[place] !== 0) {
      if (places[place] === digits) return false;
      place = (place + 1) & last;
    }
    places[place] = digits;
    return true;
  }

  function grow(): void {
    const before = places;
    places = new Float64Array(before.length * 2);
    for (const digits of before) if (digits !== 0) put(digits);
  }

  return {
    add: (phone) => {
      const isNew = put(Number(phone.slice(1)));
      if (isNew) count += 1;
      if (count * 2 > places.length) grow();
      return isNew;
    },
  };
}
