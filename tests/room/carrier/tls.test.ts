import * as https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import * as tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { carrierAt, messageJson, options, request } from './builders.ts';
import { certificate, certificateKey } from './loopback-certificate.ts';
import { serveSockets } from './loopback-server.ts';

/** What Twilio's real host looks like to us: TLS, HTTP inside it, and a request that we can count. */
let server: https.Server;
let origin: string;
let requestCount: number;
let answer: (socket: Socket) => void;
const trusted = tls.getCACertificates('default');

beforeEach(async () => {
  requestCount = 0;
  server = https.createServer({ key: certificateKey, cert: certificate }, (incoming) => {
    incoming.resume().on('end', () => {
      requestCount += 1;
      answer(incoming.socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  vi.unstubAllEnvs();
  tls.setDefaultCACertificates(trusted);
  server.closeAllConnections();
  server.close();
});

function accept(socket: Socket): void {
  const body = JSON.stringify(messageJson());
  const head = `HTTP/1.1 201 Created\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
  socket.end(head + body);
}

describe('over TLS', () => {
  test('a host whose certificate is not trusted never sees the request, even if the environment says to trust all', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    answer = accept;
    const carrier = carrierAt(origin);
    const outcome = await carrier.createMessage(request, options);
    carrier.close();
    expect(outcome).toEqual({ kind: 'not-accepted', reason: 'unreachable' });
    expect(requestCount).toBe(0);
  });

  test('a request that the carrier read before it went away is uncertain, also on a resumed session', async () => {
    tls.setDefaultCACertificates([...trusted, certificate]);
    const carrier = carrierAt(origin);
    answer = accept;
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    answer = (socket) => socket.destroy();
    for (const _ of [1, 2]) {
      expect(await carrier.createMessage(request, options)).toEqual({ kind: 'unknown', reason: 'connection-lost' });
    }
    carrier.close();
    expect(requestCount).toBe(3);
  });

  test('a request goes straight to its host although the environment names a proxy', async () => {
    let proxied = 0;
    const proxy = await serveSockets((socket) => {
      proxied += 1;
      socket.destroy();
    });
    vi.stubEnv('HTTP_PROXY', proxy.origin);
    vi.stubEnv('HTTPS_PROXY', proxy.origin);
    tls.setDefaultCACertificates([...trusted, certificate]);
    answer = accept;
    const carrier = carrierAt(origin);
    expect(await carrier.createMessage(request, options)).toMatchObject({ kind: 'accepted' });
    carrier.close();
    await proxy.close();
    expect(proxied).toBe(0);
  });
});
