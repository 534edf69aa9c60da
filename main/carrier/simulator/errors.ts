/**
 * The carrier's refusals: Twilio's codes and body shape, in our own words. `ApiError` is thrown inside a request's
 * handling and turned into an answer at one place; the message of a text that fails later has only the code.
 */
import type { Answer } from './answer.ts';

interface Refusal {
  readonly status: number;
  readonly message: string;
}

const refusals = {
  20001: { status: 400, message: 'A parameter is missing or has a value that cannot be used' },
  20003: { status: 401, message: 'The user name or the password is not right for this account' },
  20004: { status: 405, message: 'The resource does not offer this method' },
  20005: { status: 403, message: 'The account is not active' },
  20006: { status: 400, message: 'There is no such page' },
  20009: { status: 409, message: 'The resource cannot be deleted before it has come to its end' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too many requests at once' },
  20500: { status: 500, message: 'Something went wrong on our side' },
  20503: { status: 503, message: 'The service is away for the moment' },
  21211: { status: 400, message: "The 'To' number is not a valid phone number" },
  21212: { status: 400, message: "The 'From' number is not a valid phone number" },
  21265: { status: 400, message: "The 'To' number is a short code" },
  21266: { status: 400, message: "The 'To' and 'From' numbers are the same" },
  21408: { status: 400, message: "Texting is not enabled for the region of the 'To' number" },
  21421: { status: 400, message: 'PhoneNumber is not a valid phone number' },
  21422: { status: 400, message: 'PhoneNumber is not available' },
  21452: { status: 400, message: 'There is no number in this area code' },
  21603: { status: 400, message: "A 'From' number or a messaging service is required" },
  21604: { status: 400, message: "A 'To' number is required" },
  21606: { status: 400, message: "The 'From' number cannot send texts to this number" },
  21609: { status: 400, message: 'StatusCallback is not a valid URL' },
  21610: { status: 400, message: 'The recipient has opted out of messages from this sender' },
  21611: { status: 400, message: "The queue of the 'From' number is full" },
  21612: { status: 400, message: "A text cannot be routed between the 'To' and 'From' numbers" },
  21614: { status: 400, message: "The 'To' number is not a mobile number" },
  21617: { status: 400, message: 'The body is longer than 1600 characters' },
  21619: { status: 400, message: 'A body or media is required' },
  21620: { status: 400, message: 'A media URL is not valid' },
  21623: { status: 400, message: 'There are more than 10 media URLs' },
  21659: { status: 400, message: "The 'From' number is not one of Twilio's" },
  21660: { status: 400, message: "The 'From' number does not belong to the account" },
  21704: { status: 400, message: 'The messaging service has no sender' },
  21705: { status: 400, message: 'There is no such messaging service' },
  21710: { status: 409, message: 'The number is in the messaging service already' },
  21712: { status: 409, message: 'The number is in another messaging service' },
  30409: { status: 400, message: 'The message is not scheduled any more and cannot be canceled' },
  35111: { status: 400, message: 'SendAt is required for a scheduled message' },
  35114: { status: 400, message: 'SendAt is outside of 15 minutes to 35 days from now' },
  90007: { status: 400, message: 'ValidityPeriod is outside of 1 to 36000 seconds' },
} as const satisfies Record<number, Refusal>;

export type RefusalCode = keyof typeof refusals;

/** Why a text that was accepted did not arrive; `error_message` of the message. */
const failures: Readonly<Record<number, string>> = {
  21610: 'The recipient has opted out of messages from this sender',
  21704: 'The messaging service has no sender',
  30001: 'The queue is full',
  30002: 'The account was suspended',
  30003: 'The handset is off or out of reach',
  30005: 'The number is unknown or no longer in service',
  30006: 'A landline, or a carrier that cannot be reached',
  30007: 'The message was filtered',
  30008: 'Unknown error',
  30036: 'The validity period ended while the message was waiting',
};

export function failureMessage(code: number | null): string | null {
  return code === null ? null : (failures[code] ?? 'Unknown error');
}

/** Ends the handling of a request with a refusal. Nothing that the handler wrote before may have been committed. */
export class ApiError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(refusals[code].message);
    this.code = code;
  }
}

export function refuse(code: RefusalCode): never {
  throw new ApiError(code);
}

/** The answer that tells of a refusal, in the shape that every Twilio host uses. */
export function errorAnswer(code: RefusalCode, headers: Readonly<Record<string, string>> = {}): Answer {
  const { status, message } = refusals[code];
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return { status, body, headers };
}
