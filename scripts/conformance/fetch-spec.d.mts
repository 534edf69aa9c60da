export const specFiles: readonly string[];
export function specFolder(): string;
export function fetchSpec(): Promise<string>;
