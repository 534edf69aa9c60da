import { describe, expect, test } from 'vitest';
import { followCursor, readNextPage } from '../../../main/carrier/twilio/cursors.ts';

const path = '/2010-04-01/Accounts/AC0/Messages.json';
const list = { origin: 'http://127.0.0.1:4010', path };
const query = '?PageSize=50&Page=1&PageToken=PASM0&DateSent%3E=2026-11-01';

describe('the next page of a list', () => {
  test('is nothing at the end', () => {
    expect(readNextPage(null, list)).toEqual({ ok: true, value: null });
  });

  test.each([path + query, `http://127.0.0.1:4010${path}${query}`, `https://api.twilio.com${path}${query}`])(
    'named %s is followed with its query unchanged',
    (uri) => {
      const page = readNextPage(uri, list);
      expect(page).toEqual({ ok: true, value: { cursor: path + query } });
      expect(followCursor({ cursor: path + query }, list)).toEqual({
        ok: true,
        value: `https://api.twilio.com${path}${query}`,
      });
    },
  );

  test.each([
    [`https://evil.example${path}`, 'carrier/forbidden-host'],
    [`//evil.example${path}`, 'carrier/forbidden-host'],
    [`\\\\evil.example${path}`, 'carrier/forbidden-host'],
    [`http://api.twilio.com${path}`, 'carrier/forbidden-host'],
    [`https://api.twilio.com@evil.example${path}`, 'carrier/forbidden-host'],
    [`https://user:word@api.twilio.com${path}`, 'carrier/forbidden-host'],
    [`http://127.0.0.1:4011${path}`, 'carrier/forbidden-host'],
    ['javascript:alert(1)', 'carrier/forbidden-host'],
    ['/2010-04-01/Accounts/AC1/Messages.json', 'carrier/faulty'],
    ['/2010-04-01/Accounts/AC0/Messages.json/../../AC1/Messages.json', 'carrier/faulty'],
    ['', 'carrier/faulty'],
    ['http://[', 'carrier/faulty'],
  ])('named "%s" is refused with %s, on arrival and when it is followed', (uri, code) => {
    expect(readNextPage(uri, list)).toMatchObject({ ok: false, error: { code } });
    expect(followCursor({ cursor: uri }, list)).toMatchObject({ ok: false, error: { code } });
  });
});
