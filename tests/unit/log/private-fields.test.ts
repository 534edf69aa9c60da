import { expect, test } from 'vitest';
import { isPrivateField } from '../../../main/log/private-fields.ts';

test.each(
  [
    'body',
    'Body',
    'text',
    'name',
    'firstName',
    'lastName',
    'email',
    'token',
    'secret',
    'password',
    'authorization',
  ].concat(
    ['session', 'sessions', 'first_name', 'FIRSTNAME', 'last-name', 'authToken', 'authtoken', 'apiKeySecret', 'names'],
    [
      'contactName',
      'friendly_name',
      'X-Twilio-Signature',
      'Set-Cookie',
      'contactEmail',
      'messageBody',
      'replyText',
      'texts',
    ],
  ),
)('the field %s is private', (field) => {
  expect(isPrivateField(field)).toBe(true);
});

test.each(
  [
    'event',
    'reason',
    'fileName',
    'tableName',
    'context',
    'status',
    'statusText',
    'author',
    'nameless',
    'to',
    'rowCount',
  ].concat(['everybody', 'textingHours', 'hostname', '']),
)('the field "%s" is told', (field) => {
  expect(isPrivateField(field)).toBe(false);
});
