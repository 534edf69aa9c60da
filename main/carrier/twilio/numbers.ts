/** The sending numbers: those that the account has, those that it could buy, buying one and giving one back. */
import { err, ok } from '../../../shared/result.ts';
import type { AvailableNumber, CallOptions, Carrier, CarrierResult, NextPage, NumberPage, Purchase } from '../port.ts';
import { followCursor, type ListPlace, readNextPage } from './cursors.ts';
import type { Ending } from './exchange.ts';
import type { Line } from './line.ts';
import { asAppError, isAbsent, isAccountTrouble, isSuccess, readRefusal, readUnknown, readValue } from './outcomes.ts';
import { schemas } from './parse.ts';

export function numberCalls(
  line: Line,
  list: ListPlace,
): Pick<Carrier, 'listNumbers' | 'searchNumbers' | 'buyNumber' | 'releaseNumber'> {
  return {
    async listNumbers(from, options) {
      const ending = await askForPage(line, list, from, options);
      return ending.ok ? readPage(ending.value, list) : ending;
    },

    async searchNumbers({ areaCode, country = 'US', limit }, options) {
      const ending = await line.ask(options, (twilio) =>
        twilio.availablePhoneNumbers(country).local.page({
          smsEnabled: true,
          pageSize: limit,
          ...(areaCode === undefined ? {} : { areaCode: Number(areaCode) }),
        }),
      );
      const found = readValue(ending, schemas.availableList);
      return found.ok ? ok<readonly AvailableNumber[]>(found.value.available_phone_numbers.slice(0, limit)) : found;
    },

    async buyNumber(phone, options) {
      return judgePurchase(
        await line.ask(options, (twilio) => twilio.incomingPhoneNumbers.create({ phoneNumber: phone })),
      );
    },

    async releaseNumber(carrierId, options) {
      const ending = await line.ask(options, (twilio) => twilio.incomingPhoneNumbers(carrierId).remove());
      if (ending.kind !== 'answered') return err(asAppError(ending));
      if (isSuccess(ending.answer)) return ok('released');
      return isAbsent(ending) ? ok('absent') : err(asAppError(ending));
    },
  };
}

async function askForPage(
  line: Line,
  list: ListPlace,
  from: { readonly pageSize: number } | NextPage,
  options: CallOptions,
): Promise<CarrierResult<Ending>> {
  if ('cursor' in from) {
    const url = followCursor(from, list);
    return url.ok ? ok(await line.ask(options, (twilio) => twilio.incomingPhoneNumbers.getPage(url.value))) : url;
  }
  return ok(await line.ask(options, (twilio) => twilio.incomingPhoneNumbers.page({ pageSize: from.pageSize })));
}

function readPage(ending: Ending, list: ListPlace): CarrierResult<NumberPage> {
  const found = readValue(ending, schemas.numberList);
  if (!found.ok) return found;
  const next = readNextPage(found.value.next_page_uri, list);
  return next.ok ? ok({ numbers: found.value.incoming_phone_numbers, next: next.value }) : next;
}

/** Twilio's codes for a number that is not for sale: no such number, sold to somebody else, area code sold out. */
const notForSaleCodes: readonly number[] = [21421, 21422, 21452];

/** Judged as carefully as a message: an uncertain purchase must not be made twice. */
export function judgePurchase(ending: Ending): CarrierResult<Purchase> {
  if (ending.kind === 'never-opened') return err(asAppError(ending));
  if (ending.kind === 'lost') return ok(readUnknown(ending));
  const { answer } = ending;
  if (isSuccess(answer)) {
    const bought = schemas.sendingNumber.safeParse(answer.body);
    return ok(bought.success ? { kind: 'bought', number: bought.data } : readUnknown(ending));
  }
  if (isAccountTrouble(answer)) return err(asAppError(ending));
  const refused = readRefusal(answer);
  if (refused === null) return ok(readUnknown(ending));
  return ok(notForSaleCodes.includes(refused.code) ? { kind: 'not-available' } : refused);
}
