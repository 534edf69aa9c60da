import { expect, it } from 'vitest';
import { writeOn } from '../../../renderer/features/texting/write-on.ts';

it.each([
  ['Reply STOP to opt out.', 'Reply STOP to opt out.P', 'Reply STOP to opt out. P'],
  ['¿Puede venir?', '¿Puede venir?Á', '¿Puede venir? Á'],
  ['Vote on Friday…', 'Vote on Friday…https://example.org', 'Vote on Friday… https://example.org'],
  ['Vote on Friday.', 'Vote on Friday. P', 'Vote on Friday. P'],
  ['Vote on Friday.', 'Vote on Friday.)', 'Vote on Friday.)'],
  ['Vote on Friday.', 'Vote on Friday', 'Vote on Friday'],
  ['Vote on Friday.', 'Please vote on Friday.', 'Please vote on Friday.'],
  ['Vote on Friday', 'Vote on Fridays', 'Vote on Fridays'],
  ['', 'Hello', 'Hello'],
])('writes on behind “%s”: “%s” becomes “%s”', (before, after, expected) => {
  expect(writeOn(before, after)).toBe(expected);
});
