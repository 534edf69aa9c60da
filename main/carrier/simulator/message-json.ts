/** A message as the API shows it. Numbers that Twilio writes as strings are strings here. */
import { type Account, accountUri, apiVersion } from './carrier.ts';
import { rfc2822 } from './dates.ts';
import { failureMessage } from './errors.ts';
import type { MessageRow } from './message-rows.ts';

/** US dollars for a segment, in or out; a picture message costs its own price. As of July 2026. */
const segmentPrice = 0.0083;
const mediaPrice = 0.022;

/** @param stale shows the status before the current one, if there was one. */
export function messageJson(row: MessageRow, account: Account, stale = false): Record<string, unknown> {
  const shown = stale && row.previousStatus !== null ? { ...row, status: row.previousStatus, errorCode: null } : row;
  const uri = `${accountUri(account)}/Messages/${row.sid}`;
  const senderIsOpen = row.fromPhone === null;
  return {
    body: row.body,
    num_segments: senderIsOpen ? '0' : String(row.segments),
    direction: row.direction,
    from: row.fromPhone,
    to: row.toPhone,
    date_updated: rfc2822(row.updatedAt),
    price: priceOf(shown),
    error_message: failureMessage(shown.errorCode),
    uri: `${uri}.json`,
    account_sid: account.accountSid,
    num_media: String(mediaOf(row).length),
    status: shown.status,
    messaging_service_sid: row.serviceSid,
    sid: row.sid,
    date_sent: row.sentAt === null ? null : rfc2822(row.sentAt),
    date_created: rfc2822(row.createdAt),
    error_code: shown.errorCode,
    price_unit: 'USD',
    api_version: apiVersion,
    subresource_uris: { media: `${uri}/Media.json` },
  };
}

export function mediaOf(row: MessageRow): string[] {
  return JSON.parse(row.media) as string[];
}

/** Filled in when the text has left for good, negative because it is owed. */
function priceOf(row: MessageRow): string | null {
  const billed = ['sent', 'delivered', 'undelivered', 'received'].includes(row.status);
  if (!billed) return null;
  const price = mediaOf(row).length > 0 ? mediaPrice : row.segments * segmentPrice;
  return (-price).toFixed(5);
}
