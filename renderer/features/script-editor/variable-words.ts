import type { Output } from '../../../shared/contract/index.ts';
import { fieldSlug } from '../../../shared/domain/script-variables.ts';
import type { Say } from '../../words/index.ts';

export type ScriptVariable = Output<'scripts/list-variables'>['variables'][number];
export type VariableField = Output<'campaign/list-fields'>['fields'][number];

/** What a menu offers. Links and opt-in forms have no values yet, and a texter has a name and nothing more. */
export const menuGroups = ['contact', 'user', 'campaign', 'custom'] as const;
export type MenuGroup = (typeof menuGroups)[number];

const neverFilled: ReadonlySet<string> = new Set(['user.email', 'user.phone', 'user.state_abbrev', 'user.team_code']);

export function offeredVariables(variables: readonly ScriptVariable[], group: MenuGroup): readonly ScriptVariable[] {
  return variables.filter((variable) => variable.group === group && !neverFilled.has(variable.name));
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
