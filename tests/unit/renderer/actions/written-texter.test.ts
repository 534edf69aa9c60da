import { describe, expect, it } from 'vitest';
import { findWrittenTexter } from '../../../../renderer/features/script-editor/written-texter.ts';

const people = [
  { firstName: 'Rosa', lastName: 'Delgado' },
  { firstName: 'José', lastName: '' },
  { firstName: 'Ana María', lastName: 'Núñez' },
  { firstName: 'Will', lastName: 'Hope' },
  { firstName: '明', lastName: '李' },
  { firstName: 'Олена', lastName: 'Коваль' },
  { firstName: 'ليلى', lastName: 'حداد' },
];
const find = (body: string) => findWrittenTexter(body, { people, campaignName: 'Harbor Tenants Union' });

describe('a text says by hand that it comes from', () => {
  it.each([
    ['Hi ##{{first_name}}, this is Rosa from Harbor Tenants Union.', 'Rosa'],
    ['Hi {{firstName}}, this is Rosa from Harbor Tenants Union.', 'Rosa'],
    ["Hi, I'm Rosa with the union", 'Rosa'],
    ['Hi, I’m Rosa. Can you come?', 'Rosa'],
    ['hi im rosa with harbor tenants', 'rosa'],
    ['THIS IS ROSA WITH HARBOR TENANTS', 'ROSA'],
    ['My name is Rosa Delgado, and I live here', 'Rosa Delgado'],
    ['Hi ##{{first_name}}, Rosa with Harbor Tenants Union.', 'Rosa'],
    ['Hi ##{{first_name}}! Rosa here.', 'Rosa'],
    ['Hey, it’s your neighbor Rosa', 'Rosa'],
    ['Can you come on Sunday?\nRosa', 'Rosa'],
    ['Can you come on Sunday? – Rosa', 'Rosa'],
    ['Can you come? Thanks, Rosa', 'Rosa'],
    ['Hola ##{{first_name}}, soy Rosa de Harbor', 'Rosa'],
    ['Hola, le habla Jose de Harbor', 'Jose'],
    ['Hola, me llamo JOSÉ', 'JOSÉ'],
    ['Hola, Rosa por aquí', 'Rosa'],
    ['Hi, Rosa here from Harbor', 'Rosa'],
    ['Hola, soy Ana Maria Nunez', 'Ana Maria Nunez'],
    ['Hola, soy Ana Mari\u0301a, del sindicato', 'Ana Mari\u0301a'],
    ['This is Will with Harbor', 'Will'],
    ['你好,我是李明,来自工会', '李明'],
    ['Привіт, це Олена from Harbor', 'Олена'],
    ['مرحبا، this is ليلى', 'ليلى'],
  ])('%s', (body, name) => {
    const found = find(body);
    expect(found?.name).toBe(name);
    expect(body.slice(found?.start, found?.end)).toBe(name);
  });

  it('somebody who only looks like a texter', () => {
    expect(find('Hi, this is Marcus from the union')).toMatchObject({ name: 'Marcus' });
    expect(find('Hi, this is Marcus, a volunteer in town')).toMatchObject({ name: 'Marcus' });
    expect(find('Hola, me llamo Lucía Peña de la unión')).toMatchObject({
      name: 'Lucía Peña',
      variable: '##{{user.full_name}}',
    });
  });

  it('whoever is named, with the variable that says the same of whoever sends it', () => {
    expect(find('This is Rosa from Harbor')).toMatchObject({ variable: '##{{user.first_name}}' });
    expect(find('This is Rosa Delgado from Harbor')).toMatchObject({ variable: '##{{user.full_name}}' });
  });
});

describe('a text says by hand of nobody that it comes from them', () => {
  it.each([
    'Hi ##{{first_name}}, this is ##{{user.first_name}} from Harbor Tenants Union.',
    'Hi ##{{first_name}}, this is Harbor Tenants Union with news.',
    'This is a reminder from the union. This is important, and this is Sunday.',
    'This is Harbor with news',
    'Hi Rosa, are you there?',
    'Hi Rosa from Elm Street',
    'Hi Rosa, here is the address',
    'Vote for Rosa Delgado on Tuesday',
    'Meet Rosa from District 5 on Sunday',
    'This is Rosa’s campaign',
    'This is Rosa Delgado’s campaign',
    'This is Rosalind Park',
    'This is Rosa-Maria Square',
    'Will you come? We will meet at six. I hope so.',
    'Traiga una rosa de su jardín',
    'It is Election Day',
    '投票给李明',
    '',
  ])('%s', (body) => {
    expect(find(body)).toBeNull();
  });
});
