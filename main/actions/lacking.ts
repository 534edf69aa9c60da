import { mayBeLeftOut } from '../../shared/domain/script-render.ts';
import { fieldVariable } from '../../shared/domain/script-variables.ts';
import { listFields } from '../campaign/index.ts';
import { isContactVariable, type Lackable } from '../contacts/index.ts';
import type { Reader } from '../store/index.ts';

/**
 * Where a contact's value of a variable is kept, so that those without one can be counted. `leftOut`: its place may stay
 * empty, so nobody lacks it. What is neither a column nor a field has no value for anybody.
 */
export function whereKept(reader: Reader, variable: string): Lackable | 'leftOut' {
  if (mayBeLeftOut(variable)) return 'leftOut';
  if (isContactVariable(variable)) return { variable };
  const field = listFields(reader).find(({ slug }) => fieldVariable(slug) === variable);
  return field === undefined ? null : { fieldId: field.fieldId };
}
