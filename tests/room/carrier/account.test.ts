import { describe, expect, test } from 'vitest';
import { type Carrier, createTwilioCarrier } from '../../../main/carrier/index.ts';
import { asE164 } from '../../../shared/domain/phone.ts';
import { answeredCarrier } from './answered-carrier.ts';
import { accountSid, carrierAt, errorJson, options, secret } from './builders.ts';
import { closedOrigin, sendJson, serveHttp } from './loopback-server.ts';

const account = `/2010-04-01/Accounts/${accountSid}`;
const numberSid = `PN${'0c'.repeat(16)}`;
const line = answeredCarrier();

function numberJson(change: Record<string, unknown> = {}): Record<string, unknown> {
  const capabilities = { voice: true, sms: true, mms: false, fax: false };
  return { sid: numberSid, phone_number: '+12025550100', friendly_name: '(202) 555-0100', capabilities, ...change };
}

function numbersJson(count: number, nextPageUri: string | null = null): unknown {
  return {
    incoming_phone_numbers: Array.from({ length: count }, () => numberJson()),
    next_page_uri: nextPageUri,
  };
}

describe('checking the account', () => {
  function accountJson(change: Record<string, unknown> = {}): Record<string, unknown> {
    return { sid: accountSid, friendly_name: 'Example Votes', status: 'active', type: 'Full', ...change };
  }

  test('gives its name and counts its numbers over all pages', async () => {
    line.answer = (seen) => {
      if (seen.path === `${account}.json`) return [200, accountJson()];
      if (seen.query.has('PageToken')) return [200, numbersJson(2)];
      return [200, numbersJson(3, `${account}/IncomingPhoneNumbers.json?PageToken=PAPN1`)];
    };
    expect(await line.carrier.checkAccount(options)).toMatchObject({
      ok: true,
      value: { accountName: 'Example Votes', trial: false, numberCount: 5 },
    });
  });

  test.each([
    ['suspended', 'carrier/account-suspended'],
    ['closed', 'carrier/account-suspended'],
    ['active', 'carrier/no-numbers'],
  ])('finds that an account which is %s and has no numbers is %s', async (status, code) => {
    line.answer = (seen) => [200, seen.path === `${account}.json` ? accountJson({ status }) : numbersJson(0)];
    expect(await line.carrier.checkAccount(options)).toMatchObject({ ok: false, error: { code } });
  });

  test.each([
    [401, 20003, 'carrier/wrong-credentials'],
    [403, 20005, 'carrier/account-suspended'],
    [429, 20429, 'carrier/busy'],
    [503, 20503, 'carrier/faulty'],
    [404, 20404, 'carrier/wrong-credentials'],
    [400, 20001, 'carrier/refused'],
  ])('that answers %d with code %d is %s', async (httpStatus, code, expected) => {
    line.answer = () => [httpStatus, errorJson(code, httpStatus)];
    expect(await line.carrier.checkAccount(options)).toMatchObject({ ok: false, error: { code: expected } });
  });

  test('counts only the numbers that can text', async () => {
    const voiceOnly = numberJson({ capabilities: { voice: true, sms: false } });
    const numbers = (list: readonly unknown[]) => ({ incoming_phone_numbers: list, next_page_uri: null });
    line.answer = (seen) => [200, seen.path === `${account}.json` ? accountJson() : numbers([voiceOnly, numberJson()])];
    expect(await line.carrier.checkAccount(options)).toMatchObject({ ok: true, value: { numberCount: 1 } });
    line.answer = (seen) => [200, seen.path === `${account}.json` ? accountJson() : numbers([voiceOnly])];
    expect(await line.carrier.checkAccount(options)).toMatchObject({
      ok: false,
      error: { code: 'carrier/no-numbers' },
    });
  });

  test('is carrier/unreachable when nobody listens', async () => {
    const away = carrierAt(await closedOrigin());
    expect(await away.checkAccount(options)).toMatchObject({ ok: false, error: { code: 'carrier/unreachable' } });
  });
});

describe('an API key', () => {
  const apiKeySid = `SK${'0d'.repeat(16)}`;

  function carrierOfKey(): Carrier {
    const made = createTwilioCarrier({ credentials: { accountSid, apiKeySid, secret }, address: line.server.origin });
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  }

  test('signs as itself and works for its account', async () => {
    line.answer = () => [200, numbersJson(1)];
    await carrierOfKey().listNumbers({ pageSize: 1 }, options);
    expect(line.server.seen[0]?.path).toBe(`${account}/IncomingPhoneNumbers.json`);
    const signature = Buffer.from(`${apiKeySid}:${secret}`).toString('base64');
    expect(line.server.seen[0]?.headers.authorization).toBe(`Basic ${signature}`);
  });

  test('that may text but not read about the account is right all the same', async () => {
    line.answer = (seen) => (seen.path === `${account}.json` ? [401, errorJson(20003, 401)] : [200, numbersJson(2)]);
    expect(await carrierOfKey().checkAccount(options)).toMatchObject({
      ok: true,
      value: { accountName: '', trial: null, numberCount: 2 },
    });
  });

  test('that may do neither is wrong', async () => {
    line.answer = () => [401, errorJson(20003, 401)];
    expect(await carrierOfKey().checkAccount(options)).toMatchObject({ error: { code: 'carrier/wrong-credentials' } });
  });
});

describe('the numbers', () => {
  test('that the account has are listed with what they can do', async () => {
    line.answer = () => [200, numbersJson(1)];
    expect(await line.carrier.listNumbers({ pageSize: 50 }, options)).toEqual({
      ok: true,
      value: {
        numbers: [
          { carrierId: numberSid, phone: '+12025550100', label: '(202) 555-0100', canText: true, canSendMedia: false },
        ],
        next: null,
      },
    });
  });

  test('that are for sale are searched by area code among those that can text', async () => {
    const capabilities = { SMS: true, MMS: true, voice: true };
    const found = { phone_number: '+12025550177', locality: 'Washington', region: 'DC', capabilities };
    line.answer = () => [200, { available_phone_numbers: [found], uri: '' }];
    expect(await line.carrier.searchNumbers({ areaCode: '202', limit: 5 }, options)).toEqual({
      ok: true,
      value: [{ phone: '+12025550177', locality: 'Washington', region: 'DC', canText: true, canSendMedia: true }],
    });
    expect(line.server.seen[0]?.path).toBe(`${account}/AvailablePhoneNumbers/US/Local.json`);
    expect(Object.fromEntries(line.server.seen[0]?.query ?? [])).toEqual({
      AreaCode: '202',
      SmsEnabled: 'true',
      PageSize: '5',
    });
  });

  test('are bought by number', async () => {
    line.answer = () => [201, numberJson({ phone_number: '+12025550177' })];
    expect(await line.carrier.buyNumber(asE164('+12025550177'), options)).toMatchObject({
      ok: true,
      value: { kind: 'bought', number: { carrierId: numberSid, phone: '+12025550177' } },
    });
    expect(line.server.seen.map((seen) => [...seen.form.entries()])).toEqual([[['PhoneNumber', '+12025550177']]]);
  });

  test('are given back, and are absent when they were given back before', async () => {
    line.answer = () => [204, ''];
    expect(await line.carrier.releaseNumber(numberSid, options)).toEqual({ ok: true, value: 'released' });
    expect(line.server.seen[0]).toMatchObject({
      method: 'DELETE',
      path: `${account}/IncomingPhoneNumbers/${numberSid}.json`,
    });
    line.answer = () => [404, errorJson(20404, 404)];
    expect(await line.carrier.releaseNumber(numberSid, options)).toEqual({ ok: true, value: 'absent' });
  });
});

describe('looking up a phone', () => {
  function lookupJson(type: string | null): unknown {
    const lineType = type === null ? null : { type, carrier_name: 'Example Wireless', error_code: null };
    return { phone_number: '+12025550123', valid: true, country_code: 'US', line_type_intelligence: lineType };
  }

  test.each([
    ['mobile', 'mobile'],
    ['landline', 'landline'],
    ['fixedVoip', 'fixed-voip'],
    ['nonFixedVoip', 'mobile-voip'],
    ['tollFree', 'toll-free'],
    ['pager', 'other'],
    ['unknown', 'unknown'],
    ['hologram', 'unknown'],
    [null, 'unknown'],
  ])('takes the line type %s for %s', async (type, lineType) => {
    line.answer = () => [200, lookupJson(type)];
    expect(await line.carrier.lookUpPhone(asE164('+12025550123'), options)).toEqual({
      ok: true,
      value: { phone: '+12025550123', valid: true, countryCode: 'US', lineType },
    });
    expect(line.server.seen[0]?.path).toBe('/v2/PhoneNumbers/+12025550123');
    expect(line.server.seen[0]?.query.get('Fields')).toBe('line_type_intelligence');
  });

  test.each([
    [404, 20404, { ok: true, value: { valid: false, lineType: 'unknown' } }],
    [403, 60601, { ok: true, value: { valid: true, lineType: 'unknown' } }],
    [401, 20003, { ok: false, error: { code: 'carrier/wrong-credentials' } }],
  ])('that answers %d with code %d is %o', async (httpStatus, code, expected) => {
    line.answer = () => [httpStatus, errorJson(code, httpStatus)];
    expect(await line.carrier.lookUpPhone(asE164('+12025550123'), options)).toMatchObject(expected);
  });

  test('goes to the host for lookups', async () => {
    const lookups = await serveHttp((_, response) => sendJson(response, 200, lookupJson('mobile')));
    const both = carrierAt(line.server.origin, lookups.origin);
    await both.lookUpPhone(asE164('+12025550123'), options);
    both.close();
    expect([line.server.seen.length, lookups.seen.length]).toEqual([0, 1]);
    await lookups.close();
  });
});

describe('settings', () => {
  test.each([
    ['no account', { accountSid: '', secret }],
    ['a path for an account', { accountSid: `${accountSid}/../AC0`, secret }],
    ['an API key for an account', { accountSid: `SK${'0'.repeat(32)}`, secret }],
    ['an account for an API key', { accountSid, apiKeySid: accountSid, secret }],
    ['no secret', { accountSid, secret: '' }],
  ])('with %s are refused before anything is asked', (_, credentials) => {
    expect(createTwilioCarrier({ credentials, address: line.server.origin })).toMatchObject({
      error: { code: 'carrier/wrong-credentials' },
    });
  });

  test.each([
    ['https://evil.example', 'evil.example'],
    [
      { api: 'https://api.twilio.com', lookups: 'https://lookups.twilio.com.evil.example' },
      'lookups.twilio.com.evil.example',
    ],
  ])('with the address %o are refused', (address, host) => {
    expect(createTwilioCarrier({ credentials: { accountSid, secret }, address })).toMatchObject({
      error: { code: 'carrier/forbidden-host', params: { host } },
    });
  });

  test.each([
    [undefined, false],
    ['http://127.0.0.1:4010', true],
    [{ api: 'http://127.0.0.1:4010', lookups: 'https://lookups.twilio.com' }, false],
    [{ api: 'https://api.twilio.com', lookups: 'http://127.0.0.1:4010' }, false],
  ])('with the address %o make a carrier that stays on this machine: %s', (address, expected) => {
    const made = createTwilioCarrier({
      credentials: { accountSid, secret },
      ...(address === undefined ? {} : { address }),
    });
    expect(made.ok && made.value.isLoopback).toBe(expected);
  });
});
