/** Asks a field for the cursor: `name`, `list`, or the key of a text. The count tells one asking from the next. */
export interface FocusRequest {
  readonly target: string;
  readonly count: number;
}
