/**
 * What Twilio sends, parsed once at the edge. Twilio writes counts as text, dates after RFC 2822, and adds fields and
 * statuses without notice: unknown fields are dropped, unknown statuses are kept as text and marked as unknown.
 * Schemas follow Twilio's published OpenAPI description, which allows null nearly everywhere.
 */
import { z } from 'zod';
import { parseCarrierStatus } from '../../../shared/domain/carrier-status.ts';
import { asE164, isE164 } from '../../../shared/domain/phone.ts';
import type { AvailableNumber, CarrierMessage, LineType, ReportedStatus, SendingNumber } from '../port.ts';
import { parseRfc2822 } from './headers.ts';

const instant = z.string().transform((text, context) => {
  const at = parseRfc2822(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'not an RFC 2822 date' });
  return z.NEVER;
});

/** A whole number from 0 that is written as text. */
const count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const phone = z.string().refine(isE164).transform(asE164);

function readStatus(text: string): ReportedStatus {
  const name = parseCarrierStatus(text);
  return name === null ? { known: false, text } : { known: true, name };
}

const messageSid = z.string().regex(/^(SM|MM)[0-9a-fA-F]{32}$/);

const message = z
  .object({
    sid: messageSid,
    // inbound, outbound-api, outbound-call or outbound-reply
    direction: z.string().regex(/^(inbound|outbound)/),
    from: z.string().nullish(),
    to: z.string().nullish(),
    body: z.string().nullish(),
    status: z.string().min(1),
    num_segments: count.nullish(),
    num_media: count.nullish(),
    error_code: z.int().nullish(),
    date_created: instant,
    date_sent: instant.nullish(),
    date_updated: instant.nullish(),
  })
  .transform(
    (found): CarrierMessage => ({
      carrierId: found.sid,
      direction: found.direction.startsWith('inbound') ? 'inbound' : 'outbound',
      from: found.from ?? null,
      to: found.to ?? null,
      body: found.body ?? '',
      status: readStatus(found.status),
      // A message that waits for its sender in a messaging service has 0 segments until it is counted.
      segments: found.num_segments || null,
      mediaCount: found.num_media ?? 0,
      errorCode: found.error_code ?? null,
      createdAt: found.date_created,
      sentAt: found.date_sent ?? null,
      updatedAt: found.date_updated ?? null,
    }),
  );

/**
 * The answer to a create is read more leniently than a list: the id is what must not get lost, because without it the
 * message counts as uncertain and has to be searched for.
 */
const created = z
  .object({ sid: messageSid, status: z.string().min(1), num_segments: count.nullish().catch(null) })
  .transform((found) => ({
    carrierId: found.sid,
    status: readStatus(found.status),
    ...(found.num_segments ? { segments: found.num_segments } : {}),
  }));

const capabilities = z
  .record(z.string(), z.boolean().nullish())
  .nullish()
  // Twilio has been seen to write these names in capitals too.
  .transform((found) => ({
    canText: Boolean(found?.['sms'] ?? found?.['SMS']),
    canSendMedia: Boolean(found?.['mms'] ?? found?.['MMS']),
  }));

const sendingNumber = z
  .object({
    sid: z.string().min(1),
    phone_number: phone,
    friendly_name: z.string().nullish(),
    capabilities,
  })
  .transform(
    (found): SendingNumber => ({
      carrierId: found.sid,
      phone: found.phone_number,
      label: found.friendly_name ?? '',
      ...found.capabilities,
    }),
  );

const availableNumber = z
  .object({
    phone_number: phone,
    locality: z.string().nullish(),
    region: z.string().nullish(),
    capabilities,
  })
  .transform(
    (found): AvailableNumber => ({
      phone: found.phone_number,
      locality: found.locality ?? null,
      region: found.region ?? null,
      ...found.capabilities,
    }),
  );

const lineTypes: Readonly<Record<string, LineType>> = {
  mobile: 'mobile',
  landline: 'landline',
  fixedVoip: 'fixed-voip',
  nonFixedVoip: 'mobile-voip',
  tollFree: 'toll-free',
  personal: 'other',
  premium: 'other',
  sharedCost: 'other',
  uan: 'other',
  voicemail: 'other',
  pager: 'other',
};

const phoneFacts = z
  .object({
    valid: z.boolean().nullish(),
    country_code: z.string().nullish(),
    line_type_intelligence: z.object({ type: z.string().nullish() }).nullish(),
  })
  .transform((found) => ({
    valid: found.valid ?? false,
    countryCode: found.country_code ?? null,
    lineType: lineTypes[found.line_type_intelligence?.type ?? ''] ?? 'unknown',
  }));

/** The account's answer holds its token as well, which is dropped here with all other fields. */
const account = z.object({ friendly_name: z.string().nullish(), status: z.string(), type: z.string().nullish() });

/** The end of a list is a fact that must be said: a list without `next_page_uri` is not a list that ended. */
const nextPageUri = z.string().nullable();

export const schemas = {
  message,
  created,
  sendingNumber,
  phoneFacts,
  account,
  messageList: z.object({ messages: z.array(z.unknown()), next_page_uri: nextPageUri }),
  numberList: z.object({ incoming_phone_numbers: z.array(sendingNumber), next_page_uri: nextPageUri }),
  /** Twilio gives what it has to sell in one piece, without a next page. */
  availableList: z.object({ available_phone_numbers: z.array(availableNumber) }),
  /** Twilio's codes have five digits. A smaller one, such as a repeated HTTP status, is somebody else's on the way. */
  errorBody: z.object({ code: z.int().min(10_000) }),
};
