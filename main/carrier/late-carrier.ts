import { appError } from '../../shared/errors.ts';
import { err } from '../../shared/result.ts';
import type { CallOptions, Carrier, CarrierResult } from './port.ts';

/**
 * Stands for a carrier on this machine that is still starting: its account is known, and every call waits until it is
 * there, as long as it would wait for an answer. A call that is given up or taken back before was never made.
 */
export function createLateCarrier(accountId: string, coming: Promise<Carrier>): Carrier {
  /** Gives why the caller does not wait any longer, when the carrier does not come before. */
  function arrived({ timeoutMs, signal }: CallOptions): Promise<Carrier | 'unreachable' | 'withdrawn'> {
    return new Promise((resolve) => {
      const overdue = setTimeout(() => end('unreachable'), timeoutMs);
      const giveUp = (): void => end('withdrawn');
      const end = (outcome: Carrier | 'unreachable' | 'withdrawn'): void => {
        clearTimeout(overdue);
        signal?.removeEventListener('abort', giveUp);
        resolve(outcome);
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      if (signal?.aborted) return giveUp();
      void coming.then(end);
    });
  }

  async function ask<Value>(
    options: CallOptions,
    call: (carrier: Carrier) => Promise<CarrierResult<Value>>,
  ): Promise<CarrierResult<Value>> {
    const carrier = await arrived(options);
    return typeof carrier === 'string' ? err(appError('carrier/unreachable')) : call(carrier);
  }

  return {
    accountId,
    isLoopback: true,
    warmUp: async () => (await coming).warmUp(),
    close: () => void coming.then((carrier) => carrier.close()),
    createMessage: async (request, options) => {
      const carrier = await arrived(options);
      if (typeof carrier === 'string') return { kind: 'not-accepted', reason: carrier };
      return carrier.createMessage(request, options);
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
