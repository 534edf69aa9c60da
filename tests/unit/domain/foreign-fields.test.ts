import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForeignFields } from '../../../shared/domain/foreign-fields.ts';
import { listVariables } from '../../../shared/domain/script-variables.ts';

const known = {
  names: listVariables({ fields: ['issue_ID', 'polling_place'] }).map(({ name }) => name),
  titles: new Map([['Main issue', 'custom_field_issue_ID']]),
};
const find = (text: string) => findForeignFields(text, known).map(({ source, name }) => [source, name]);

describe('a field in the notation of another program', () => {
  it.each([
    ['[name]', 'first_name'],
    ['[first name]', 'first_name'],
    ['[[First Name]]', 'first_name'],
    ['{first_name}', 'first_name'],
    ['{firstName}', 'first_name'],
    ['@{firstName}', 'first_name'],
    ['{first_name|there}', 'first_name'],
    ['<name>', 'first_name'],
    ['<<First Name>>', 'first_name'],
    ['«First Name»', 'first_name'],
    ['%name%', 'first_name'],
    ['%%FIRST_NAME%%', 'first_name'],
    ['*|FNAME|*', 'first_name'],
    ['*|LNAME|*', 'last_name'],
    ['[Full Name]', 'full_name'],
    ['[contact.first_name]', 'first_name'],
    ['[voter last name]', 'last_name'],
    ['[texter name]', 'user.first_name'],
    ['{texterFirstName}', 'user.first_name'],
    ['[your name]', 'user.first_name'],
    ['[volunteer]', 'user.first_name'],
    ['{user.full_name}', 'user.full_name'],
    ['[organization]', 'campaign.name'],
    ['[state]', 'state_abbrev'],
    ['{issue_ID}', 'custom_field_issue_ID'],
    ['[main issue]', 'custom_field_issue_ID'],
    ['[Polling Place]', 'custom_field_polling_place'],
    ['[nombre]', 'first_name'],
    ['{Apellidos}', 'last_name'],
    ['[nombre completo]', 'full_name'],
    ['<correo electrónico>', 'email'],
    ['%teléfono%', 'phone'],
    ['[su nombre]', 'user.first_name'],
    ['[nombre de la voluntaria]', 'user.first_name'],
    ['[organización]', 'campaign.name'],
  ])('%s is %s', (source, name) => {
    expect(find(`Hi ${source}, hello`)).toEqual([[source, name]]);
  });

  it.each(['[city]', '{zip}', '<ciudad>', '[Código postal]', '[texter phone]'])(
    '%s is one that the campaign does not have',
    (source) => expect(find(`From ${source}.`)).toEqual([[source, null]]),
  );

  it.each([
    'Details [see below] and <3 you',
    'I <3 this name > that',
    'up 50% in the city and 20% here',
    '5% name 3%',
    '{smile} :} {: }',
    '[x] [1] []',
    'arr[0] <b>now</b>',
    'Call (name) or first_name',
    'Hi ##{{first_name}}, {{first_name}}, ##{first_name} and {first_name}}',
  ])('is not what %j has', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('is the texter where it is introduced, and the contact where it is greeted', () => {
    expect(find('Hi [name], this is [name] with [org]. Hola {nombre}, soy {nombre}')).toEqual([
      ['[name]', 'first_name'],
      ['[name]', 'user.first_name'],
      ['[org]', 'campaign.name'],
      ['{nombre}', 'first_name'],
      ['{nombre}', 'user.first_name'],
    ]);
  });

  it('is found behind a sign that only looks like the beginning of one', () => {
    expect(find('<3 [name] ->')).toEqual([['[name]', 'first_name']]);
  });

  it('has nothing of a variable of our own in it, however broken that is', () => {
    expect(find('%}}name% and [##{{name]')).toEqual([]);
  });

  it('lies where it is told, in any text', () => {
    const bit = fc.oneof(
      fc.constantFrom('[', ']', '{', '}', '<', '>', '%', '*|', '|*', '##{{', '}}', 'name', ' '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
        const text = bits.join('');
        let end = 0;
        for (const field of findForeignFields(text, known)) {
          expect(field.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(field.start, field.end)).toBe(field.source);
          end = field.end;
        }
      }),
    );
  });
});
