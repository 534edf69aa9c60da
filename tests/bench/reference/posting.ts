import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { inFlightAtMost as inFlight } from '../../../main/outbox/dispatcher.ts';
import { inventedPhone } from '../../support/lists.ts';
import { openBenchCarrier } from '../support/bench-carrier.ts';
import { firstText } from '../support/text-bank.ts';

/** Where to post and as whom. */
export interface Account {
  readonly url: string;
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
}

/** What the official package sends along, so that both send the same bytes. */
const packageHeaders = {
  'user-agent': `twilio-node/6.2.0 (${process.platform} ${process.arch}) node/${process.version} fieldline`,
  'accept-charset': 'utf-8',
  accept: 'application/json',
  'content-type': 'application/x-www-form-urlencoded',
};

/**
 * What the line and the carrier allow: a loop that posts the first texts of a text bank, as many at once as the outbox
 * does, reads the answers and does nothing else. Gives texts per second.
 */
export async function postBare(account: Account, from: string, texts: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const address = new URL(`/2010-04-01/Accounts/${account.accountSid}/Messages.json`, account.url);
  const auth = `${account.apiKeySid}:${account.apiKeySecret}`;
  const bodies = Array.from({ length: texts }, (_none, n) => formOf(from, n));
  let next = 0;

  async function postOneByOne(): Promise<void> {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) await post(body);
  }

  function post(body: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const headers = { ...packageHeaders, 'content-length': Buffer.byteLength(body) };
      const posted = request(address, { method: 'POST', agent, auth, headers }, (response) => {
        if (response.statusCode !== 201) reject(new Error(`answered ${response.statusCode}`));
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          JSON.parse(text);
          resolve();
        });
      });
      posted.once('error', reject);
      posted.end(body);
    });
  }

  const startedMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, postOneByOne));
  const tookMs = performance.now() - startedMs;
  agent.destroy();
  return (texts * 1_000) / tookMs;
}

function formOf(from: string, n: number): string {
  const { body } = firstText(n);
  return new URLSearchParams({ From: from, To: inventedPhone(n), Body: body, ValidityPeriod: '36000' }).toString();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const carrier = await openBenchCarrier({ latencyMs: 20 });
  try {
    const perS = await postBare(carrier.simulator.ready, carrier.ownPhone, 2_000);
    process.stdout.write(`${JSON.stringify({ perS: Math.round(perS) })}\n`);
  } finally {
    await carrier.close();
  }
}
