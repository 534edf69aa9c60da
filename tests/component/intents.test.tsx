import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createIntents } from '../../renderer/bridge/intents.ts';
import { useIntent } from '../../renderer/bridge/use-intent.ts';

it('what a button makes is the same act after another was tried in between', () => {
  const { current: intent } = renderHook(() => useIntent()).result;
  const first = intent.of('A');
  const other = intent.of('B');
  expect(other).not.toBe(first);
  expect(intent.of('A')).toBe(first);
  intent.done();
  expect(intent.of('A')).not.toBe(first);
  expect(intent.of('B')).toBe(other);
});

it('what is set again after something else was set is another act, and what is repeated at once is not', () => {
  const intents = createIntents();
  const first = intents.ofSetting('hours', 9);
  expect(intents.ofSetting('hours', 9)).toBe(first);
  intents.ofSetting('hours', 10);
  expect(intents.ofSetting('hours', 9)).not.toBe(first);
});
