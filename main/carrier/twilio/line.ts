/**
 * The line to Twilio: makes one request through the official package and says how it ended. Holds the credentials in
 * its closure, where neither logging nor inspecting it can find them.
 */
import type { Twilio } from 'twilio';
import type { CallOptions } from '../port.ts';
import { currentExchange, type EndedBy, type Ending, type Exchange } from './exchange.ts';
import type { CarrierAddresses } from './hosts.ts';
import type { Agents } from './http-request.ts';

export interface TwilioCredentials {
  /** `AC` and 32 hexadecimal digits. */
  readonly accountSid: string;
  /** An API key (`SK…`) when `secret` is that key's secret; missing when `secret` is the account's own token. */
  readonly apiKeySid?: string;
  readonly secret: string;
}

export interface Line {
  /** Throws only what is a bug: a request that the package refuses to make. */
  ask(options: CallOptions, make: (twilio: Twilio) => Promise<unknown>): Promise<Ending>;
  warmUp(): Promise<void>;
  close(): void;
}

export function openLine(credentials: TwilioCredentials, addresses: CarrierAddresses, loadAfter?: Promise<void>): Line {
  let agents: Agents | null = null;
  let loading: Promise<Twilio> | null = null;

  async function load(): Promise<Twilio> {
    await loadAfter;
    // Some 300 modules and the network's own, a tenth of a second or more: never before the first use.
    const { default: twilio } = await import('twilio');
    const { openAgents } = await import('./http-request.ts');
    const { createRequestClient } = await import('./request-client.ts');
    agents ??= openAgents();
    return new twilio.Twilio(credentials.apiKeySid ?? credentials.accountSid, credentials.secret, {
      accountSid: credentials.accountSid,
      httpClient: createRequestClient(twilio.RequestClient, addresses, agents),
      // An empty edge and region keep the package from reading them from the environment.
      edge: '',
      region: '',
      userAgentExtensions: ['fieldline'],
    });
  }

  function client(): Promise<Twilio> {
    loading ??= load().catch((thrown: unknown) => {
      // What failed once may work the next time: the package's files, say, were out of reach.
      loading = null;
      throw thrown;
    });
    return loading;
  }

  return {
    async ask(options, make) {
      const endsAt = Date.now() + options.timeoutMs;
      const twilio = await client();
      const limit = openLimit(options);
      const exchange: Exchange = {
        signal: limit.signal,
        endsAt,
        attempted: false,
        opened: false,
        answer: null,
      };
      try {
        // The signal ends the request; whatever becomes of that, the call ends with it.
        await Promise.race([currentExchange.run(exchange, () => make(twilio)), limit.over]);
      } catch (thrown) {
        // The request client throws always, so that the package reads no answer; the exchange knows what came of it. Only
        // a request that was never attempted is a mistake of this program.
        if (!exchange.attempted) throw thrown;
      } finally {
        limit.close();
      }
      const ending = endingOf(exchange, limit.endedBy());
      // A connection remembers the exchange that it was opened in, and is kept: the answer, a long list say, is not.
      exchange.answer = null;
      return ending;
    },

    async warmUp() {
      const twilio = await client();
      // The package loads each product when it is first touched.
      void twilio.messages;
      void twilio.incomingPhoneNumbers;
      void twilio.lookups.v2.phoneNumbers;
    },

    close() {
      agents?.http.destroy();
      agents?.https.destroy();
    },
  };
}

function endingOf(exchange: Exchange, by: EndedBy): Ending {
  if (exchange.answer !== null) return { kind: 'answered', answer: exchange.answer };
  return { kind: exchange.opened ? 'lost' : 'never-opened', by };
}

/** One signal out of the deadline and the caller's own; `close` leaves nothing behind on the caller's signal. */
function openLimit(options: CallOptions): {
  readonly signal: AbortSignal;
  /** Resolves when the signal aborts. */
  readonly over: Promise<void>;
  endedBy(): EndedBy;
  close(): void;
} {
  const controller = new AbortController();
  const over = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const end = (by: EndedBy) => controller.abort(by);
  const withdraw = () => end('withdrawal');
  const timer = setTimeout(end, options.timeoutMs, 'deadline');
  if (options.signal?.aborted) withdraw();
  options.signal?.addEventListener('abort', withdraw, { once: true });
  return {
    signal: controller.signal,
    over,
    endedBy: () => (controller.signal.aborted ? (controller.signal.reason as EndedBy) : 'network'),
    close() {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', withdraw);
    },
  };
}
