import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FilePreview } from '../../../../renderer/features/contacts/contacts-api.ts';
import {
  examplesOf,
  isSecond,
  isTarget,
  listNameOf,
  missingFields,
  targetsOf,
  titleOf,
} from '../../../../renderer/features/contacts/import/column-choice.ts';
import { columnTarget, columnTargets } from '../../../../shared/contract/contacts.ts';
import { isSlug } from '../../../../shared/domain/script-variables.ts';
import { slugOf } from '../../../../shared/domain/slug.ts';

const preview: FilePreview = {
  fileName: 'harbor.csv',
  sizeBytes: 120,
  columns: [
    { header: 'Cell', target: 'phone' },
    { header: 'Home', target: null },
    { header: 'custom_field_polling_place', target: null },
  ],
  rows: [
    ['2025550101', '', 'Hall'],
    ['2025550102', ' 2025550103 ', 'Gym'],
  ],
};

describe('what columns fill', () => {
  it('is what the engine suggests while nobody has chosen', () => {
    expect(targetsOf(preview, {})).toEqual(['phone', null, null]);
  });

  it('is what a person chose, also when that is nothing', () => {
    expect(targetsOf(preview, { 0: null, 1: 'phone' })).toEqual([null, 'phone', null]);
  });

  it('comes second where an earlier column fills the same, and never for columns that are left out', () => {
    const targets = ['phone', 'phone', null, null] as const;
    expect(targets.map((_target, index) => isSecond(targets, index))).toEqual([false, true, false, false]);
  });

  it('takes every target of the contract and nothing else for one', () => {
    expect(columnTargets.every(isTarget)).toBe(true);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.integer({ min: 1 }).map((id) => `field:${id}`),
        ),
        (text) => {
          expect(isTarget(text)).toBe(columnTarget.safeParse(text).success);
        },
      ),
    );
  });
});

it('shows what stands in a column, without its empty rows and blanks around', () => {
  expect(examplesOf(preview, 1, 3)).toEqual(['2025550103']);
  expect(examplesOf(preview, 0, 1)).toEqual(['2025550101']);
});

it('finds columns that name a custom field which is not there', () => {
  expect(missingFields(preview)).toEqual([{ index: 2, header: 'custom_field_polling_place' }]);
});

it.each([
  ['Harbor tenants 2026.csv', 'Harbor tenants 2026'],
  ['harbor_tenants.final.tsv', 'harbor tenants.final'],
  ['no ending', 'no ending'],
  [`${'x'.repeat(200)}.csv`, 'x'.repeat(120)],
])('calls the list of the file %s %s', (fileName, name) => {
  expect(listNameOf(fileName)).toBe(name);
});

it.each([
  ['Polling Place', 'polling_place', 'Polling Place'],
  ['custom_field_polling_place', 'polling_place', 'Polling place'],
  ['Código electoral (2026)', 'codigo_electoral_2026', 'Código electoral (2026)'],
  ['???', '', '???'],
])('wishes for the header %s the slug "%s" and the title "%s"', (header, slug, title) => {
  expect(slugOf(header)).toBe(slug);
  expect(titleOf(header)).toBe(title);
});

it('never wishes for a slug that scripts could not write', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (header) => {
      const slug = slugOf(header);
      expect(slug === '' || isSlug(slug)).toBe(true);
    }),
  );
});
