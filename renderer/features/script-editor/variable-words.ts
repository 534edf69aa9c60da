import type { Output } from '../../../shared/contract/index.ts';
import type { KnownFields } from '../../../shared/domain/field-meant.ts';
import { fieldSlug, fieldVariable } from '../../../shared/domain/script-variables.ts';
import type { Say } from '../../words/index.ts';

export type ScriptVariable = Output<'scripts/list-variables'>['variables'][number];
export type VariableField = Output<'campaign/list-fields'>['fields'][number];

/** What a menu offers. Links and opt-in forms have no values yet, and a texter has a name and nothing more. */
export const menuGroups = ['contact', 'user', 'campaign', 'custom'] as const;

/** What can be filled in: to be chosen from, and to be meant by the words of another program. */
export interface OfferedFields extends KnownFields {
  readonly fields: readonly VariableField[];
  readonly variables: readonly ScriptVariable[];
}

const neverFilled: ReadonlySet<string> = new Set(['user.email', 'user.phone', 'user.state_abbrev', 'user.team_code']);

/**
 * In the order of the groups: standing ones first, then the custom fields that this campaign has. One that no list has
 * brought and nobody has made is a variable all the same, and has no value for anybody.
 */
export function offeredVariables(
  variables: readonly ScriptVariable[],
  fields: readonly VariableField[],
): readonly ScriptVariable[] {
  const made = new Set(fields.map(({ slug }) => fieldVariable(slug)));
  return menuGroups.flatMap((group) =>
    variables.filter(
      ({ group: its, name }) => its === group && !neverFilled.has(name) && (group !== 'custom' || made.has(name)),
    ),
  );
}

const known = [
  'first_name',
  'last_name',
  'full_name',
  'email',
  'phone',
  'state_abbrev',
  'team_code',
  'name',
  'description',
  'join_code',
  'broadcast_phone_number',
  'custom_field_remind_a_friend',
] as const;

/** A variable in a person's words, beside others of its group: a custom field by its title. */
export function variableLabel(t: Say, name: string, fields: readonly VariableField[]): string {
  const last = name.split('.').at(-1) ?? name;
  const word = known.find((each) => each === last);
  if (word !== undefined) return t(`actions.scripts.variables.${word}`);
  const slug = fieldSlug(name);
  return fields.find((field) => field.slug === slug || field.slug === name)?.title ?? slug ?? name;
}

/** The same where it stands alone, such as in a sentence: whose it is is said too. */
export function variableName(t: Say, name: string, fields: readonly VariableField[]): string {
  const label = variableLabel(t, name, fields);
  return name.startsWith('user.') ? t('actions.scripts.ofTexter', { variable: label }) : label;
}
