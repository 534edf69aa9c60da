import { diceOf } from '../../main/carrier/simulator/dice.ts';
import { areaCodes, firstNames, lastNames } from '../textbank/invented.ts';

/** A contact of the driver's own fixture. No two have the same name. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** E.164. */
  readonly phone: string;
  /** Where the contact may be: all these clocks must be inside the texting hours. */
  readonly zones: readonly string[];
  /** How the list says so. */
  readonly place: { readonly zone: string; readonly state: string };
  /** Each text has words of its own, or each is sent twice on purpose. */
  readonly kind: 'unique' | 'twin';
  /** How this contact will opt out; null when never. */
  readonly optOut: 'by-hand' | 'keyword' | 'words' | null;
}

interface Place {
  readonly zones: readonly string[];
  readonly zone?: string;
  readonly state?: string;
  readonly weight: number;
}

/** Most are open for hours to come; some close soon, some open soon, and some only after a night. */
const places: readonly Place[] = [
  { zone: 'America/Los_Angeles', zones: ['America/Los_Angeles'], weight: 24 },
  { zone: 'Pacific/Honolulu', zones: ['Pacific/Honolulu'], weight: 24 },
  { zone: 'Pacific/Auckland', zones: ['Pacific/Auckland'], weight: 8 },
  { zone: 'America/Denver', zones: ['America/Denver'], weight: 12 },
  { state: 'TX', zones: ['America/Chicago', 'America/Denver'], weight: 10 },
  { zone: 'America/New_York', zones: ['America/New_York'], weight: 10 },
  { zone: 'Asia/Singapore', zones: ['Asia/Singapore'], weight: 10 },
  { zone: 'Europe/London', zones: ['Europe/London'], weight: 2 },
];

/** @param optOutShare of all contacts. */
export function inventPeople(seed: string, count: number, optOutShare: number): readonly Person[] {
  const dice = diceOf(`people ${seed}`);
  const total = places.reduce((sum, { weight }) => sum + weight, 0);

  function placeOf(index: number): Place {
    let left = dice.draw('place', index) * total;
    const found = places.find(({ weight }) => {
      left -= weight;
      return left < 0;
    });
    return found ?? (places[0] as Place);
  }

  return Array.from({ length: count }, (_, index): Person => {
    const areaCode = areaCodes[index % areaCodes.length] ?? '';
    const line = String(Math.floor(index / areaCodes.length)).padStart(2, '0');
    if (line.length > 2) throw new Error('there are not so many invented numbers');
    const { zones, zone = '', state = '' } = placeOf(index);
    return {
      firstName: firstNames[index % firstNames.length] ?? '',
      lastName: lastNames[Math.floor(index / firstNames.length)] ?? '',
      phone: `+1${areaCode}55501${line}`,
      zones,
      place: { zone, state },
      kind: dice.chance(0.5, 'kind', index) ? 'twin' : 'unique',
      optOut: dice.chance(optOutShare, 'opts out', index)
        ? dice.pick(['by-hand', 'by-hand', 'keyword', 'words'] as const, 'how', index)
        : null,
    };
  });
}

/** The list as an admin brings it. */
export function listOf(people: readonly Person[]): string {
  const lines = people.map(({ firstName, lastName, phone, place }) =>
    [firstName, lastName, phone, place.zone, place.state].join(','),
  );
  return `${['First name,Last name,Cell,Time zone,State', ...lines].join('\r\n')}\r\n`;
}
