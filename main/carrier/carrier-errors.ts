/**
 * What the carrier's error codes mean for us, as data. Codes and their texts change at the carrier without notice, so
 * a code that is missing here has a default that is safe: it is not repeated and reaches no further than its message.
 * The meanings are our own few words, after Twilio's error dictionary.
 */
import type { RefusalScope } from './port.ts';

/**
 * `never`: the same request fails again. `same-later`: the same request may pass after a pause. `next-window`: not
 * before the next texting window. `reconcile`: the carrier may have the message, so its list is asked first.
 */
export type RetryClass = 'never' | 'same-later' | 'next-window' | 'reconcile';

/** In which column of the results a failed message counts. Null counts nowhere, since nothing of a contact's failed. */
export type FailureBucket = 'safeguard' | 'twilio' | 'carrier-filtering' | null;

/** What has to follow besides telling it. */
export type CarrierErrorEffect =
  | 'record-opt-out'
  | 'mark-landline'
  | 'mark-invalid'
  | 'pause-number'
  | 'pause-account'
  | 'halt-account'
  | 'watch-filtering';

/** Where a code is met: in the answer to a call, as the fate of a message that was accepted, or elsewhere. */
export type CarrierErrorPlace = 'answer' | 'delivery' | 'either' | 'inbound' | 'lookup' | 'registration' | 'webhook';

export interface CarrierError {
  readonly code: number;
  readonly place: CarrierErrorPlace;
  readonly meaning: string;
  readonly retry: RetryClass;
  readonly scope: RefusalScope;
  readonly bucket: FailureBucket;
  readonly effect?: CarrierErrorEffect;
}

type Row = readonly [
  code: number,
  place: CarrierErrorPlace,
  meaning: string,
  retry: RetryClass,
  scope: RefusalScope,
  bucket: FailureBucket,
  effect?: CarrierErrorEffect,
];

const rows: readonly Row[] = [
  [10001, 'either', 'the account is not active', 'never', 'account', 'twilio', 'halt-account'],
  [11200, 'webhook', 'our webhook could not be fetched', 'never', 'message', null],
  [11205, 'webhook', 'our webhook could not be connected to', 'never', 'message', null],
  [11751, 'either', 'the media is too large for the channel', 'never', 'message', 'twilio'],
  [12100, 'webhook', 'our webhook answered with broken XML', 'never', 'message', null],
  [12300, 'webhook', 'our webhook answered with the wrong content type', 'never', 'message', null],
  [14107, 'webhook', 'two numbers answer each other in a loop', 'never', 'message', null],
  [20003, 'answer', 'the credentials are wrong or lack a permission', 'never', 'account', 'twilio', 'halt-account'],
  [20005, 'answer', 'the account is not active', 'never', 'account', 'twilio', 'halt-account'],
  [20404, 'answer', 'there is no such thing', 'never', 'message', 'twilio'],
  [20429, 'answer', 'too many requests at once', 'same-later', 'account', null, 'pause-account'],
  [20500, 'answer', 'a fault inside the carrier', 'reconcile', 'message', 'twilio'],
  [20503, 'answer', 'the carrier is not available', 'reconcile', 'message', 'twilio'],
  [21211, 'answer', 'the phone is not a valid number', 'never', 'message', 'safeguard', 'mark-invalid'],
  [21212, 'answer', 'the sending number is not valid', 'never', 'number', 'safeguard', 'pause-number'],
  [21265, 'answer', 'the phone is a short code', 'never', 'message', 'safeguard', 'mark-invalid'],
  [21266, 'answer', 'the phone is the sending number itself', 'never', 'message', 'safeguard'],
  [21408, 'answer', 'texting to this region is switched off at the carrier', 'never', 'message', 'twilio'],
  [21421, 'answer', 'the number to buy is not valid', 'never', 'message', 'twilio'],
  [21422, 'answer', 'the number to buy is not available', 'never', 'message', 'twilio'],
  [21452, 'answer', 'the area code has no numbers to buy', 'never', 'message', 'twilio'],
  [21606, 'answer', 'the sending number cannot text', 'never', 'number', 'twilio', 'pause-number'],
  [21608, 'answer', 'a trial account texts only verified phones', 'never', 'message', 'twilio'],
  [21609, 'answer', 'our address for status reports is not valid', 'never', 'account', 'twilio', 'pause-account'],
  [21610, 'either', 'the recipient opted out', 'never', 'message', 'safeguard', 'record-opt-out'],
  [21611, 'answer', 'the sending number has a full queue', 'same-later', 'number', 'twilio', 'pause-number'],
  [21612, 'answer', 'no route from this number to that phone', 'never', 'message', 'twilio'],
  [21614, 'answer', 'the phone cannot get texts', 'never', 'message', 'safeguard', 'mark-landline'],
  [21617, 'answer', 'the text is longer than 1,600 characters', 'never', 'message', 'safeguard'],
  [21619, 'answer', 'the message has neither text nor media', 'never', 'message', 'twilio'],
  [21620, 'answer', 'the media address is not valid', 'never', 'message', 'twilio'],
  [21623, 'answer', 'the message has more than ten media', 'never', 'message', 'twilio'],
  [21635, 'answer', 'the phone is a landline', 'never', 'message', 'safeguard', 'mark-landline'],
  [21659, 'answer', 'the sending number is not a Twilio number', 'never', 'number', 'twilio', 'pause-number'],
  [21660, 'answer', 'the sending number belongs to another account', 'never', 'number', 'twilio', 'pause-number'],
  [21661, 'answer', 'the sending number cannot text', 'never', 'number', 'twilio', 'pause-number'],
  [21703, 'either', 'the messaging service has no sender that fits', 'never', 'account', 'twilio', 'pause-account'],
  [21704, 'either', 'the messaging service has no numbers', 'never', 'account', 'twilio', 'pause-account'],
  [21705, 'either', 'there is no such messaging service', 'never', 'account', 'twilio', 'pause-account'],
  [30001, 'delivery', 'the queue of the messaging service is full', 'same-later', 'account', 'twilio', 'pause-account'],
  [30002, 'delivery', 'the account was suspended', 'never', 'account', 'twilio', 'halt-account'],
  [30003, 'delivery', 'the phone is off or out of reach', 'next-window', 'message', 'twilio'],
  [30004, 'delivery', 'messages to this phone are blocked', 'never', 'message', 'carrier-filtering'],
  [30005, 'delivery', 'the number is unknown or no longer in use', 'never', 'message', 'twilio', 'mark-invalid'],
  [30006, 'delivery', 'a landline, or a network that takes no texts', 'never', 'message', 'twilio', 'mark-landline'],
  [30007, 'delivery', 'filtered as unwanted', 'never', 'message', 'carrier-filtering', 'watch-filtering'],
  [30008, 'delivery', 'failed for an unknown reason', 'next-window', 'message', 'twilio'],
  [30009, 'inbound', 'a part of an inbound text never arrived', 'never', 'message', null],
  [30010, 'delivery', 'dearer than the price cap', 'never', 'message', 'twilio'],
  [30011, 'delivery', 'pictures cannot be sent this way', 'never', 'message', 'twilio'],
  [30012, 'delivery', 'the validity period is too short', 'never', 'message', 'twilio'],
  [30013, 'delivery', 'the validity period is too long', 'never', 'message', 'twilio'],
  [30014, 'delivery', 'the phone has a wrong form', 'never', 'message', 'twilio'],
  [30017, 'delivery', 'the phone network is congested', 'next-window', 'message', 'twilio'],
  [30019, 'delivery', 'the content is too large for the phone network', 'never', 'message', 'twilio'],
  [
    30022,
    'delivery',
    'faster than the registration allows',
    'same-later',
    'account',
    'carrier-filtering',
    'pause-account',
  ],
  [30023, 'delivery', 'the daily limit is used up', 'next-window', 'account', 'carrier-filtering', 'pause-account'],
  [30026, 'delivery', 'most of the daily limit is used', 'never', 'message', null],
  [
    30027,
    'delivery',
    'the daily T-Mobile limit is used up',
    'next-window',
    'account',
    'carrier-filtering',
    'pause-account',
  ],
  [30032, 'delivery', 'the toll-free number is not verified', 'never', 'number', 'carrier-filtering', 'pause-number'],
  [30033, 'delivery', 'the registration is suspended', 'never', 'account', 'carrier-filtering', 'halt-account'],
  [30034, 'delivery', 'the sending number is not registered', 'never', 'number', 'carrier-filtering', 'pause-number'],
  [
    30035,
    'delivery',
    'the sending number is still being set up',
    'same-later',
    'number',
    'carrier-filtering',
    'pause-number',
  ],
  [30036, 'delivery', 'the validity period ended before it could leave', 'same-later', 'message', 'twilio'],
  [30045, 'either', 'the validity period is out of range', 'never', 'message', 'twilio'],
  [30410, 'delivery', 'the next network did not answer in time', 'next-window', 'message', 'twilio'],
  [30449, 'registration', 'the registration names a public link shortener', 'never', 'account', null],
  [30450, 'delivery', 'this phone is blocked for a while', 'next-window', 'message', 'carrier-filtering'],
  [30892, 'registration', 'the registration names a public link shortener', 'never', 'account', null],
  [30963, 'registration', 'the registration names a public link shortener', 'never', 'account', null],
  [60600, 'lookup', 'the carrier has no data about this phone', 'never', 'message', 'safeguard'],
  [60601, 'lookup', 'looking up Canadian phones needs an approval', 'never', 'message', 'safeguard'],
  [63018, 'delivery', 'the channel is used too fast', 'same-later', 'account', 'twilio', 'pause-account'],
  [90007, 'either', 'the validity period is out of range', 'never', 'message', 'twilio'],
];

/** Every code that we know, each once, by rising code. */
export const carrierErrors: readonly CarrierError[] = rows.map(
  ([code, place, meaning, retry, scope, bucket, effect]) => ({
    code,
    place,
    meaning,
    retry,
    scope,
    bucket,
    ...(effect === undefined ? {} : { effect }),
  }),
);

const errorByCode: ReadonlyMap<number, CarrierError> = new Map(carrierErrors.map((error) => [error.code, error]));

export function isKnownCarrierError(code: number): boolean {
  return errorByCode.has(code);
}

/** What a code means. A code that is not in the table is not repeated and reaches no further than its message. */
export function lookUpCarrierError(code: number): CarrierError {
  return (
    errorByCode.get(code) ?? {
      code,
      place: 'either',
      meaning: 'a reason that this version does not know',
      retry: 'never',
      scope: 'message',
      bucket: 'twilio',
    }
  );
}
