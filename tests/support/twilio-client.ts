import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type { SimulatorReady } from '../../main/carrier/simulator/start.ts';

/** The official request client, with every Twilio host led to one loopback address and any other host refused. */
class LoopbackRequestClient extends twilio.RequestClient {
  readonly #baseUrl: URL;

  constructor(baseUrl: string, timeoutMs: number) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.#baseUrl = new URL(baseUrl);
  }

  override async request<Body>(options: RequestClient.RequestOptions<Body>) {
    const url = new URL(options.uri);
    if (!url.hostname.endsWith('.twilio.com')) throw new Error(`no loopback address stands for ${url.hostname}`);
    url.protocol = this.#baseUrl.protocol;
    url.host = this.#baseUrl.host;
    return super.request<Body>({ ...options, uri: url.href });
  }
}

/** The official client for a simulator or for what stands before it, as an engine's oracle: it parses every answer as Twilio's own library does. */
export function twilioClientFor(ready: SimulatorReady, timeoutMs = 10_000): twilio.Twilio {
  const httpClient = new LoopbackRequestClient(ready.url, timeoutMs);
  return twilio(ready.accountSid, ready.authToken, { httpClient });
}

/** The same account through its API key. */
export function twilioKeyClientFor(ready: SimulatorReady): twilio.Twilio {
  const httpClient = new LoopbackRequestClient(ready.url, 10_000);
  return twilio(ready.apiKeySid, ready.apiKeySecret, { accountSid: ready.accountSid, httpClient });
}
