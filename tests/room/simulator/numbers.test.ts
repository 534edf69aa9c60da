import { describe, expect, test } from 'vitest';
import { person, refusalOf, sharedSimulator, simulated } from './fixture.ts';

describe('the account', () => {
  test('tells its name, that it is active, and never its token', async () => {
    const { client, simulator } = await simulated();
    const account = await client.api.v2010.accounts(simulator.ready.accountSid).fetch();
    expect(account).toMatchObject({ sid: simulator.ready.accountSid, status: 'active', type: 'Full', authToken: null });
    expect(account.friendlyName).not.toBe('');
  });

  test('has a balance', async () => {
    const { client } = await simulated();
    expect(await client.balance.fetch()).toMatchObject({ balance: '100.00', currency: 'USD' });
  });

  test("does not open another account's door", async () => {
    const { client } = await simulated();
    const other = client.api.v2010.accounts(`AC${'0'.repeat(32)}`);
    expect(await refusalOf(other.fetch())).toEqual({ status: 401, code: 20003 });
  });

  test('holds as many numbers at the beginning as it was started with', async () => {
    const { client } = await simulated({ numberCount: 3 });
    const numbers = await client.incomingPhoneNumbers.list({ pageSize: 2 });
    expect(numbers.map(({ phoneNumber }) => phoneNumber).sort()).toEqual([
      '+12025550197',
      '+12025550198',
      '+12025550199',
    ]);
  });
});

describe('numbers', () => {
  const shared = sharedSimulator();

  test('are searched by area code, bought, found, changed and released', async () => {
    const { client, simulator } = await simulated({ numberCount: 0 });
    const [available] = await client
      .availablePhoneNumbers('US')
      .local.list({ areaCode: 303, smsEnabled: true, limit: 1 });
    expect(available).toMatchObject({ region: 'CO', locality: 'Denver', isoCountry: 'US' });
    const phoneNumber = available?.phoneNumber ?? '';

    const bought = await client.incomingPhoneNumbers.create({ phoneNumber, friendlyName: 'Denver' });
    expect(bought).toMatchObject({
      phoneNumber,
      friendlyName: 'Denver',
      smsUrl: '',
      origin: 'twilio',
      status: 'in-use',
    });
    expect(bought.capabilities).toMatchObject({ sms: true });
    expect(await client.incomingPhoneNumbers.list({ phoneNumber })).toHaveLength(1);

    const smsUrl = 'https://example.org/inbound';
    const changed = await client.incomingPhoneNumbers(bought.sid).update({ smsUrl });
    expect(changed).toMatchObject({ smsUrl, friendlyName: 'Denver' });
    expect((await client.incomingPhoneNumbers(bought.sid).fetch()).smsUrl).toBe(smsUrl);

    expect(await client.messages.create({ from: phoneNumber, to: person(1), body: 'Hello' })).toBeDefined();
    await client.incomingPhoneNumbers(bought.sid).remove();
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    const afterwards = client.messages.create({ from: phoneNumber, to: person(1), body: 'Hello' });
    expect(await refusalOf(afterwards)).toEqual({ status: 400, code: 21660 });
    expect((await simulator.counts()).accepted).toBe(1);
  });

  test('are bought by area code, each once, until there are none left', async () => {
    const { client } = await simulated({ numberCount: 0 });
    const bought = new Set<string>();
    for (let index = 0; index < 20; index += 1) {
      bought.add((await client.incomingPhoneNumbers.create({ areaCode: '303' })).phoneNumber);
    }
    expect(bought.size).toBe(20);
    expect(await refusalOf(client.incomingPhoneNumbers.create({ areaCode: '303' }))).toEqual({
      status: 400,
      code: 21452,
    });
    expect(await client.availablePhoneNumbers('US').local.list({ areaCode: 303 })).toEqual([]);
  });

  test('are none in an area code without stock: an empty list, and 21452', async () => {
    const { client } = await simulated({ knobs: { emptyAreaCodes: ['312'] } });
    expect(await client.availablePhoneNumbers('US').local.list({ areaCode: 312 })).toEqual([]);
    expect(await refusalOf(client.incomingPhoneNumbers.create({ areaCode: '312' }))).toEqual({
      status: 400,
      code: 21452,
    });
  });

  test.each([
    ['+15005550000', 21422],
    ['+15005550001', 21421],
    ['nonsense', 21421],
    ['+12025550100', 21422],
  ])('%s cannot be bought: %i', async (phoneNumber, code) => {
    const { client } = shared();
    expect(await refusalOf(client.incomingPhoneNumbers.create({ phoneNumber }))).toEqual({ status: 400, code });
  });

  test('the magic number can be bought, and a number that is held cannot', async () => {
    const { client, ours } = await simulated();
    expect(await client.incomingPhoneNumbers.create({ phoneNumber: '+15005550006' })).toBeDefined();
    expect(await refusalOf(client.incomingPhoneNumbers.create({ phoneNumber: ours }))).toMatchObject({ code: 21422 });
  });
});

describe('a lookup', () => {
  const shared = sharedSimulator();

  test('tells the kind of line only when it is asked for', async () => {
    const { client } = shared();
    const phone = client.lookups.v2.phoneNumbers(person(1));
    const asked = await phone.fetch({ fields: 'line_type_intelligence' });
    expect(asked).toMatchObject({ valid: true, countryCode: 'US', nationalFormat: '(202) 555-0101' });
    expect(asked.lineTypeIntelligence).toMatchObject({
      type: expect.stringMatching(/^(mobile|fixedVoip|nonFixedVoip)$/),
    });
    expect((await phone.fetch()).lineTypeIntelligence).toBeNull();
  });

  test('knows toll-free numbers, and Canada only with a code', async () => {
    const { client } = shared();
    const lineOf = async (phone: string) =>
      (await client.lookups.v2.phoneNumbers(phone).fetch({ fields: 'line_type_intelligence' })).lineTypeIntelligence;
    expect(await lineOf('+18005550123')).toMatchObject({ type: 'tollFree' });
    expect(await lineOf('+16135550123')).toMatchObject({ type: null, errorCode: 60601 });
  });

  test.each([
    ['+1202555', 'TOO_SHORT'],
    ['+120255501234', 'TOO_LONG'],
    ['+10205550123', 'INVALID_BUT_POSSIBLE'],
    ['+447700900123', 'INVALID_COUNTRY_CODE'],
    ['seven', 'NOT_A_NUMBER'],
  ])('of %s answers that it is not valid: %s', async (phone, reason) => {
    const { client } = shared();
    const lookup = await client.lookups.v2.phoneNumbers(phone).fetch({ fields: 'line_type_intelligence' });
    expect(lookup).toMatchObject({ valid: false, validationErrors: [reason], lineTypeIntelligence: null });
  });
});
