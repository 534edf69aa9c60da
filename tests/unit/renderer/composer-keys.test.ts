import { expect, it } from 'vitest';
import { type ComposerPress, isMeantForLast, meaningOf } from '../../../renderer/features/inbox/composer-keys.ts';

const press = (key: string, more: Partial<ComposerPress> = {}): ComposerPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  ...more,
});
const writtenOnly = { isWrittenOnly: true, scriptCount: 3 };
const open = { isWrittenOnly: false, scriptCount: 3 };

it.each([
  ['Enter sends', press('Enter'), open, 'send'],
  ['Shift and Enter break the line', press('Enter', { shiftKey: true }), open, null],
  ['Enter that ends a word in the making only does that', press('Enter', { isComposing: true }), open, null],
  ['Escape leaves', press('Escape'), open, 'leave'],
  ['a digit chooses a script where nothing can be typed', press('2'), writtenOnly, 1],
  ['a digit is typed where words can be', press('2'), open, null],
  ['a digit without its script does nothing', press('4'), writtenOnly, null],
  ['zero chooses nothing', press('0'), writtenOnly, null],
  ['Alt with a digit belongs to the script’s own verb', press('1', { altKey: true }), writtenOnly, null],
  ['Ctrl with a digit belongs to the window', press('2', { ctrlKey: true }), writtenOnly, null],
] as const)('%s', (_name, pressed, state, meaning) => {
  expect(meaningOf(pressed, state)).toBe(meaning);
});

it.each([
  ['at once', 1_000, 1_000, true],
  ['under a running hand', 1_000, 1_399, true],
  ['after the hand has rested', 1_000, 1_400, false],
  ['in one that a person opened', null, 1_000, false],
] as const)('what is typed %s is meant for the person before: %s, %s, %s', (_when, cameUpAt, at, isMeant) => {
  expect(isMeantForLast(cameUpAt, at)).toBe(isMeant);
});
