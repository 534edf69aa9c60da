/** Figures by name: a plain number each, its unit in its name. */
export type Figures = Readonly<Record<string, number>>;

/** The value below which the given share of the samples lies. Sorts a copy; 0.5 is the median. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right);
  const at = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (at === undefined) throw new Error('a percentile of nothing');
  return at;
}

/** Milliseconds with three decimals: below that lies the clock's own noise. */
export const roundMs = (ms: number): number => Math.round(ms * 1_000) / 1_000;

/**
 * The middle one of the ratios between something and its reference, two decimals. They took turns, and each is compared
 * with the references just before and after it, because a machine is not as fast in one second as in the next.
 * @param references one more than there are subjects: before the first, and after each.
 */
export function ratioBeside(subjects: readonly number[], references: readonly number[]): number {
  const ratios = subjects.map((subject, at) => {
    const [before, after] = [references[at], references[at + 1]];
    if (before === undefined || after === undefined) throw new Error('a subject without its neighbours');
    return (2 * subject) / (before + after);
  });
  return Math.round(percentile(ratios, 0.5) * 100) / 100;
}
