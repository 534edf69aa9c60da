/**
 * The package's HTTP client with the liberties taken away: it goes to our addresses only, follows no redirect, repeats
 * nothing, uses no proxy and logs nothing, and it writes each request's true course into the current exchange.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { type Answer, currentExchange, type Exchange } from './exchange.ts';
import { parseRetryAfter, parseRfc2822 } from './headers.ts';
import { type CarrierAddresses, twilioAddresses } from './hosts.ts';

/** Our own agents, so that no environment variable puts a proxy, another CA or a switched-off TLS check in between. */
export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/**
 * More sockets than there are ever requests under way, since how many may be is the dispatcher's decision. A connection
 * that was idle for long may be one that the other side has closed: a create that meets it ends as `unknown`, so old
 * connections are not kept.
 */
export function openAgents(): Agents {
  const shared = { keepAlive: true, maxSockets: 20, maxFreeSockets: 20, timeout: 10_000 };
  return { http: new http.Agent(shared), https: new https.Agent({ ...shared, rejectUnauthorized: true }) };
}

function ourAddress(uri: string, addresses: CarrierAddresses): string {
  const url = new URL(uri);
  const product = (Object.keys(twilioAddresses) as (keyof CarrierAddresses)[]).find(
    (name) => twilioAddresses[name] === url.origin,
  );
  if (product === undefined) throw new Error(`the twilio package asks for a host that we never use: ${url.hostname}`);
  return addresses[product] + url.pathname + url.search;
}

/**
 * Marks the exchange as opened at the first moment at which a byte of the request can leave. Node holds the request
 * back until a new socket is connected, and until the handshake is done and the certificate accepted where there is
 * TLS; each has an event that comes before the first write. A socket that was used before, or that is connected
 * already when we get to see it, counts as opened at once: an ECONNRESET on a kept-alive socket may mean that the
 * other side had closed it, or that it took the request and then died, and nobody can tell which.
 */
function watchOpening(request: http.ClientRequest, exchange: Exchange, secure: boolean): void {
  request.once('socket', (socket) => {
    const fresh = !request.reusedSocket && socket.connecting;
    if (!fresh) exchange.opened = true;
    else
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        exchange.opened = true;
      });
  });
}

function currentOrThrow(): Exchange {
  const exchange = currentExchange.getStore();
  if (exchange === undefined) throw new Error('a request outside of an exchange');
  return exchange;
}

/** What the package's HTTP library calls to start a request, instead of Node's own `http` and `https`. */
const transport = {
  request(options: https.RequestOptions, onResponse: (response: http.IncomingMessage) => void): http.ClientRequest {
    const exchange = currentOrThrow();
    const secure = options.protocol === 'https:';
    const start = secure ? https.request : http.request;
    const request = start(Object.assign(options, { signal: exchange.signal }), onResponse);
    watchOpening(request, exchange, secure);
    return request;
  },
};

function headerText(headers: unknown, name: string): string {
  const value = (headers as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}

function readAnswer(response: { statusCode: number; body: unknown; headers?: unknown }): Answer {
  const serverAt = parseRfc2822(headerText(response.headers, 'date'));
  const retryAfterMs = parseRetryAfter(headerText(response.headers, 'retry-after'), serverAt ?? Date.now());
  return {
    httpStatus: response.statusCode,
    body: response.body,
    ...(serverAt === null ? {} : { serverAt }),
    ...(retryAfterMs === null ? {} : { retryAfterMs }),
  };
}

/** Takes the package's class as an argument, because a static import would load the package with this file. */
export function createRequestClient(
  Base: typeof RequestClient,
  addresses: CarrierAddresses,
  agents: Agents,
): RequestClient {
  class OurRequestClient extends Base {
    constructor() {
      // An empty CA keeps the package from reading a file named by the environment; its agent is replaced anyway.
      super({ autoRetry: false, ca: '' });
      Object.assign(this.axios.defaults, { httpAgent: agents.http, httpsAgent: agents.https, transport });
    }

    override async request<Data>(options: RequestClient.RequestOptions<Data>) {
      const exchange = currentOrThrow();
      const { logLevel: _unused, ...request } = options;
      const uri = ourAddress(options.uri, addresses);
      exchange.attempted = true;
      try {
        // The deadline is the exchange's signal. The package's own timeout measures silence on the socket only, and
        // is kept behind it.
        const response = await super.request<Data>({
          ...request,
          uri,
          allowRedirects: false,
          timeout: exchange.timeoutMs + 1_000,
        });
        exchange.answer = readAnswer(response);
        return response;
      } catch {
        // What was caught holds the Authorization header, so it ends here.
        throw new Error('the carrier gave no answer');
      }
    }
  }
  return new OurRequestClient();
}
