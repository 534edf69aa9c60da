/**
 * Writes `resources/sample-list.csv`: 2,000 invented people of many places, with the troubles that real lists have. The
 * seed is fixed, so the file is the same whenever it is written. Phones are of the kind that is kept for inventions
 * (555-0100 to 555-0199), and of those not the last twenty, which the practice carrier sells as sending numbers.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diceOf } from '../main/carrier/simulator/dice.ts';
import { firstNames, lastNames, pollingPlaces } from './textbank/invented.ts';

export const sampleListFile = fileURLToPath(new URL('../resources/sample-list.csv', import.meta.url));

/** How many rows of each kind there are among the 2,000. */
export const sampleTroubles = { duplicate: 24, badPhone: 18, shortPhone: 9, noPhone: 15, noFirstName: 30, noZip: 60 };

const rowCount = 2_000;
const linesPerAreaCode = 80;

interface Place {
  readonly areaCode: string;
  readonly city: string;
  readonly state: string;
  readonly zips: readonly string[];
}

const places: readonly Place[] = `
  202 Washington DC 20001 20009 20019 | 212 New York NY 10002 10027 10034 | 215 Philadelphia PA 19121 19134 19148
  305 Miami FL 33125 33142 33161 | 313 Detroit MI 48205 48219 48227 | 404 Atlanta GA 30310 30314 30318
  412 Pittsburgh PA 15206 15210 15219 | 617 Boston MA 02119 02124 02128 | 704 Charlotte NC 28205 28208 28216
  718 Brooklyn NY 11206 11212 11220 | 787 San Juan PR 00907 00915 00924 | 502 Louisville KY 40203 40211 40214
  205 Birmingham AL 35204 35208 35211 | 214 Dallas TX 75208 75211 75216 | 312 Chicago IL 60608 60623 60629
  314 Saint Louis MO 63107 63112 63118 | 414 Milwaukee WI 53204 53206 53215 | 504 New Orleans LA 70117 70118 70122
  512 Austin TX 78702 78744 78753 | 612 Minneapolis MN 55404 55407 55411 | 713 Houston TX 77011 77020 77087
  303 Denver CO 80204 80219 80223 | 505 Albuquerque NM 87102 87105 87121 | 801 Salt Lake City UT 84104 84115 84116
  602 Phoenix AZ 85009 85031 85040 | 206 Seattle WA 98108 98118 98144 | 213 Los Angeles CA 90011 90022 90033
  503 Portland OR 97203 97217 97266 | 619 San Diego CA 92102 92105 92113 | 702 Las Vegas NV 89101 89104 89110
  907 Anchorage AK 99501 99504 99508 | 808 Honolulu HI 96813 96817 96819`
  .split('|')
  .flatMap((part) => part.split('\n'))
  .map((part) => part.trim())
  .filter((part) => part !== '')
  .map(readPlace);

function readPlace(text: string): Place {
  const found = /^(\d{3}) (.+) ([A-Z]{2}) ([\d ]+)$/.exec(text);
  const [, areaCode = '', city = '', state = '', zips = ''] = found ?? [];
  if (found === null) throw new Error(`not a place: ${text}`);
  return { areaCode, city, state, zips: zips.split(' ') };
}

const header = ['First Name', 'Last Name', 'Cell Phone', 'City', 'State', 'ZIP', 'custom_field_polling_place'];
const badPhones = ['555-CALL-NOW', '123-456-7890', 'n/a', '000-000-0000', '(555) 555-0143', 'see notes'];

/** The file's text: a header and 2,000 rows. */
export function sampleList(): string {
  const dice = diceOf('sample list');
  const shuffled = <Item>(items: readonly Item[], name: string): Item[] =>
    items
      .map((item, index) => ({ item, at: dice.draw(name, index) }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);

  const people = shuffled(
    firstNames.flatMap((first) => lastNames.map((last) => [first, last] as const)),
    'people',
  );
  const phones = shuffled(
    places.flatMap((place) => Array.from({ length: linesPerAreaCode }, (_, line) => ({ place, line }))),
    'phones',
  );
  // The first rows are good ones: who opens the file should see a list, and a duplicate needs somebody to double.
  const kinds = Object.entries(sampleTroubles).flatMap(([kind, count]) => Array<string>(count).fill(kind));
  const rows = shuffled(
    Array.from({ length: rowCount - 20 }, (_, index) => index + 20),
    'rows',
  );
  const kindAt = new Map(kinds.map((kind, index) => [rows[index], kind]));

  const written: string[][] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const kind = kindAt.get(row);
    const { place, line } = phones[row] ?? { place: places[0] as Place, line: 0 };
    const [first, last] = people[row] ?? ['', ''];
    const e164 = `+1${place.areaCode}55501${String(line).padStart(2, '0')}`;
    const cells = [
      kind === 'noFirstName' ? '' : first,
      last,
      spell(e164, dice.draw('spelling', row)),
      place.city,
      place.state,
      kind === 'noZip' ? '' : dice.pick(place.zips, 'zip', row),
      dice.pick(pollingPlaces, 'polling place', row),
    ];
    if (kind === 'duplicate') cells[2] = (written[Math.floor(dice.draw('double', row) * 20)] ?? cells)[2] ?? '';
    if (kind === 'badPhone') cells[2] = dice.pick(badPhones, 'bad', row);
    if (kind === 'shortPhone') cells[2] = `555-01${String(line).padStart(2, '0')}`;
    if (kind === 'noPhone') cells[2] = '';
    written.push(cells);
  }
  return `${[header, ...written].map(lineOf).join('\r\n')}\r\n`;
}

/** As people spell phones. */
function spell(phone: string, draw: number): string {
  const [area, exchange, line] = [phone.slice(2, 5), phone.slice(5, 8), phone.slice(8)];
  const spellings = [
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    phone,
    `${area}.${exchange}.${line}`,
    `1 ${area} ${exchange} ${line}`,
  ];
  return spellings[Math.floor(draw * spellings.length)] ?? phone;
}

function lineOf(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

if (import.meta.main) writeFileSync(sampleListFile, sampleList());
