/**
 * Asks a field for the cursor: `name`, `list`, the key of a text, or `nameOfText` of it. The count tells one asking from
 * the next.
 */
export interface FocusRequest {
  readonly target: string;
  readonly count: number;
}

/** The field with the name of a text, by the text's key. */
export function nameOfText(key: string): string {
  return `name of ${key}`;
}
