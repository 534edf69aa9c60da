/**
 * Which hosts may hear from us: Twilio's own over https, and this machine. Everything else is refused in every build,
 * because a text bank that talks to a stranger's host gives away credentials, contacts and texts in one request.
 * All judging is done on a parsed URL, so that spellings (decimal or hexadecimal addresses, capitals, backslashes,
 * user names in front of the host) are judged by what a connection would do with them.
 */
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** A host and port without path, query or credentials, such as `https://api.twilio.com` or `http://127.0.0.1:4010`. */
export type Origin = string;

/** Twilio has one host for each product; a simulator has all of them on one port. */
export interface CarrierAddresses {
  readonly api: Origin;
  readonly lookups: Origin;
}

export const twilioAddresses: CarrierAddresses = {
  api: 'https://api.twilio.com',
  lookups: 'https://lookups.twilio.com',
};

/** Everything at one address, as the simulator has it. */
export function oneAddress(origin: Origin): CarrierAddresses {
  return { api: origin, lookups: origin };
}

const loopbackName = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

function isLoopbackUrl(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && loopbackName.test(url.hostname);
}

/** Whether the address is on this machine: 127.0.0.0/8, ::1 or localhost, over http or https. */
export function isLoopback(address: string): boolean {
  const url = parse(address);
  return url !== null && isLoopbackUrl(url);
}

/** The port is Twilio's usual one: a URL keeps a port only when it differs from its protocol's. */
function isTwilio(url: URL): boolean {
  return url.protocol === 'https:' && url.port === '' && url.hostname.endsWith('.twilio.com');
}

function isBareOrigin(url: URL): boolean {
  return url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
}

/**
 * The origin that an address means, or `carrier/forbidden-host` with the param `host`. The host is all that the error
 * repeats, since the rest of a mistyped address may be a secret.
 */
export function checkAddress(address: string): Result<Origin, AppError<'carrier/forbidden-host'>> {
  const url = parse(address);
  if (url !== null && isBareOrigin(url) && (isLoopbackUrl(url) || isTwilio(url))) return ok(url.origin);
  return err(appError('carrier/forbidden-host', { host: url?.hostname ?? '' }));
}
