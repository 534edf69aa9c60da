/** Bytes as a person reads them: whole megabytes, at least one, or gigabytes with one decimal. */
export function sizeOf(bytes: number): { readonly unit: 'megabytes' | 'gigabytes'; readonly value: number } {
  const megabytes = Math.max(1, Math.round(bytes / 1_000_000));
  if (megabytes < 1_000) return { unit: 'megabytes', value: megabytes };
  return { unit: 'gigabytes', value: Math.round(bytes / 100_000_000) / 10 };
}
