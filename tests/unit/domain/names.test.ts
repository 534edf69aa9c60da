import { expect, it } from 'vitest';
import { fullName } from '../../../shared/domain/full-name.ts';
import { oneLine } from '../../../shared/domain/one-line.ts';

it.each([
  ['Rosa', 'Delgado', 'Rosa Delgado'],
  ['Rosa', '', 'Rosa'],
  ['', 'Delgado', 'Delgado'],
  ['', '', ''],
])('somebody called “%s” and “%s” is called “%s”', (firstName, lastName, expected) => {
  expect(fullName({ firstName, lastName })).toBe(expected);
});

it('what was pasted from a table stands in one line', () => {
  expect(oneLine('Harbor\tTenants\r\nUnion')).toBe('Harbor Tenants Union');
});
