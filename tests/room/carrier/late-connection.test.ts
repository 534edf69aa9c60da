/**
 * A connection that is there only after the deadline carries no byte of the request. That it was "never opened" is the
 * proof by which a text is handed over again, so it is looked at where texts go in earnest: behind a TLS handshake.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Exchange } from '../../../main/carrier/twilio/exchange.ts';
import { type Agents, sendRequest } from '../../../main/carrier/twilio/http-request.ts';

const inTime = Number.POSITIVE_INFINITY;
const late = 0;
/** A secret that both sides know stands in for a certificate. */
const shared = { identity: 'test', psk: Buffer.alloc(32, 7) };

async function openPair(protocol: 'http' | 'https') {
  const seen: string[] = [];
  const take = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    request.setEncoding('utf8').on('data', (body: string) => void seen.push(body));
    request.on('end', () => response.end('taken'));
  };
  const server =
    protocol === 'http'
      ? http.createServer(take)
      : https.createServer({ pskCallback: () => shared.psk, pskIdentityHint: '' }, take);
  /** All that arrives, also of requests that end in the middle. */
  let arrived = '';
  server.on(protocol === 'http' ? 'connection' : 'secureConnection', (socket) => {
    socket.on('data', (chunk: Buffer) => {
      arrived += chunk.toString('latin1');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agents: Agents = {
    http: new http.Agent({ keepAlive: true }),
    https: new https.Agent({ keepAlive: true, pskCallback: () => shared, checkServerIdentity: () => undefined }),
  };
  onTestFinished(async () => {
    agents.http.destroy();
    agents.https.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = new URL(`${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  return {
    seen,
    requestsBegun: () => arrived.split('POST /').length - 1,
    send: async (body: string, endsAt: number) => {
      const { signal } = new AbortController();
      const exchange: Exchange = { signal, endsAt, attempted: true, opened: false, answer: null };
      const headers = { 'Content-Length': body.length };
      const ended = await sendRequest({ address, method: 'POST', headers, body }, agents, exchange).then(
        ({ text }) => text,
        () => 'ended',
      );
      return { ended, opened: exchange.opened };
    },
  };
}

test.each(['http', 'https'] as const)(
  'a request over %s arrives on a connection that is there in time',
  async (protocol) => {
    const { send, seen } = await openPair(protocol);
    expect(await send('fresh', inTime)).toEqual({ ended: 'taken', opened: true });
    expect(await send('used', inTime)).toEqual({ ended: 'taken', opened: true });
    expect(seen).toEqual(['fresh', 'used']);
  },
);

test.each([
  ['http', 'fresh'],
  ['http', 'used'],
  ['https', 'fresh'],
  ['https', 'used'],
] as const)('no byte of a request over %s leaves when its %s connection is there too late', async (protocol, kind) => {
  const { send, seen, requestsBegun } = await openPair(protocol);
  const others = kind === 'used' ? ['before', 'after'] : ['after'];
  if (kind === 'used') await send('before', inTime);
  expect(await send('late', late)).toEqual({ ended: 'ended', opened: false });
  // Whatever had left of it would have come before this.
  await send('after', inTime);
  expect(seen).toEqual(others);
  expect(requestsBegun()).toBe(others.length);
});
