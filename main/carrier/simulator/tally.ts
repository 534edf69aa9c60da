/** Counts requests by kind and outcome. In memory, written to the book now and then and at the end: a kill may cost the last moment. */
import type { Book } from './book.ts';

export interface Tally {
  /** @param outcome the HTTP status, `lost` (answer cut off) or `gone` (the client had left). */
  count(kind: string, outcome: number | 'lost' | 'gone'): void;
  /** `{ 'messages.create': { '201': 5, '429': 1 } }` */
  read(): Record<string, Record<string, number>>;
  /** All requests ever counted. */
  total(): number;
  write(): void;
}

export function openTally(book: Book): Tally {
  const { database } = book;
  const counts = new Map<string, Map<string, number>>();
  let total = 0;
  let written = true;
  const add = (kind: string, outcome: string, count: number): void => {
    const outcomes = counts.get(kind) ?? new Map<string, number>();
    counts.set(kind, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count));
    total += count;
  };
  const rows = database.prepare<[], { kind: string; outcome: string; count: number }>('SELECT * FROM tally').all();
  for (const row of rows) add(row.kind, row.outcome, row.count);
  const write = database.prepare('INSERT OR REPLACE INTO tally (kind, outcome, count) VALUES (?, ?, ?)');

  return {
    count: (kind, outcome) => {
      add(kind, String(outcome), 1);
      written = false;
    },
    read: () => Object.fromEntries([...counts].map(([kind, outcomes]) => [kind, Object.fromEntries(outcomes)])),
    total: () => total,
    write: () => {
      if (written) return;
      book.inTransaction(() => {
        for (const [kind, outcomes] of counts) {
          for (const [outcome, count] of outcomes) write.run(kind, outcome, count);
        }
      });
      written = true;
    },
  };
}
