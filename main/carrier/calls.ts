import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import { appError } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';
import type { Carrier } from './port.ts';

/** A person waits for this answer. */
const checkTimeoutMs = 10_000;

export function carrierHandlers(carrier: Carrier | null): Handlers<CallsOf<'carrier'>, unknown> {
  return {
    'carrier/check-account': async () => {
      if (carrier === null) return err(appError('carrier/not-set-up'));
      const account = await carrier.checkAccount({ timeoutMs: checkTimeoutMs });
      if (!account.ok) return account;
      const { accountName, numberCount } = account.value;
      return ok({ accountName, numberCount, simulated: carrier.isLoopback });
    },
  };
}
