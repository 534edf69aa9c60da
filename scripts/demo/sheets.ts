/**
 * What the two spreadsheets say, held against the carrier's book. Takes the rows as they were read, the header first;
 * gives a sentence for each thing that is not so. It believes nothing that the engine says elsewhere.
 */
import type { CarrierRecord } from '../textbank/carrier-record.ts';

export type Sheet = readonly (readonly string[])[];

export interface Sheets {
  readonly contacts: Sheet;
  readonly messages: Sheet;
}

/** @throws Error when a sheet lacks a column. */
export function compareSheets(
  { contacts, messages }: Sheets,
  record: Pick<CarrierRecord, 'accepted' | 'replies' | 'repliers' | 'optedOutAt'>,
): string[] {
  const cellsOf = (sheet: Sheet, title: string): ((row: readonly string[]) => string) => {
    const at = sheet[0]?.indexOf(title) ?? -1;
    if (at === -1) throw new Error(`a spreadsheet has no column "${title}"`);
    return (row) => row[at] ?? '';
  };
  const [direction, state, phone, text] = ['Direction', 'Text state', 'Phone', 'Text'].map((title) =>
    cellsOf(messages, title),
  ) as [Cell, Cell, Cell, Cell];
  const sent = messages.slice(1).filter((row) => direction(row) === 'to contact' && state(row) === 'sent');
  const heard = messages.slice(1).filter((row) => direction(row) === 'from contact');
  const [replied, optedOut, contactPhone] = ['Replied', 'Opted out', 'Phone'].map((title) =>
    cellsOf(contacts, title),
  ) as [Cell, Cell, Cell];
  const repliers = contacts.slice(1).filter((row) => replied(row) === 'yes');
  const optedOutInWords = contacts
    .slice(1)
    .filter((row) => optedOut(row) === 'yes' && record.optedOutAt.has(contactPhone(row)));

  const pairs: readonly (readonly [string, number, number])[] = [
    ['texts sent', sent.length, record.accepted.length],
    ['replies', heard.length, record.replies],
    ['contacts who replied', repliers.length, record.repliers.size],
    ['contacts who opted out in words', optedOutInWords.length, record.optedOutAt.size],
    [
      'texts to the same phone with the same words',
      matches(
        sent.map((row) => keyOf(phone(row), text(row))),
        record.accepted.map(({ toPhone, body }) => keyOf(toPhone, body)),
      ),
      record.accepted.length,
    ],
  ];
  return pairs
    .filter(([, inSheet, right]) => inSheet !== right)
    .map(([what, inSheet, right]) => `${what}: ${inSheet} in the spreadsheets, ${right} at the carrier`);
}

type Cell = (row: readonly string[]) => string;

const keyOf = (phone: string, text: string): string => `${phone}\n${text}`;

/** How many of `others` have one of `ones` each to themselves. */
function matches(ones: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of ones) left.set(one, (left.get(one) ?? 0) + 1);
  let found = 0;
  for (const other of others) {
    const count = left.get(other) ?? 0;
    if (count > 0) found += 1;
    left.set(other, count - 1);
  }
  return found;
}

/** How the sheet begins what it says of texts that will not leave, by the engine's state. */
const stopWords = { withdrawn: 'cancelled', stopped: 'blocked', 'refused by the carrier': 'refused' } as const;

/** The state of a text that never arrived, by what the sheet says of it: one of those that stop a text, or its words. */
export function stateInSheet(messages: Sheet, phone: string, text: string): string {
  const [header = [], ...rows] = messages;
  const [atPhone, atText, atState] = ['Phone', 'Text', 'Text state'].map((title) => header.indexOf(title));
  const row = rows.find((cells) => cells[atPhone ?? -1] === phone && cells[atText ?? -1] === text);
  const words = row?.[atState ?? -1] ?? 'not in the spreadsheet';
  return Object.entries(stopWords).find(([beginning]) => words.startsWith(beginning))?.[1] ?? words;
}
