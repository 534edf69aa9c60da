import { expect, test } from 'vitest';
import { answerTo } from '../../../../scripts/textbank/answer-rule.ts';

test.each([
  ['Where is it?', 'script'],
  ['¿A qué hora empieza?', 'script'],
  ['Absolutely. Can I bring a friend?', 'script'],
  ['Wrong number', 'sorry'],
  ['No one here by that name', 'sorry'],
  ['Se equivocó de persona', 'sorry'],
  ['yep 👍', 'thanks'],
  ['Sí, cuenten conmigo', 'thanks'],
  ['No thanks', 'decline'],
  ['No más', 'nothing'],
  ['You people are idiots', 'nothing'],
  ['Ok 👍', 'nothing'],
] as const)('to "%s" a texter answers with %s', (reply, answer) => {
  expect(answerTo(reply)).toBe(answer);
});
