/** Lookup v2: whether a number can exist, and with `Fields=line_type_intelligence` what kind of line it is. */
import { type Answer, answer, type Call } from './answer.ts';
import { isCanadian } from './area-codes.ts';
import type { Carrier } from './carrier.ts';
import { areaCodeOf, isNorthAmerican, lineTypeOf, nationalFormat } from './phones.ts';

export function lookUp(call: Call, carrier: Carrier): Answer {
  const phone = toE164(call.path['phone'] ?? '');
  const errors = validationErrors(phone);
  const valid = errors === null;
  const fields = (call.query.get('Fields') ?? '').split(',');
  return answer(200, {
    calling_country_code: valid ? '1' : null,
    country_code: valid ? countryOf(phone) : null,
    phone_number: phone,
    national_format: valid ? nationalFormat(phone) : null,
    valid,
    validation_errors: errors,
    caller_name: null,
    sim_swap: null,
    call_forwarding: null,
    line_status: null,
    line_type_intelligence: valid && fields.includes('line_type_intelligence') ? lineType(phone, carrier) : null,
    identity_match: null,
    reassigned_number: null,
    sms_pumping_risk: null,
    phone_number_quality_score: null,
    pre_fill: null,
    url: `${call.baseUrl}/v2/PhoneNumbers/${phone}`,
  });
}

/** A number without a plus is taken for a national one. */
function toE164(text: string): string {
  return text.startsWith('+') ? text : `+1${text.replaceAll(/[\s().-]/g, '')}`;
}

function validationErrors(phone: string): string[] | null {
  if (!/^\+\d+$/.test(phone)) return ['NOT_A_NUMBER'];
  if (!phone.startsWith('+1')) return ['INVALID_COUNTRY_CODE'];
  if (phone.length < 12) return ['TOO_SHORT'];
  if (phone.length > 12) return ['TOO_LONG'];
  return isNorthAmerican(phone) ? null : ['INVALID_BUT_POSSIBLE'];
}

function countryOf(phone: string): 'US' | 'CA' {
  return isCanadian(areaCodeOf(phone)) ? 'CA' : 'US';
}

/** Canadian lines are told only to customers who were approved for it. */
function lineType(phone: string, carrier: Carrier): Record<string, unknown> {
  if (countryOf(phone) === 'CA') return intelligence(null, null, 60601);
  const type = lineTypeOf(phone, carrier.knobs().landlineShare, carrier.dice);
  const carrierName = carrier.dice.pick(['Example Wireless', 'Sample Mobile', 'Prairie Telephone'], 'carrier', phone);
  return intelligence(type, carrierName, null);
}

function intelligence(type: string | null, carrierName: string | null, errorCode: number | null) {
  const isMobile = type === 'mobile';
  return {
    error_code: errorCode,
    mobile_country_code: isMobile ? '310' : null,
    mobile_network_code: isMobile ? '999' : null,
    carrier_name: carrierName,
    type,
  };
}
