import { diceOf } from '../../main/carrier/simulator/dice.ts';
import type { LeftOutReason } from '../../shared/contract/contacts.ts';
import { areaCodes, firstNames, lastNames, pollingPlaces } from './invented.ts';

/** A contact as the list has it. No two have the same name, so a name tells which phone must get a text. */
export interface Listed {
  readonly firstName: string;
  readonly lastName: string;
  /** E.164. */
  readonly phone: string;
  readonly pollingPlace: string;
}

export interface ListFile {
  readonly csv: string;
  readonly rows: number;
  readonly contacts: readonly Listed[];
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
}

export const header = ['First Name', 'Last Name', 'Cell', 'Email', 'Polling place'] as const;

/** Rows with nothing in them, such as spreadsheets leave below the last one. They are no rows. */
const emptyRows = 20;

/** How many rows of each kind cannot be used. */
export const unusable: Readonly<Record<LeftOutReason, number>> = {
  'no-phone': 60,
  'bad-phone': 40,
  'phone-too-short': 20,
  'phone-without-area-code': 20,
  'phone-too-long': 20,
  'phone-with-extension': 20,
  'phone-abroad': 20,
  duplicate: 60,
  'broken-row': 20,
};

/** What stands where a phone should be. */
const badPhones: Readonly<Record<string, readonly string[]>> = {
  'no-phone': [''],
  'bad-phone': ['555-CALL-NOW', '123-456-7890', 'n/a', '(555) 555-0143', '0000000000'],
  'phone-too-short': ['303 555', '303 555 014'],
  'phone-without-area-code': ['555-0143', '555 0143'],
  'phone-too-long': ['303 555 0143 99', '3035550143999'],
  'phone-with-extension': ['(303) 555-0143 ext. 12', '303-555-0143 x7'],
  'phone-abroad': ['+1 876 555 0143', '(809) 555-0143'],
};

/** A list as a campaign gets it: phones spelled as people spell them, and rows among them that cannot be used. */
export function makeListFile(seed: string, rows: number): ListFile {
  const dice = diceOf(`list ${seed}`);
  const kinds = (Object.keys(unusable) as LeftOutReason[]).flatMap((kind) =>
    Array<LeftOutReason>(unusable[kind]).fill(kind),
  );
  // The first rows are good ones, so that a duplicate always has somebody to be the duplicate of.
  const places = Array.from({ length: rows - 10 }, (_, index) => index + 10)
    .sort((one, other) => dice.draw('place', one) - dice.draw('place', other) || one - other)
    .slice(0, kinds.length);
  const kindAt = new Map(places.map((place, index) => [place, kinds[index] as LeftOutReason]));

  const contacts: Listed[] = [];
  const lines = [lineOf(header)];
  for (let row = 0; row < rows; row += 1) {
    const kind = kindAt.get(row);
    if (kind === undefined) {
      const contact = inventContact(contacts.length);
      contacts.push(contact);
      lines.push(lineOf(cellsOf(contact, spell(contact.phone, dice.draw('spelling', row)))));
    } else lines.push(lineOf(unusableCells(kind, row)));
  }

  for (let row = 0; row < emptyRows; row += 1) lines.push(lineOf(header.map(() => '')));

  function unusableCells(kind: LeftOutReason, row: number): readonly string[] {
    const stranger: Listed = {
      firstName: 'Nobody',
      lastName: `Row ${row}`,
      phone: '',
      pollingPlace: pollingPlaces[0] ?? '',
    };
    if (kind === 'broken-row') return [...cellsOf(stranger, '(303) 555-0100'), 'one cell', 'too many'];
    if (kind === 'duplicate') {
      const earlier = dice.pick(contacts, 'duplicate of', row);
      return cellsOf(stranger, spell(earlier.phone, dice.draw('spelling', row)));
    }
    return cellsOf(stranger, dice.pick(badPhones[kind] ?? [], 'unusable', row));
  }

  return { csv: `${lines.join('\r\n')}\r\n`, rows, contacts, leftOut: unusable };
}

function inventContact(index: number): Listed {
  const areaCode = areaCodes[index % areaCodes.length] ?? '';
  const line = String(Math.floor(index / areaCodes.length)).padStart(2, '0');
  if (line.length > 2) throw new Error('there are not so many invented numbers');
  return {
    firstName: firstNames[index % firstNames.length] ?? '',
    lastName: lastNames[Math.floor(index / firstNames.length)] ?? '',
    phone: `+1${areaCode}55501${line}`,
    pollingPlace: pollingPlaces[index % pollingPlaces.length] ?? '',
  };
}

function cellsOf({ firstName, lastName, pollingPlace }: Listed, phone: string): readonly string[] {
  const email = `${firstName}.${lastName}@example.org`.toLowerCase().replaceAll(' ', '.');
  return [firstName, lastName, phone, email, pollingPlace];
}

function spell(phone: string, draw: number): string {
  const [area, exchange, line] = [phone.slice(2, 5), phone.slice(5, 8), phone.slice(8)];
  const spellings = [
    phone,
    `(${area}) ${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `1 ${area} ${exchange} ${line}`,
  ];
  return spellings[Math.floor(draw * spellings.length)] ?? phone;
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
