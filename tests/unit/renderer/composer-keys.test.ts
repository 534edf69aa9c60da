import { expect, it } from 'vitest';
import { type ComposerPress, meaningOf } from '../../../renderer/features/inbox/composer-keys.ts';

const press = (key: string, more: Partial<ComposerPress> = {}): ComposerPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const fresh = { isUntouched: true, scriptCount: 3 };
const touched = { isUntouched: false, scriptCount: 3 };

it.each([
  ['Enter sends', press('Enter'), touched, 'send'],
  ['Shift and Enter break the line', press('Enter', { shiftKey: true }), touched, null],
  ['Enter that ends a word in the making only does that', press('Enter', { isComposing: true }), touched, null],
  ['Escape leaves', press('Escape'), touched, 'leave'],
  ['a digit chooses a script where nothing was written', press('2'), fresh, 1],
  ['a digit is typed where something was', press('2'), touched, null],
  ['a digit without its script is typed', press('4'), fresh, null],
  ['zero is typed', press('0'), fresh, null],
  ['Alt with a digit belongs to the script’s own verb', press('1', { altKey: true }), fresh, null],
  ['Ctrl with a digit belongs to the window', press('2', { ctrlKey: true }), fresh, null],
] as const)('%s', (_name, pressed, state, meaning) => {
  expect(meaningOf(pressed, state)).toBe(meaning);
});
