/**
 * What the package is given instead of its HTTP client. The package says what to ask; this asks it, at our addresses only,
 * and writes each request's true course into the current exchange. The package does not get the answer: it would read
 * every field and date of it into objects of its own, which nobody looks at, and a list has a thousand entries.
 */
import type { IncomingHttpHeaders } from 'node:http';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { type Answer, currentExchange, type Exchange } from './exchange.ts';
import { parseRetryAfter, parseRfc2822 } from './headers.ts';
import { type CarrierAddresses, twilioAddresses } from './hosts.ts';
import { type Agents, type Request, type Response, sendRequest } from './http-request.ts';

function ourAddress(uri: string, addresses: CarrierAddresses): URL {
  const url = new URL(uri);
  const product = (Object.keys(twilioAddresses) as (keyof CarrierAddresses)[]).find(
    (name) => twilioAddresses[name] === url.origin,
  );
  if (product === undefined) throw new Error(`the twilio package asks for a host that we never use: ${url.hostname}`);
  return new URL(addresses[product] + url.pathname + url.search);
}

/** As a form writes them; what the package left out it leaves undefined. */
function formOf(values: object): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    if (value === undefined) return [];
    return Array.isArray(value) ? value.map((one) => [name, String(one)]) : [[name, String(value)]];
  });
}

/** The package names credentials, headers and values; everything else it could ask for, we do not do. */
function requestOf(options: RequestClient.RequestOptions, addresses: CarrierAddresses): Request {
  const { method, uri, username, password, headers, params, data } = options;
  const address = ourAddress(uri, addresses);
  for (const [name, value] of formOf(params ?? {})) address.searchParams.append(name, value);
  return {
    address,
    method: method.toUpperCase(),
    headers: {
      ...headers,
      // Lists are long, and compress to a tenth. The answer to a create is short, and is not to wait for anything.
      ...(method === 'get' ? { 'Accept-Encoding': 'gzip' } : {}),
      Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    },
    body: data === undefined ? '' : new URLSearchParams(formOf(data)).toString(),
  };
}

function currentOrThrow(): Exchange {
  const exchange = currentExchange.getStore();
  if (exchange === undefined) throw new Error('a request outside of an exchange');
  return exchange;
}

function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readAnswer({ httpStatus, headers, text }: Response): Answer {
  const serverAt = parseRfc2822(headerText(headers, 'date'));
  const retryAfterMs = parseRetryAfter(headerText(headers, 'retry-after'), serverAt ?? Date.now());
  return {
    httpStatus,
    body: bodyOf(text),
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
      // An empty CA keeps the package from reading a file named by the environment, for an agent that nobody uses.
      super({ autoRetry: false, ca: '' });
    }

    override async request(options: RequestClient.RequestOptions): Promise<never> {
      const exchange = currentOrThrow();
      const request = requestOf(options, addresses);
      exchange.attempted = true;
      try {
        exchange.answer = readAnswer(await sendRequest(request, agents, exchange));
      } catch {
        // What came of it is in the exchange.
      }
      throw handledHere;
    }
  }
  return new OurRequestClient();
}

/** Ends the package's part. One for all, because nothing went wrong and nobody reads where. */
const handledHere = new Error('the answer is in the exchange');
