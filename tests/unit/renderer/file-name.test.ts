import fc from 'fast-check';
import { expect, it } from 'vitest';
import { suggestedFileName } from '../../../renderer/features/results/file-name.ts';
import { contract } from '../../../shared/contract/index.ts';

const noon = new Date(2026, 10, 2, 12).getTime();

it('says of which action, what, and of which day', () => {
  expect(suggestedFileName('Rent strike', 'contacts', 'xlsx', noon)).toBe('Rent strike – contacts 2026-11-02.xlsx');
});

it('leaves out what no file may be called', () => {
  expect(suggestedFileName('Rent: 1/2 "strike"?', 'messages', 'csv', noon)).toBe(
    'Rent 1 2 strike – messages 2026-11-02.csv',
  );
});

it('cuts a long name between two characters', () => {
  const suggested = suggestedFileName(`x${'🎉'.repeat(60)}`, 'contacts', 'xlsx', noon);
  expect(suggested).toBe(`x${'🎉'.repeat(39)} – contacts 2026-11-02.xlsx`);
});

it('is one that the dialog takes, whatever the action is called', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 120 });
  fc.assert(
    fc.property(name, (actionName) => {
      const suggestedName = suggestedFileName(actionName, 'contacts', 'xlsx', noon);
      expect(contract['app/choose-save-file'].input.safeParse({ suggestedName }).success).toBe(true);
    }),
  );
});
