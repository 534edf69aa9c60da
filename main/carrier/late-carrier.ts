import { appError } from '../../shared/errors.ts';
import { err } from '../../shared/result.ts';
import type { CallOptions, Carrier, CarrierResult } from './port.ts';

/**
 * Stands for a carrier on this machine that is still starting: its account is known, and every call waits until it is
 * there. A call that is taken back before was never made. It may wait for ever, if the carrier never comes.
 */
export function createLateCarrier(accountId: string, coming: Promise<Carrier>): Carrier {
  /** Null when the caller does not wait any longer. */
  function arrived({ signal }: CallOptions): Promise<Carrier | null> {
    if (signal === undefined) return coming;
    return new Promise((resolve) => {
      const giveUp = (): void => resolve(null);
      if (signal.aborted) return giveUp();
      signal.addEventListener('abort', giveUp, { once: true });
      void coming.then((carrier) => {
        signal.removeEventListener('abort', giveUp);
        resolve(carrier);
      });
    });
  }

  async function ask<Value>(
    options: CallOptions,
    call: (carrier: Carrier) => Promise<CarrierResult<Value>>,
  ): Promise<CarrierResult<Value>> {
    const carrier = await arrived(options);
    return carrier === null ? err(appError('carrier/unreachable')) : call(carrier);
  }

  return {
    accountId,
    isLoopback: true,
    warmUp: async () => (await coming).warmUp(),
    close: () => void coming.then((carrier) => carrier.close()),
    createMessage: async (request, options) => {
      const carrier = await arrived(options);
      return carrier?.createMessage(request, options) ?? { kind: 'not-accepted', reason: 'withdrawn' };
    },
    listMessages: (from, options) => ask(options, (carrier) => carrier.listMessages(from, options)),
    fetchMessage: (id, options) => ask(options, (carrier) => carrier.fetchMessage(id, options)),
    cancelMessage: (id, options) => ask(options, (carrier) => carrier.cancelMessage(id, options)),
    redactMessage: (id, options) => ask(options, (carrier) => carrier.redactMessage(id, options)),
    listNumbers: (from, options) => ask(options, (carrier) => carrier.listNumbers(from, options)),
    searchNumbers: (search, options) => ask(options, (carrier) => carrier.searchNumbers(search, options)),
    buyNumber: (phone, options) => ask(options, (carrier) => carrier.buyNumber(phone, options)),
    releaseNumber: (id, options) => ask(options, (carrier) => carrier.releaseNumber(id, options)),
    lookUpPhone: (phone, options) => ask(options, (carrier) => carrier.lookUpPhone(phone, options)),
    checkAccount: (options) => ask(options, (carrier) => carrier.checkAccount(options)),
  };
}
