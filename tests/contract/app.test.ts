import { describe, expect, it } from 'vitest';
import { appCalls } from '../../shared/contract/app.ts';

describe('the name that a file is to be saved under', () => {
  const takes = (suggestedName: string): boolean =>
    appCalls['app/choose-save-file'].input.safeParse({ suggestedName }).success;

  it.each(['report.xlsx', 'Left out, 3 May.csv', 'Reunión de vecinos – resultados.csv', '.hidden', ' report.csv '])(
    'may be %j',
    (name) => {
      expect(takes(name)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    '.',
    '..',
    '../report.csv',
    'C:\\report.csv',
    '/etc/hosts',
    'a\nb.csv',
    'report.',
    'a'.repeat(121),
  ])('is refused when it is %j', (name) => {
    expect(takes(name)).toBe(false);
  });
});

describe('credentials as they are typed', () => {
  it('lose the blanks that copying leaves around them', () => {
    const intentId = '3f2b8a52-7a1c-4a0e-9f59-0c5f3f3d6f10';
    const typed = { intentId, accountSid: ' AC1\n', apiKeySid: 'SK1 ', apiKeySecret: '\tsecret' };
    expect(appCalls['app/save-credentials'].input.parse(typed)).toEqual({
      intentId,
      accountSid: 'AC1',
      apiKeySid: 'SK1',
      apiKeySecret: 'secret',
    });
  });

  it('are never part of an answer', () => {
    for (const call of Object.values(appCalls)) {
      const names = JSON.stringify(Object.keys((call.output as { shape?: object }).shape ?? {}));
      expect(names).not.toMatch(/secret/i);
    }
  });
});
