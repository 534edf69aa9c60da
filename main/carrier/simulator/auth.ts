/** Who may ask: Basic auth with the account's sid and token or with the API key's; the control door has a token of its own. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from './carrier.ts';

export function isAccountHolder(authorization: string | undefined, account: Account): boolean {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return false;
  const given = Buffer.from(encoded, 'base64').toString('utf8');
  return (
    same(given, `${account.accountSid}:${account.authToken}`) ||
    same(given, `${account.apiKeySid}:${account.apiKeySecret}`)
  );
}

export function isController(authorization: string | undefined, controlToken: string): boolean {
  return same(authorization ?? '', `Bearer ${controlToken}`);
}

function same(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
