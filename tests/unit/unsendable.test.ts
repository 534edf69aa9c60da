import { expect, it } from 'vitest';
import { maxBodyLength } from '../../shared/domain/segments.ts';
import { whyUnsendable } from '../../shared/domain/unsendable.ts';

it.each([
  ['nothing', '', { code: 'outbox/empty-text' }],
  [
    'a variable',
    'Hi ##{{first_name}}!',
    { code: 'outbox/unfilled-variable', params: { variable: '##{{first_name}}' } },
  ],
  [
    'a variable that is broken off',
    'Hi ##{{first_na',
    { code: 'outbox/unfilled-variable', params: { variable: '##{{first_na' } },
  ],
  [
    'more than the carrier takes',
    'a'.repeat(maxBodyLength + 1),
    { code: 'outbox/too-long', params: { length: maxBodyLength + 1, longest: maxBodyLength } },
  ],
])('a text of %s cannot leave', (_what, body, reason) => {
  expect(whyUnsendable(body)).toMatchObject(reason);
});

it.each([
  ['braces of its own', 'Hi {{Ana}}'],
  ['just as much as the carrier takes', 'a'.repeat(maxBodyLength)],
])('a text of %s may leave', (_what, body) => {
  expect(whyUnsendable(body)).toBeNull();
});
