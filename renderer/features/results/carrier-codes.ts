/** The carrier's error codes that have words of their own, under `results.codes`: the ones that people meet. */
export const carrierCodes = [
  21211, 21408, 21606, 21608, 21610, 21612, 21614, 21617, 21635, 30001, 30003, 30004, 30005, 30006, 30007, 30008, 30017,
  30022, 30023, 30032, 30033, 30034, 30036,
] as const;
export type CarrierCode = (typeof carrierCodes)[number];

const known: ReadonlySet<number> = new Set(carrierCodes);

/** The code when it has words, else null. */
export function carrierCodeOf(code: number | null): CarrierCode | null {
  return code !== null && known.has(code) ? (code as CarrierCode) : null;
}
