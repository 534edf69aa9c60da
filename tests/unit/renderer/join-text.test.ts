import { describe, expect, it } from 'vitest';
import { apart, nextSentence } from '../../../renderer/features/script-editor/join-text.ts';

describe('what is put at the cursor', () => {
  it.each([
    ['', '', 'X'],
    ['Hi ', ' come', 'X'],
    ['Hi', 'come', ' X '],
    ['##{{first_name}}', '', ' X'],
    ['Hi ', ', come', 'X'],
    ['(', ')', 'X'],
    ['¿', '?', 'X'],
    ['Hi\n', 'come', 'X '],
  ])('between %j and %j is %j', (before, after, written) => {
    expect(apart('X', before, after)).toBe(written);
  });
});

describe('a sentence behind the text', () => {
  it.each([
    ['', 'Reply STOP to end.'],
    ['Vote on Tuesday.', ' Reply STOP to end.'],
    ['Vote on Tuesday. ', 'Reply STOP to end.'],
    ['Vote on Tuesday', '. Reply STOP to end.'],
    ['Will you vote?', ' Reply STOP to end.'],
    ['Vote ✊', ' Reply STOP to end.'],
    ['Vote on Tuesday\n', 'Reply STOP to end.'],
  ])('after %j is %j', (body, written) => {
    expect(nextSentence('Reply STOP to end.', body)).toBe(written);
  });
});
