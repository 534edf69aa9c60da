/** A column by its title, and how it is shown where a file can say that. A title alone is a column of texts and numbers. */
export interface Column {
  readonly title: string;
  /** Its cells are times. A column of times holds nothing else, or it would be shown as one. */
  readonly holdsTimes?: true;
  /** In characters. Without it the title says how wide the column is. */
  readonly width?: number;
}

export type Header = readonly (string | Column)[];

export const columnsOf = (header: Header): readonly Column[] =>
  header.map((column) => (typeof column === 'string' ? { title: column } : column));
