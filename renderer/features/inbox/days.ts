export interface Day<Entry> {
  /** Names it among the others; not for the eye. */
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** Divides what stands in the order of time by the days of this computer's clock. Instants are epoch ms. */
export function groupByDay<Entry extends { readonly at: number }>(entries: readonly Entry[]): readonly Day<Entry>[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const day = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
