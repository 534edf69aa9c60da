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
