import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../main/contacts/import/columns.ts';

const fields = [
  { fieldId: 1, slug: 'color', title: 'Favorite color' },
  { fieldId: 2, slug: 'issue_ID', title: 'Issue' },
  { fieldId: 3, slug: 'custom_field_shift', title: 'Shift' },
  { fieldId: 4, slug: 'phone', title: 'Second phone' },
];

const named: readonly [header: string, target: string][] = [
  ['phone', 'phone'],
  ['Phone Number', 'phone'],
  ['CellPhone', 'phone'],
  ['cell_phone', 'phone'],
  ['MOBILE', 'phone'],
  ['Mobile-Phone', 'phone'],
  ['Teléfono', 'phone'],
  ['TELEFONO CELULAR', 'phone'],
  ['celular', 'phone'],
  ['Número de teléfono', 'phone'],
  ['Home Phone', 'phone'],
  ['first', 'firstName'],
  ['First_Name', 'firstName'],
  ['fname', 'firstName'],
  ['Nombre', 'firstName'],
  ['LastName', 'lastName'],
  ['Apellidos', 'lastName'],
  ['name', 'fullName'],
  ['Full Name', 'fullName'],
  ['Nombre completo', 'fullName'],
  ['E-mail', 'email'],
  ['Correo electrónico', 'email'],
  ['ZIP Code', 'zip'],
  ['código_postal', 'zip'],
  ['postal', 'zip'],
  ['state_abbrev', 'state'],
  ['Estado', 'state'],
  ['Time Zone', 'zone'],
  ['zona horaria', 'zone'],
  [' color ', 'field:1'],
  ['Favorite Color', 'field:1'],
  ['custom_field_color', 'field:1'],
  ['issue_ID', 'field:2'],
  ['ISSUE', 'field:2'],
  ['custom_field_shift', 'field:3'],
  ['shift', 'field:3'],
  ['custom_field_phone', 'field:4'],
  ['Second phone', 'field:4'],
];

describe('the columns of a list', () => {
  it.each(named)('named “%s” fill %s', (header, target) => {
    expect(mapColumns([header], fields)).toEqual([target]);
  });

  it.each(['', 'Precinct', 'phone type', 'party', 'left_out_because', '***'])('named “%s” fill nothing', (header) => {
    expect(mapColumns([header], fields)).toEqual([null]);
  });

  it.each<[readonly string[], number]>([
    [['Phone', 'Cell'], 1],
    [['Home Phone', 'Phone'], 1],
    [['Home Phone', 'Work Phone', 'Mobile'], 2],
    [['Cell', 'Mobile'], 0],
    [['Teléfono fijo', 'Celular'], 1],
  ])('of several phones, %j, are taken by the one that can be texted', (header, best) => {
    expect(mapColumns(header, []).map((target) => target === 'phone')).toEqual(header.map((_name, at) => at === best));
  });

  it('fill each thing once, the first of two that are equally good', () => {
    expect(mapColumns(['Email', 'E-Mail', 'Zip', 'Zip Code', 'color', 'Color'], fields)).toEqual([
      'email',
      null,
      'zip',
      null,
      'field:1',
      null,
    ]);
  });
});
