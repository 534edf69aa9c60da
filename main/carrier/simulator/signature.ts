/**
 * X-Twilio-Signature: HMAC-SHA1, keyed with the account's auth token (never with an API key's secret), over the URL
 * as configured followed by the form's names and values in the order of the names.
 */
import { createHmac } from 'node:crypto';

/** @param url with scheme, host, path and query; its fragment is not part of what is signed. */
export function signatureOf(authToken: string, url: string, params: URLSearchParams): string {
  const names = [...new Set(params.keys())].sort();
  const signed = names.flatMap((name) => [...new Set(params.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', authToken)
    .update(withoutFragment(url) + signed.join(''), 'utf8')
    .digest('base64');
}

export function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}
