/**
 * Which carrier a store may text through. A practice store reaches a simulator on this machine and nothing else, so it
 * can never text anybody; a live store reaches Twilio's own hosts and no simulator, so it never counts as sent what
 * nobody got. The door of a plain engine gives simulators only, so it cannot become a robot that texts people.
 */
import type { CarrierAccess, CarrierCredentials, CheckedAccount } from '../shared/contract/index.ts';
import { type AppError, appError } from '../shared/errors.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type CallOptions, type Carrier, createTwilioCarrier, isLoopback } from './carrier/index.ts';

export type Mode = 'practice' | 'live';

/** A person waits for this answer. */
const checkTimeoutMs = 15_000;

/**
 * @param liveAddress where a live store's credentials are used instead of at Twilio's hosts: on this machine, in tests.
 */
export function connectCarrier(
  { url, accountSid, apiKeySid, apiKeySecret }: CarrierAccess,
  mode: Mode,
  liveAddress: string | null,
  loadAfter?: Promise<void>,
): Result<Carrier, AppError> {
  const address = mode === 'live' ? liveAddress : url;
  if (mode === 'live' && url !== null) return err(appError('carrier/practice-only'));
  if (mode === 'practice' && url === null) return err(appError('carrier/live-only'));
  if (address !== null && !isLoopback(address)) {
    return err(appError('carrier/forbidden-host', { host: new URL(address).hostname }));
  }
  const credentials = { accountSid, apiKeySid, secret: apiKeySecret };
  return createTwilioCarrier({
    credentials,
    ...(address === null ? {} : { address }),
    ...(loadAfter === undefined ? {} : { loadAfter }),
  });
}

/** Asks the carrier whether live credentials hold, and for the account's numbers, which may be none yet. */
export async function checkCredentials(
  credentials: CarrierCredentials,
  liveAddress: string | null,
): Promise<Result<CheckedAccount, AppError>> {
  const connected = connectCarrier({ ...credentials, url: null }, 'live', liveAddress);
  if (!connected.ok) return connected;
  const carrier = connected.value;
  const options: CallOptions = { timeoutMs: checkTimeoutMs };
  try {
    const account = await carrier.checkAccount(options);
    if (!account.ok && account.error.code !== 'carrier/no-numbers') return account;
    const page = await carrier.listNumbers({ pageSize: 1_000 }, options);
    if (!page.ok) return page;
    const numbers = page.value.numbers.filter(({ canText }) => canText);
    return ok({
      accountName: account.ok ? account.value.accountName : '',
      numbers: numbers.map(({ phone, label }) => ({ phone, label })),
    });
  } finally {
    carrier.close();
  }
}
