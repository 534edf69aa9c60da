/**
 * Messaging services, as far as an application needs them: create, list, fetch, and the pool of numbers. A text that
 * is sent through one gets its sender later; opt-outs count for the whole pool. Inbound texts always go to the webhook of
 * the number itself, as if `UseInboundWebhookOnNumber` were set.
 */
import { type Answer, answer, type Call } from './answer.ts';
import { sidOf } from './book.ts';
import type { Carrier } from './carrier.ts';
import { isoSeconds } from './dates.ts';
import { refuse } from './errors.ts';
import type { NumberRow, ServiceRow, Settings } from './number-rows.ts';

export function createService(call: Call, carrier: Carrier): Answer {
  const name = call.form.get('FriendlyName');
  if (!name || name.length > 64) refuse(20001);
  const nowAt = carrier.clock.nowMs();
  const id = carrier.numbers.nextServiceId();
  const settings: Settings = Object.fromEntries(call.form);
  const sid = sidOf('MG', carrier.account.accountSid, id);
  const row: ServiceRow = { id, sid, settings, createdAt: nowAt, updatedAt: nowAt };
  carrier.numbers.addService(row);
  return answer(201, serviceJson(row, call, carrier));
}

export function listServices(call: Call, carrier: Carrier): Answer {
  const services = carrier.numbers.services().map((row) => serviceJson(row, call, carrier));
  return answer(200, { meta: metaOf(call, 'services'), services });
}

export function fetchService(call: Call, carrier: Carrier): Answer {
  return answer(200, serviceJson(find(call, carrier), call, carrier));
}

/** @throws ApiError 21710 when the number is in this pool, 21712 when it is in another. */
export function addToPool(call: Call, carrier: Carrier): Answer {
  const service = find(call, carrier);
  const number = carrier.numbers.bySid(call.form.get('PhoneNumberSid') ?? '') ?? refuse(20404);
  if (number.serviceSid !== null) refuse(number.serviceSid === service.sid ? 21710 : 21712);
  carrier.numbers.setService(number.id, service.sid);
  return answer(201, poolJson(number, service, call, carrier));
}

export function listPool(call: Call, carrier: Carrier): Answer {
  const service = find(call, carrier);
  const pool = carrier.numbers.all().filter((number) => number.serviceSid === service.sid);
  const phoneNumbers = pool.map((number) => poolJson(number, service, call, carrier));
  return answer(200, { meta: metaOf(call, 'phone_numbers'), phone_numbers: phoneNumbers });
}

export function removeFromPool(call: Call, carrier: Carrier): Answer {
  const service = find(call, carrier);
  const number = carrier.numbers.bySid(call.path['numberSid'] ?? '');
  if (number === undefined || number.serviceSid !== service.sid) refuse(20404);
  carrier.numbers.setService(number.id, null);
  return answer(204, null);
}

function find(call: Call, carrier: Carrier): ServiceRow {
  return carrier.numbers.services().find((service) => service.sid === call.path['sid']) ?? refuse(20404);
}

/** One page holds all: a service has at most 400 numbers, and an application few services. */
function metaOf(call: Call, key: string): Record<string, unknown> {
  const url = `${call.baseUrl}${call.uri.split('?', 1)[0]}?PageSize=1000&Page=0`;
  return { page: 0, page_size: 1_000, first_page_url: url, previous_page_url: null, url, next_page_url: null, key };
}

function serviceJson(row: ServiceRow, call: Call, carrier: Carrier): Record<string, unknown> {
  const url = `${call.baseUrl}/v1/Services/${row.sid}`;
  const setting = (name: string, unset: string | null = null): string | null => row.settings[name] ?? unset;
  const flag = (name: string, unset: boolean): boolean => setting(name, String(unset)) === 'true';
  return {
    sid: row.sid,
    account_sid: carrier.account.accountSid,
    friendly_name: setting('FriendlyName'),
    date_created: isoSeconds(row.createdAt),
    date_updated: isoSeconds(row.updatedAt),
    inbound_request_url: setting('InboundRequestUrl'),
    inbound_method: setting('InboundMethod', 'POST'),
    fallback_url: setting('FallbackUrl'),
    fallback_method: setting('FallbackMethod', 'POST'),
    status_callback: setting('StatusCallback'),
    sticky_sender: flag('StickySender', true),
    mms_converter: flag('MmsConverter', true),
    smart_encoding: flag('SmartEncoding', true),
    scan_message_content: 'inherit',
    fallback_to_long_code: flag('FallbackToLongCode', true),
    area_code_geomatch: flag('AreaCodeGeomatch', true),
    synchronous_validation: flag('SynchronousValidation', false),
    validity_period: Number(setting('ValidityPeriod', '36000')),
    usecase: setting('Usecase', 'undeclared'),
    us_app_to_person_registered: true,
    use_inbound_webhook_on_number: true,
    links: { phone_numbers: `${url}/PhoneNumbers` },
    url,
  };
}

function poolJson(number: NumberRow, service: ServiceRow, call: Call, carrier: Carrier): Record<string, unknown> {
  return {
    sid: number.sid,
    account_sid: carrier.account.accountSid,
    service_sid: service.sid,
    date_created: isoSeconds(number.createdAt),
    date_updated: isoSeconds(number.updatedAt),
    phone_number: number.phone,
    country_code: 'US',
    capabilities: ['MMS', 'SMS', 'Voice'],
    url: `${call.baseUrl}/v1/Services/${service.sid}/PhoneNumbers/${number.sid}`,
  };
}
