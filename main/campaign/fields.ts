import {
  canonicalName,
  fieldSlug,
  fieldVariable,
  isSlug,
  listVariables,
} from '../../shared/domain/script-variables.ts';
import { type AppError, appError } from '../../shared/errors.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Reader } from '../store/index.ts';
import { listFieldRows } from './queries.ts';

/** Something that the campaign knows of its contacts beyond names; each is a variable in scripts. */
export interface Field {
  readonly fieldId: number;
  /** As written in scripts and in the headers of lists; its case counts. */
  readonly slug: string;
  readonly title: string;
}

/** In the order in which they were added. */
export function listFields(reader: Reader): Field[] {
  return listFieldRows(reader).map(({ id, slug, title }) => ({ fieldId: id, slug, title }));
}

const builtInNames: ReadonlySet<string> = new Set(listVariables().map(({ name }) => name));

/**
 * The slug as it is kept, if a new field may have it. However it is written in a script, it must mean this field and
 * nothing else: neither a built-in variable, under any of its spellings, nor another field with or without the prefix.
 */
export function judgeSlug(
  typed: string,
  fields: readonly Field[],
): Result<string, AppError<'campaign/bad-slug' | 'campaign/field-exists'>> {
  const slug = typed.normalize('NFC');
  const variable = fieldVariable(slug);
  if (!isSlug(slug) || fieldSlug(variable) === '') return err(appError('campaign/bad-slug', { slug }));
  const isBuiltIn = canonicalName(slug) !== variable || builtInNames.has(variable);
  const isTaken = fields.some((field) => fieldVariable(field.slug) === variable);
  return isBuiltIn || isTaken ? err(appError('campaign/field-exists', { slug })) : ok(slug);
}
