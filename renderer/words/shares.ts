/** A share as it is told: a percentage, and whether the truth is below or above it. */
export interface ToldShare {
  readonly percent: number;
  readonly isBound?: 'below' | 'above';
}

/**
 * How a share of a whole, 0 to 1, is told: in whole percent, and in tenths next to nothing and next to all, where a whole
 * percent would be wrong by half. Something is never told as nothing, nor nearly all as all.
 */
export function tellShare(share: number): ToldShare {
  const percent = share * 100;
  if (percent <= 0 || percent >= 100) return { percent: Math.round(percent) };
  if (percent < 0.1) return { percent: 0.1, isBound: 'below' };
  if (percent > 99.9) return { percent: 99.9, isBound: 'above' };
  if (percent < 1) return { percent: Math.min(9, Math.round(percent * 10)) / 10 };
  if (percent > 99) return { percent: Math.max(991, Math.round(percent * 10)) / 10 };
  return { percent: Math.round(percent) };
}
