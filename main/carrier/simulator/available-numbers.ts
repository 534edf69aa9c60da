/**
 * The stock of local numbers: in each area code the last twenty of the invented 555-0100 to 555-0199, counted down
 * from 0199, less those that the account holds. Contacts of tests are best invented from the other end.
 */
import { type Answer, answer, type Call } from './answer.ts';
import { placedAreaCodes, placeOf } from './area-codes.ts';
import type { Carrier } from './carrier.ts';
import { refuse } from './errors.ts';
import { areaCodeOf, nationalFormat } from './phones.ts';

const lineNumbers = Array.from({ length: 20 }, (_, index) => 199 - index);

/** What can be bought in the area code, in the order in which it is offered. Not a real area code: nothing. */
export function stockOf(areaCode: string, carrier: Carrier): string[] {
  if (!/^[2-9]\d{2}$/.test(areaCode) || carrier.knobs().emptyAreaCodes.includes(areaCode)) return [];
  const phones = lineNumbers.map((line) => `+1${areaCode}5550${line}`);
  return phones.filter((phone) => carrier.numbers.byPhone(phone) === undefined);
}

export function listAvailable(call: Call, carrier: Carrier): Answer {
  if (call.path['country'] !== 'US') refuse(20404);
  const { query } = call;
  const areaCode = query.get('AreaCode');
  const region = query.get('InRegion');
  const areaCodes = areaCode ? [areaCode] : placedAreaCodes;
  const contains = (query.get('Contains') ?? '').replaceAll(/[^\d*]/g, '');
  const pattern = new RegExp(contains.replaceAll('*', '\\d'));
  const phones = areaCodes
    .filter((code) => !region || placeOf(code)?.region === region)
    .flatMap((code) => stockOf(code, carrier))
    .filter((phone) => pattern.test(phone));
  const pageSize = Math.min(Number(query.get('PageSize') ?? 30) || 30, 1_000);
  const uri = call.uri.split('?', 1)[0];
  return answer(200, { uri, available_phone_numbers: phones.slice(0, pageSize).map(availableJson) });
}

function availableJson(phone: string): Record<string, unknown> {
  const place = placeOf(areaCodeOf(phone));
  return {
    friendly_name: nationalFormat(phone),
    phone_number: phone,
    lata: place?.lata ?? null,
    locality: place?.locality ?? null,
    rate_center: place?.locality.toUpperCase() ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    region: place?.region ?? null,
    postal_code: place?.postalCode ?? null,
    iso_country: 'US',
    address_requirements: 'none',
    beta: false,
    capabilities: { voice: true, SMS: true, MMS: true, fax: false },
  };
}
