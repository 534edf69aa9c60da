/**
 * The carrier that speaks Twilio's API, through Twilio's own package: Twilio itself, or the simulator on this machine.
 * Takes credentials and addresses, refuses addresses that are neither, and gives a `Carrier`.
 */
import { type AppError, appError } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Carrier } from '../port.ts';
import { accountCalls } from './account.ts';
import { type CarrierAddresses, checkAddress, isLoopback, oneAddress, twilioAddresses } from './hosts.ts';
import { openLine, type TwilioCredentials } from './line.ts';
import { lookupCalls } from './lookups.ts';
import { messageCalls } from './messages.ts';
import { numberCalls } from './numbers.ts';

export interface TwilioSettings {
  readonly credentials: TwilioCredentials;
  /** Twilio's own hosts when missing; one address for everything, as a simulator has; or one for each product. */
  readonly address?: string | CarrierAddresses;
  /** Calls wait for this, and the package is not loaded before: loading it keeps a thread from all else for a while. */
  readonly loadAfter?: Promise<void>;
}

type SettingsError = AppError<'carrier/forbidden-host' | 'carrier/wrong-credentials'>;

const accountSidShape = /^AC[0-9a-fA-F]{32}$/;
const apiKeySidShape = /^SK[0-9a-fA-F]{32}$/;

/** Neither connects nor loads anything yet. Credentials that cannot be right are refused without asking Twilio. */
export function createTwilioCarrier(settings: TwilioSettings): Result<Carrier, SettingsError> {
  const { accountSid, apiKeySid, secret } = settings.credentials;
  const plausible =
    accountSidShape.test(accountSid) && (apiKeySid === undefined || apiKeySidShape.test(apiKeySid)) && secret !== '';
  if (!plausible) return err(appError('carrier/wrong-credentials'));

  const addresses = checkAddresses(settings.address ?? twilioAddresses);
  if (!addresses.ok) return addresses;
  const { api, lookups } = addresses.value;

  const account = `/2010-04-01/Accounts/${accountSid}`;
  const line = openLine(settings.credentials, addresses.value, settings.loadAfter);
  const numbers = numberCalls(line, { origin: api, path: `${account}/IncomingPhoneNumbers.json` });
  return ok({
    accountId: accountSid,
    isLoopback: isLoopback(api) && isLoopback(lookups),
    warmUp: line.warmUp,
    close: line.close,
    ...messageCalls(line, { origin: api, path: `${account}/Messages.json` }),
    ...numbers,
    ...lookupCalls(line),
    ...accountCalls(line, settings.credentials, numbers.listNumbers),
  });
}

function checkAddresses(address: string | CarrierAddresses): Result<CarrierAddresses, SettingsError> {
  const given = typeof address === 'string' ? oneAddress(address) : address;
  const api = checkAddress(given.api);
  if (!api.ok) return api;
  const lookups = checkAddress(given.lookups);
  return lookups.ok ? ok({ api: api.value, lookups: lookups.value }) : lookups;
}
