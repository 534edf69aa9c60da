/** What a figure must not go beyond, on one side or on both. */
export type Bar =
  | { readonly most: number; readonly least?: number }
  | { readonly least: number; readonly most?: number };

export interface Verdict {
  readonly holds: boolean;
  /** As it is printed behind the figure. */
  readonly words: string;
}

/** Null for a figure without a bar. */
export function verdictOf(value: number, bar: Bar | undefined): Verdict | null {
  if (bar === undefined) return null;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = bar;
  if (value < least) return { holds: false, words: `BELOW ITS BAR of ${rounded(least)}` };
  if (value > most) return { holds: false, words: `ABOVE ITS BAR of ${rounded(most)}` };
  const bounds = [
    bar.least === undefined ? [] : `>= ${rounded(least)}`,
    bar.most === undefined ? [] : `<= ${rounded(most)}`,
  ];
  return { holds: true, words: `holds (${bounds.flat().join(', ')})` };
}

const rounded = (bound: number): number => Math.round(bound * 10_000) / 10_000;
