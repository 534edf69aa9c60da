/** Holds the knobs as they stand, keeps them in the book, and hands out scripted faults one by one. */
import type { Book } from './book.ts';
import { type Fault, type KnobChanges, type Knobs, knobChangesSchema, ordinaryDay } from './knobs.ts';

export interface KnobBox {
  read(): Knobs;
  /** @returns the knobs after the change. */
  change(changes: KnobChanges): Knobs;
  takeScripted(): Fault | undefined;
}

/** @param changes win over what the book kept. Scripts and closings belong to one run and are not kept. */
export function openKnobs(book: Book, changes: KnobChanges): KnobBox {
  // A book may come from an earlier version: what it does not know is an ordinary day, what is gone is let go.
  const kept = knobChangesSchema.strip().safeParse(book.readMeta('knobs') ?? {});
  let knobs: Knobs = ordinaryDay;
  const change = (given: KnobChanges): Knobs => {
    knobs = { ...knobs, ...withoutUndefined(given) };
    book.writeMeta('knobs', { ...knobs, nextFaults: [], refuseForMs: 0, refuseEveryMs: 0 });
    return knobs;
  };
  change({ ...(kept.success ? kept.data : {}), ...changes });
  return {
    read: () => knobs,
    change,
    takeScripted: () => {
      const [first, ...rest] = knobs.nextFaults;
      if (first !== undefined) knobs = { ...knobs, nextFaults: rest };
      return first;
    },
  };
}

function withoutUndefined(changes: KnobChanges): Partial<Knobs> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
