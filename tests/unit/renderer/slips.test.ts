import { expect, it } from 'vitest';
import { slipsIn } from '../../../renderer/features/text-drafts/slips.ts';
import { listVariables } from '../../../shared/domain/script-variables.ts';

const fields = { names: listVariables({ fields: ['polling_place'] }).map(({ name }) => name) };
const values = { first_name: 'Ana', 'user.first_name': 'Rosa', 'campaign.name': 'Riverside Tenants' };

it.each<[string, string, readonly [source: string, value: string | null, isBar: boolean][]]>([
  ['a variable', 'Hi ##{{first_name}}!', [['##{{first_name}}', 'Ana', true]]],
  ['a variable without its hashes', 'Hi {{first_name}}!', [['{{first_name}}', 'Ana', true]]],
  ['single braces', 'Hi {first_name}!', [['{first_name}', 'Ana', true]]],
  [
    'brackets',
    'Hi [name], this is [my name]',
    [
      ['[name]', 'Ana', false],
      ['[my name]', 'Rosa', false],
    ],
  ],
  ['percent signs', 'Hi %name%', [['%name%', 'Ana', false]]],
  ['a field whose value the page does not have', 'Vote at [polling place].', [['[polling place]', null, false]]],
  ['a field that nobody has', 'You live in [city].', [['[city]', null, false]]],
  ['words in brackets', 'Call me [after six] {Ana} {{Ana}} <3 100%', []],
])('of own words tells %s', (_what, text, slips) => {
  const found = slipsIn(text, fields, values);
  expect(found.map(({ source, value, isBar }) => [source, value, isBar])).toEqual(slips);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(slips.map(([source]) => source));
});
