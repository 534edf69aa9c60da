/** A share of a whole from 0 to 1; null of nothing, which is no share and not 0 %. */
export function shareOf(part: number, whole: number): number | null {
  return whole <= 0 ? null : Math.min(1, Math.max(0, part / whole));
}
