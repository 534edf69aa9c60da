import { describe, expect, test } from 'vitest';
import { createTextRedactor } from '../../../main/log/redact-text.ts';

const redact = createTextRedactor({ homeFolder: '/home/ana' });
const token = '0123456789abcdef0123456789abcdef';

describe('a phone number keeps its last three digits', () => {
  test.each([
    '+12025550123',
    '12025550123',
    '2025550123',
    '202-555-0123',
    '202.555.0123',
    '202 555 0123',
    '(202) 555-0123',
    '(202)555-0123',
    '1-202-555-0123',
    '1 (202) 555-0123',
    '+1 202 555 0123',
    '+1 (202) 555-0123',
    '+1.202.555.0123',
    '202\u2013555\u20130123',
    '202\u00a0555\u00a00123',
    '202_555_0123',
    '%2B12025550123',
    '%2b1%20202%20555%200123',
    '%28202%29%20555-0123',
    '%20202-555-0123',
    '%2B44%2020%207946%200123',
    '+442079460123',
    '+44 20 7946 0123',
    '+44 (0)20 7946 0123',
    '442079460123',
    '00442079460123',
  ])('%s', (phone) => {
    expect(redact(phone)).toBe('…123');
    expect(redact(`cannot text ${phone}: no route`)).toBe('cannot text …123: no route');
    expect(redact(`to=${phone}&from=x`)).toBe('to=…123&from=x');
    expect(redact(`{"to":"${phone}"}`)).toBe('{"to":"…123"}');
    expect(redact(`tel:${phone}`)).toBe('tel:…123');
    expect(redact(`sms${phone}x`)).toBe('sms…123x');
  });

  test('also when several stand together', () => {
    expect(redact('+12025550123,+12025550145;2025550167')).toBe('…123,…145;…167');
  });
});

describe('what is no phone number stays', () => {
  test.each([
    '2026-11-03T14:00:00.123Z',
    '1793714400000',
    '127.0.0.1:54321',
    'SM01234567890123456789012345678901',
    '0190a2b4-1234-7abc-8def-012345678901',
    'error 21211 after 1500 ms, 3 of 100000 rows',
    'at run (node:internal/modules/esm/loader:647:26)',
    'v24.21.0',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('an e-mail address goes', () => {
  test.each([
    ['ana@example.org', '[e-mail]'],
    ['write to Ana.Perez+field@mail.example.org.', 'write to [e-mail].'],
    ['<ana@example.org>', '<[e-mail]>'],
    ['email=ana%40example.org&x=1', 'email=[private]&x=1'],
    ['who=ana%40example.org&x=1', 'who=[e-mail]&x=1'],
    ['https://example.org/invite/ana@example.org', 'https://example.org/invite/[e-mail]'],
    ['a/b=c@example.org', '[e-mail]'],
    ["o'neil@example.org", '[e-mail]'],
    ["{ who: 'ana@example.org' }", "{ who: '[e-mail]' }"],
    ['josé@correo.example', '[e-mail]'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('but a package with its version is none', () => {
    expect(redact('node_modules/pino@10.4.0/pino.js')).toBe('node_modules/pino@10.4.0/pino.js');
  });
});

describe('a secret goes', () => {
  test.each([
    [`token ${token}`, 'token [secret]'],
    [`token ${token.toUpperCase()}`, 'token [secret]'],
    [`AuthToken${token}`, '[secret]'],
    [`SK${token}`, 'SK[secret]'],
    [`/Accounts/AC${token}/Messages.json`, '/Accounts/AC…def/Messages.json'],
    ['aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1eF', '[secret]'],
    ['aB3dE-gH7jK9_N1pQ3sT5vW7yZ9bC1eFaB3dE5gH7jK', '[secret]'],
    ['Authorization: Basic QUM6c2VjcmV0', 'Authorization: [secret]'],
    ['authorization=Bearer abc.def', 'authorization=[private]'],
    ['{"Authorization":"Basic QUM6c2VjcmV0","x":1}', '{"Authorization":"[private]","x":1}'],
    ['sent Basic QUM6c2VjcmV0 twice', 'sent Basic [secret] twice'],
    [`https://AC${token}:${token}@api.twilio.com/2010-04-01`, 'https://[secret]@api.twilio.com/2010-04-01'],
    ['http://ana:p@ss:word@127.0.0.1:8080/x', 'http://[secret]@127.0.0.1:8080/x'],
    ['Cookie: session=abc; theme=dark', 'Cookie: [secret]'],
    ['X-Twilio-Signature: abc+/=', 'X-Twilio-Signature: [secret]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbmEifQ.c2ln', '[secret]'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe('the value of a private name goes, where text holds fields', () => {
  test.each([
    ['{"body":"Hi \\"Ana\\", vote!","to":1}', '{"body":"[private]","to":1}'],
    ["{ body: 'Hi Ana', to: 1 }", "{ body: '[private]', to: 1 }"],
    ['{\\"firstName\\":\\"Ana\\",\\"n\\":1}', '{\\"firstName\\":\\"[private]\\",\\"n\\":1}'],
    ['?Body=Hi%20Ana&NumMedia=0', '?Body=[private]&NumMedia=0'],
    ['{"password":"x', '{"password":"[private]'],
    ['apiToken="x y" n=1', 'apiToken="[private]" n=1'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe('the home folder becomes a tilde', () => {
  test.each([
    ['/home/ana/lists/june.csv', '~/lists/june.csv'],
    ['file:///home/ana/app/engine.ts:10:3', 'file://~/app/engine.ts:10:3'],
    ['/Users/ben/Library/x', '~/Library/x'],
    ['C:\\Users\\Ana Maria\\lists\\june.csv', '~\\lists\\june.csv'],
    ['C:\\\\Users\\\\ana\\\\lists', '~\\\\lists'],
    ['/homeward/ana', '/homeward/ana'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test('also where it is not a usual one', () => {
    const redactHere = createTextRedactor({ homeFolder: '/srv/people/a.perez' });
    expect(redactHere('/srv/people/a.perez/x and /srv/people/a.perez2/x')).toBe('~/x and /srv/people/a.perez2/x');
  });
});

test('a long text is cut after it was redacted, and its end goes with it', () => {
  const written = redact(`${'word '.repeat(1_635)}+12025550123 ${'more '.repeat(20_000)}+12025550123`);
  expect(written.length).toBeLessThan(8_300);
  expect(written).not.toMatch(/\d{4}/);
  expect(written.endsWith('[cut]')).toBe(true);
});
