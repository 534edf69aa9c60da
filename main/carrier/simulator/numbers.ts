/** The IncomingPhoneNumbers resource: what the account holds. List, fetch, buy, update, release. */
import { type Answer, answer, type Call } from './answer.ts';
import { stockOf } from './available-numbers.ts';
import { sidOf } from './book.ts';
import { accountUri, apiVersion, type Carrier } from './carrier.ts';
import { rfc2822 } from './dates.ts';
import { refuse } from './errors.ts';
import type { NumberRow, Settings } from './number-rows.ts';
import { pageOf } from './paging.ts';
import { areaCodeOf, isE164, isNorthAmerican, magic, nationalFormat } from './phones.ts';

export function listNumbers(call: Call, carrier: Carrier): Answer {
  const phone = call.query.get('PhoneNumber');
  const name = call.query.get('FriendlyName');
  const found = carrier.numbers
    .all()
    .filter((number) => !phone || number.phone === phone)
    .filter((number) => !name || nameOf(number) === name);
  return answer(
    200,
    pageOf(
      call,
      'incoming_phone_numbers',
      found.map((number) => numberJson(number, carrier)),
    ),
  );
}

export function fetchNumber(call: Call, carrier: Carrier): Answer {
  return answer(200, numberJson(find(call, carrier), carrier));
}

/** By `PhoneNumber`, or the first of the stock in `AreaCode`. */
export function buyNumber(call: Call, carrier: Carrier): Answer {
  if (carrier.knobs().accountStatus === 'suspended') refuse(20005);
  const areaCode = call.form.get('AreaCode');
  const phone = areaCode ? (stockOf(areaCode, carrier)[0] ?? refuse(21452)) : readPhone(call.form, carrier);
  return answer(201, numberJson(addNumber(phone, settingsFrom(call.form), carrier), carrier));
}

export function updateNumber(call: Call, carrier: Carrier): Answer {
  const number = find(call, carrier);
  const settings = { ...number.settings, ...settingsFrom(call.form) };
  carrier.numbers.changeSettings(number.id, settings, carrier.clock.nowMs());
  return answer(200, numberJson(find(call, carrier), carrier));
}

export function releaseNumber(call: Call, carrier: Carrier): Answer {
  carrier.numbers.release(find(call, carrier).id, carrier.clock.nowMs());
  return answer(204, null);
}

/** Gives the account a number that it does not hold yet. */
export function addNumber(phone: string, settings: Settings, carrier: Carrier): NumberRow {
  const nowAt = carrier.clock.nowMs();
  const id = carrier.numbers.nextId();
  const row: NumberRow = {
    id,
    sid: sidOf('PN', carrier.account.accountSid, id),
    phone,
    settings,
    queueFreeAt: 0,
    serviceSid: null,
    createdAt: nowAt,
    updatedAt: nowAt,
  };
  carrier.numbers.add(row);
  return row;
}

function readPhone(form: URLSearchParams, carrier: Carrier): string {
  const phone = form.get('PhoneNumber') ?? '';
  const code = (magic.buy as Readonly<Record<string, 21421 | 21422>>)[phone];
  if (code !== undefined) refuse(code);
  if (!isE164(phone) || !isNorthAmerican(phone)) refuse(21421);
  const isFree = phone === magic.sender || stockOf(areaCodeOf(phone), carrier).includes(phone);
  if (!isFree || carrier.numbers.byPhone(phone) !== undefined) refuse(21422);
  return phone;
}

function find(call: Call, carrier: Carrier): NumberRow {
  return carrier.numbers.bySid(call.path['sid'] ?? '') ?? refuse(20404);
}

const settable = [
  'FriendlyName',
  'SmsUrl',
  'SmsMethod',
  'SmsFallbackUrl',
  'SmsFallbackMethod',
  'SmsApplicationSid',
  'StatusCallback',
  'StatusCallbackMethod',
  'VoiceUrl',
  'VoiceMethod',
  'VoiceFallbackUrl',
  'VoiceFallbackMethod',
  'VoiceApplicationSid',
];

function settingsFrom(form: URLSearchParams): Settings {
  const given = settable.flatMap((name) => {
    const value = form.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}

function nameOf(number: NumberRow): string {
  return number.settings['FriendlyName'] ?? nationalFormat(number.phone);
}

function numberJson(number: NumberRow, carrier: Carrier): Record<string, unknown> {
  const { account } = carrier;
  const setting = (name: string, unset: string | null = ''): string | null => number.settings[name] ?? unset;
  return {
    account_sid: account.accountSid,
    address_sid: null,
    address_requirements: 'none',
    api_version: apiVersion,
    beta: false,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    friendly_name: nameOf(number),
    identity_sid: null,
    phone_number: number.phone,
    origin: 'twilio',
    sid: number.sid,
    sms_application_sid: setting('SmsApplicationSid'),
    sms_fallback_method: setting('SmsFallbackMethod', 'POST'),
    sms_fallback_url: setting('SmsFallbackUrl'),
    sms_method: setting('SmsMethod', 'POST'),
    sms_url: setting('SmsUrl'),
    status_callback: setting('StatusCallback'),
    status_callback_method: setting('StatusCallbackMethod', 'POST'),
    trunk_sid: null,
    uri: `${accountUri(account)}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_receive_mode: 'voice',
    voice_application_sid: setting('VoiceApplicationSid'),
    voice_caller_id_lookup: false,
    voice_fallback_method: setting('VoiceFallbackMethod', 'POST'),
    voice_fallback_url: setting('VoiceFallbackUrl', null),
    voice_method: setting('VoiceMethod', 'POST'),
    voice_url: setting('VoiceUrl', null),
    emergency_status: 'Inactive',
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    bundle_sid: null,
    status: 'in-use',
    type: 'local',
  };
}
