import type { KnownFields } from '../../../shared/domain/field-meant.ts';
import { fieldNamed } from '../../../shared/domain/field-meant.ts';
import { findForeignFields } from '../../../shared/domain/foreign-fields.ts';
import { scanScript } from '../../../shared/domain/script-scan.ts';

/**
 * Fields in somebody's own words, which are sent as they stand: `[name]`, `{first_name}`, and variables of a script. Takes
 * the words and what fields there are; gives each place in order, with what would be written there if it is known.
 */
export interface Slip {
  /** In UTF-16 code units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** As it stands there. */
  readonly source: string;
  /** What was meant, of this contact; null where nobody knows. */
  readonly value: string | null;
  /** Nobody means braces as they stand: the text is not to leave with them. Brackets may be meant. */
  readonly isBar: boolean;
}

/** What is known of the contact, whoever writes and the campaign, by canonical names. */
export type KnownValues = Readonly<Record<string, string>>;

export function slipsIn(text: string, fields: KnownFields, values: KnownValues): readonly Slip[] {
  const known = (name: string | null): string | null => (name === null ? null : values[name]?.trim() || null);
  const foreign = findForeignFields(text, fields).map(({ start, end, source, name }) => ({
    ...{ start, end, source },
    value: known(name),
    isBar: source.includes('{'),
  }));
  return [...foreign, ...variablesIn(text, fields, known)].toSorted((one, other) => one.start - other.start);
}

function variablesIn(
  text: string,
  fields: KnownFields,
  known: (name: string | null) => string | null,
): readonly Slip[] {
  let end = 0;
  return scanScript(text).flatMap((piece): readonly Slip[] => {
    const start = end;
    end += piece.source.length;
    if (piece.kind === 'text') return [];
    const before = text.slice(0, start);
    const inside = piece.source.replace(/[#{}]/gu, '');
    const meant = piece.kind === 'variable' ? piece.name : fieldNamed({ name: inside, before }, fields);
    // Braces around something that is no field, such as a name that came in so, are let be.
    if (meant === undefined) return [];
    return [{ start, end, source: piece.source, value: known(meant), isBar: true }];
  });
}
