/** What kind of line a phone is, from Twilio Lookup v2. */
import type { E164 } from '../../../shared/domain/phone.ts';
import { ok } from '../../../shared/result.ts';
import type { Carrier, PhoneFacts } from '../port.ts';
import type { Ending } from './exchange.ts';
import type { Line } from './line.ts';
import { errorCodeOf, isAbsent, readValue } from './outcomes.ts';
import { schemas } from './parse.ts';

/** No coverage of the country, and no approval for Canada: facts about what can be known, not failures. */
const noDataCodes: readonly number[] = [60600, 60601];

export function lookupCalls(line: Line): Pick<Carrier, 'lookUpPhone'> {
  return {
    async lookUpPhone(phone, options) {
      const ending = await line.ask(options, (twilio) =>
        twilio.lookups.v2.phoneNumbers(phone).fetch({ fields: 'line_type_intelligence' }),
      );
      const known = knownWithoutData(phone, ending);
      if (known !== null) return ok(known);
      const found = readValue(ending, schemas.phoneFacts);
      return found.ok ? ok({ phone, ...found.value }) : found;
    },
  };
}

/** Answers that are no success and tell something about the phone all the same. */
function knownWithoutData(phone: E164, ending: Ending): PhoneFacts | null {
  if (isAbsent(ending)) return { phone, valid: false, lineType: 'unknown', countryCode: null };
  if (ending.kind !== 'answered') return null;
  const code = errorCodeOf(ending.answer);
  if (code === null || !noDataCodes.includes(code)) return null;
  return { phone, valid: true, lineType: 'unknown', countryCode: null };
}
