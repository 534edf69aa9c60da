/**
 * One signed call to the customer's server. It uses connections of its own and not the global `fetch`, which can be told
 * by the environment to go through a proxy: what practice contacts write must not leave this machine that way either.
 */
import * as http from 'node:http';
import { signatureOf, withoutFragment } from './signature.ts';

export interface WebhookTarget {
  /** As configured; a fragment is neither sent nor signed. */
  readonly url: string;
  readonly method: string;
}

/** `unreachable`: no connection could be made. `failed`: no answer, or one that is no success. */
export type WebhookOutcome = 'delivered' | 'failed' | 'unreachable';

/** Twilio's default for the whole of a request. */
const requestTimeoutMs = 15_000;
const agent = new http.Agent({ keepAlive: true });

/** @param idempotencyToken the same for every attempt at one event. */
export async function callWebhook(
  { url: configuredUrl, method }: WebhookTarget,
  params: URLSearchParams,
  authToken: string,
  idempotencyToken: string,
): Promise<WebhookOutcome> {
  const plainUrl = withoutFragment(configuredUrl);
  const inQuery = method === 'GET';
  const url = inQuery ? `${plainUrl}${plainUrl.includes('?') ? '&' : '?'}${params}` : plainUrl;
  const form = inQuery ? '' : params.toString();
  const headers = {
    'x-twilio-signature': signatureOf(authToken, url, inQuery ? new URLSearchParams() : params),
    'i-twilio-idempotency-token': idempotencyToken,
    'user-agent': 'TwilioProxy/1.1',
    ...(inQuery ? {} : { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
    'content-length': Buffer.byteLength(form),
  };
  try {
    const status = await ask(url, { method, headers, agent, signal: AbortSignal.timeout(requestTimeoutMs) }, form);
    return status >= 200 && status < 300 ? 'delivered' : 'failed';
  } catch (thrown) {
    return codeOf(thrown) === 'ECONNREFUSED' ? 'unreachable' : 'failed';
  }
}

/** Gives the HTTP status once the answer is whole. */
function ask(url: string, options: http.RequestOptions, form: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, options, (response) => {
      response.resume();
      response.once('error', reject).once('end', () => resolve(response.statusCode ?? 0));
    });
    request.once('error', (thrown) => {
      // The other side closes an idle connection when it likes; a call that met its end is made over another one.
      if (request.reusedSocket && codeOf(thrown) === 'ECONNRESET') resolve(ask(url, options, form));
      else reject(thrown);
    });
    request.end(form);
  });
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
