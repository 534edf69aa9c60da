import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAddress, isLoopback } from '../../../main/carrier/index.ts';

describe('an address of the carrier', () => {
  test.each([
    ['https://api.twilio.com', 'https://api.twilio.com'],
    ['https://api.dublin.ie1.twilio.com/', 'https://api.dublin.ie1.twilio.com'],
    ['HTTPS://API.Twilio.COM:443', 'https://api.twilio.com'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.255.0.9:80/', 'http://127.255.0.9'],
    ['https://localhost:8443', 'https://localhost:8443'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://[0:0:0:0:0:0:0:1]:4010', 'http://[::1]:4010'],
    // Other spellings of 127.0.0.1 are judged by where they lead.
    ['http://2130706433:4010', 'http://127.0.0.1:4010'],
    ['http://0x7f.1:4010', 'http://127.0.0.1:4010'],
  ])('%s is taken as %s', (address, origin) => {
    expect(checkAddress(address)).toEqual({ ok: true, value: origin });
  });

  test.each([
    ['http://api.twilio.com', 'api.twilio.com'],
    ['https://api.twilio.com:8443', 'api.twilio.com'],
    ['https://twilio.com', 'twilio.com'],
    ['https://eviltwilio.com', 'eviltwilio.com'],
    ['https://twilio.com.evil.example', 'twilio.com.evil.example'],
    ['https://api.twilio.com.', 'api.twilio.com.'],
    ['https://api.twilio.com@evil.example', 'evil.example'],
    ['https://evil.example\\@api.twilio.com', 'evil.example'],
    ['https://evil.example#.twilio.com', 'evil.example'],
    ['https://evil.example?.twilio.com', 'evil.example'],
    ['https://user:word@api.twilio.com', 'api.twilio.com'],
    ['http://someone@127.0.0.1:4010', '127.0.0.1'],
    ['https://api.twilio.com/2010-04-01', 'api.twilio.com'],
    ['https://api.twilio.com/?to=elsewhere', 'api.twilio.com'],
    ['http://127.0.0.1.evil.example', '127.0.0.1.evil.example'],
    ['http://localhost.evil.example', 'localhost.evil.example'],
    ['http://localhost.', 'localhost.'],
    ['http://0.0.0.0:4010', '0.0.0.0'],
    ['http://3232235777', '192.168.1.1'],
    ['http://0xc0a80101', '192.168.1.1'],
    ['http://[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
    ['http://[::]', '[::]'],
    ['ftp://127.0.0.1', '127.0.0.1'],
    ['file:///etc/hosts', ''],
    ['javascript:alert(1)', ''],
    ['//api.twilio.com', ''],
    ['api.twilio.com', ''],
    ['', ''],
  ])('%s is refused, and the error names only its host', (address, host) => {
    expect(checkAddress(address)).toEqual({
      ok: false,
      error: { code: 'carrier/forbidden-host', kind: 'setup', params: { host } },
    });
  });

  test('is never taken when its host is any other domain or address', () => {
    const elsewhere = fc.oneof(
      fc.domain().filter((host) => !host.endsWith('.twilio.com')),
      fc.ipV4().filter((host) => !host.startsWith('127.')),
      fc
        .ipV6()
        .map((host) => `[${host}]`)
        .filter((host) => new URL(`http://${host}`).hostname !== '[::1]'),
    );
    fc.assert(
      fc.property(fc.constantFrom('http', 'https'), elsewhere, (protocol, host) => {
        expect(checkAddress(`${protocol}://${host}`).ok).toBe(false);
        expect(isLoopback(`${protocol}://${host}`)).toBe(false);
      }),
    );
  });
});

test.each([
  ['http://127.0.0.1:4010', true],
  ['https://localhost', true],
  ['http://[::1]', true],
  ['https://api.twilio.com', false],
  ['http://128.0.0.1', false],
  ['ws://127.0.0.1', false],
  ['127.0.0.1', false],
])('%s is on this machine: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});
